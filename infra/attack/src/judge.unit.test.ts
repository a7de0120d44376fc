import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { carriedOut, isTelling, leaksIn, toldBeyondRole, toldToNobody, tookIn, wrote, type Marks } from './judge.ts';

const mine = '51/5101/510102/';
const theirs = '51/5101/510101/';
const city = '51/5101/';
const id = '01a2177d-625a-7a16-860d-4f54701d3746';
const marks: Marks = {
  owners: new Map([
    ['潘华兰', new Set([theirs])],
    ['王芳', new Set([theirs, mine])],
    ['冬季送温暖', new Set([city])],
    [id, new Set([theirs])],
  ]),
  secrets: [{ text: '510101197801151002', scope: theirs, kind: 'NUMBER' }],
};
const nothing = new Set<string>();

describe('an answer', () => {
  test('leaks a value that only rows of others have, at any depth', () => {
    expect(leaksIn({ data: { items: [{ name: '潘华兰' }] } }, mine, marks, nothing)).toEqual([
      { why: 'FOREIGN', at: 'data.items.0.name', value: '潘华兰' },
    ]);
    expect(leaksIn({ url: `/files/funds/vouchers/${id}.pdf` }, mine, marks, nothing)).toHaveLength(1);
  });

  test('may contain a name that own people have too, what superiors issued, and what the request contained', () => {
    expect(leaksIn({ a: '王芳', b: '冬季送温暖', c: id }, mine, marks, new Set([id]))).toEqual([]);
    expect(leaksIn({ a: '潘华兰' }, city, marks, nothing)).toEqual([]);
  });

  test('may contain nobody’s full number, not even of own people, in any text', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        const [leak] = leaksIn([`${before}510101197801151002${after}`], theirs, marks, nothing);
        return leak?.why === 'SECRET';
      }),
    );
  });
});

test('figures, dates, masks and words of the schema identify nobody', () => {
  for (const value of ['97500.00', '2026-11-26', '5**************2', 'ACTIVE', 'case-file.submit']) {
    expect([value, isTelling(value)]).toEqual([value, false]);
  }
  expect(['青禾县', id].map(isTelling)).toEqual([true, true]);
});

test('a record shown to a role that may not read it is found anywhere in the answer', () => {
  const answer = { batch: { payments: [{ household: { __typename: 'Household', id, headName: '王芳' } }] } };
  expect(toldBeyondRole(answer, 'ADMINISTRATOR')).toEqual([
    { why: 'ROLE', at: '.batch.payments.0.household.headName', value: '王芳' },
  ]);
  expect(toldBeyondRole(answer, 'CLERK')).toEqual([]);
  expect(toldBeyondRole({ household: { __typename: 'Household', id } }, 'ADMINISTRATOR')).toEqual([]);
});

test('a command carried out on another county’s record is found; a refused one is not', () => {
  expect(tookIn({ f0: { problems: [] } }, new Set([id]))).toHaveLength(1);
  expect(tookIn({ f0: { problems: [{ code: 'NOT_FOUND' }] } }, new Set([id]))).toEqual([]);
  expect(tookIn({ f0: { problems: [], rows: [{ id, ok: false }] } }, new Set([id]))).toEqual([]);
  expect(tookIn({ f0: { problems: [], rows: [{ id, ok: true }] } }, new Set([id]))).toHaveLength(1);
});

test('a write by an auditor is found; changes of the own account do not count', () => {
  const done = { f0: { problems: [] } };
  expect(wrote(done, 'AUDITOR', 'mutation { f0: openFund(input: {}) { problems { code } } }')).toMatchObject([
    { why: 'WROTE', value: 'openFund' },
  ]);
  expect(wrote(done, 'AUDITOR', 'mutation { f0: changePassword(input: {}) { problems { code } } }')).toEqual([]);
  expect(wrote(done, 'FINANCE', 'mutation { f0: openFund(input: {}) { problems { code } } }')).toEqual([]);
});

test('a command without problems, or with accepted rows, counts as carried out', () => {
  expect(carriedOut({ f0: { problems: [{ code: 'X' }] } })).toEqual([]);
  expect(carriedOut({ f0: { problems: [], rows: [{ id: '1', ok: false }] } })).toEqual([]);
  expect(carriedOut({ f0: { problems: [], rows: [{ id: '1', ok: true }] }, f1: null })).toEqual(['f0']);
});

test('any data in an answer without a token is found', () => {
  expect(toldToNobody({ f0: null })).toEqual([]);
  expect(toldToNobody(null)).toEqual([]);
  expect(toldToNobody({ f0: { total: 0 } })).toMatchObject([{ why: 'PUBLIC', at: 'f0' }]);
});

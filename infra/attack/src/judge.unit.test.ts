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
  test('leaks what stands in the rows of others alone, however deep', () => {
    expect(leaksIn({ data: { items: [{ name: '潘华兰' }] } }, mine, marks, nothing)).toEqual([
      { why: 'FOREIGN', at: 'data.items.0.name', value: '潘华兰' },
    ]);
    expect(leaksIn({ url: `/files/funds/vouchers/${id}.pdf` }, mine, marks, nothing)).toHaveLength(1);
  });

  test('may hold a name that one’s own people have too, what is issued above, and what the request said', () => {
    expect(leaksIn({ a: '王芳', b: '冬季送温暖', c: id }, mine, marks, new Set([id]))).toEqual([]);
    expect(leaksIn({ a: '潘华兰' }, city, marks, nothing)).toEqual([]);
  });

  test('holds no whole number of anybody, one’s own included, in any text', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        const [leak] = leaksIn([`${before}510101197801151002${after}`], theirs, marks, nothing);
        return leak?.why === 'SECRET';
      }),
    );
  });
});

test('figures, dates, masks and words of the schema tell nobody apart', () => {
  for (const value of ['97500.00', '2026-11-26', '5**************2', 'ACTIVE', 'case-file.submit']) {
    expect([value, isTelling(value)]).toEqual([value, false]);
  }
  expect(['青禾县', id].map(isTelling)).toEqual([true, true]);
});

test('a record told to a role that may not read it is found wherever it hangs', () => {
  const answer = { batch: { payments: [{ household: { __typename: 'Household', id, headName: '王芳' } }] } };
  expect(toldBeyondRole(answer, 'ADMINISTRATOR')).toEqual([
    { why: 'ROLE', at: '.batch.payments.0.household.headName', value: '王芳' },
  ]);
  expect(toldBeyondRole(answer, 'CLERK')).toEqual([]);
  expect(toldBeyondRole({ household: { __typename: 'Household', id } }, 'ADMINISTRATOR')).toEqual([]);
});

test('a command carried out on a stranger’s record is found; one refused is not', () => {
  expect(tookIn({ f0: { problems: [] } }, new Set([id]))).toHaveLength(1);
  expect(tookIn({ f0: { problems: [{ code: 'NOT_FOUND' }] } }, new Set([id]))).toEqual([]);
  expect(tookIn({ f0: { problems: [], rows: [{ id, ok: false }] } }, new Set([id]))).toEqual([]);
  expect(tookIn({ f0: { problems: [], rows: [{ id, ok: true }] } }, new Set([id]))).toHaveLength(1);
});

test('an auditor who wrote is found; what one does with one’s own account is no writing', () => {
  const done = { f0: { problems: [] } };
  expect(wrote(done, 'AUDITOR', 'mutation { f0: openFund(input: {}) { problems { code } } }')).toMatchObject([
    { why: 'WROTE', value: 'openFund' },
  ]);
  expect(wrote(done, 'AUDITOR', 'mutation { f0: changePassword(input: {}) { problems { code } } }')).toEqual([]);
  expect(wrote(done, 'FINANCE', 'mutation { f0: openFund(input: {}) { problems { code } } }')).toEqual([]);
});

test('a command was carried out that has no problems, for all or for some of its rows', () => {
  expect(carriedOut({ f0: { problems: [{ code: 'X' }] } })).toEqual([]);
  expect(carriedOut({ f0: { problems: [], rows: [{ id: '1', ok: false }] } })).toEqual([]);
  expect(carriedOut({ f0: { problems: [], rows: [{ id: '1', ok: true }] }, f1: null })).toEqual(['f0']);
});

test('nobody is told anything but nothing', () => {
  expect(toldToNobody({ f0: null })).toEqual([]);
  expect(toldToNobody(null)).toEqual([]);
  expect(toldToNobody({ f0: { total: 0 } })).toMatchObject([{ why: 'PUBLIC', at: 'f0' }]);
});

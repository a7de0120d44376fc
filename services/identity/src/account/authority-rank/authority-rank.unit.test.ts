import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, localDate, type LocalDate } from '@nuangong/primitives';
import { rolesInForce } from '../staff/delegation.ts';
import { decideRank, decideRankEnd, type HeldRank, type Holder, type WantedRank } from './authority-rank.ts';

const today = localDate('2026-11-26');
const approver: Holder = { id: 'a', active: true, roles: ['APPROVER'] };

const grant = (wanted: WantedRank, held: readonly HeldRank[] = [], holder = approver) => {
  const decided = decideRank(wanted, holder, held, today);
  return decided.ok ? decided.value : decided.problems.map(({ code, field }) => `${code} ${field ?? ''}`.trim());
};
const end = (from: string, to: string | null, typed?: string) => {
  const standing = { from: localDate(from), to: to === null ? null : localDate(to) };
  const decided = decideRankEnd(standing, typed, today);
  return decided.ok ? decided.value : decided.problems.map(({ code }) => code);
};

test('given an approver, when a rank is granted, then it holds from today on, or between two days', () => {
  expect(grant({ rank: 'UNION_CHAIR' })).toEqual({ staffId: 'a', rank: 'UNION_CHAIR', from: today, to: null });
  expect(grant({ rank: 'CENTRE_DIRECTOR', from: '2027年1月1日', to: '2031-12-31' })).toEqual({
    staffId: 'a',
    rank: 'CENTRE_DIRECTOR',
    from: '2027-01-01',
    to: '2031-12-31',
  });
});

test('given an invalid rank, when it is requested, then it is refused at its field', () => {
  const chair = { rank: 'UNION_CHAIR' } as const;
  expect(grant(chair, [], { ...approver, roles: ['REVIEWER'] })).toEqual(['RANK_WITHOUT_APPROVAL staffId']);
  expect(grant(chair, [], { ...approver, active: false })).toEqual(['RANK_WITHOUT_APPROVAL staffId']);
  expect(grant({ ...chair, from: '2026-11-25' })).toEqual(['DATE_TOO_OLD from']);
  expect(grant({ ...chair, from: '2027-12-01' })).toEqual(['DATE_TOO_FAR from']);
  expect(grant({ ...chair, from: '2026-12-02', to: '2026-12-01' })).toEqual(['DATE_BEFORE_BASIS to']);
});

test('given any sequence of granted ranks, then on any day a union has one chair and nobody has two ranks', () => {
  const asked = fc.record({
    who: fc.constantFrom('a', 'b', 'c'),
    rank: fc.constantFrom('CENTRE_DIRECTOR' as const, 'UNION_CHAIR' as const),
    start: fc.nat(30),
    days: fc.option(fc.nat(20)),
  });
  fc.assert(
    fc.property(fc.array(asked, { maxLength: 10 }), (all) => {
      const held: HeldRank[] = [];
      for (const { who, rank, start, days } of all) {
        const from = addDays(today, start);
        const decided = decideRank(
          { rank, from, to: days === null ? null : addDays(from, days) },
          { ...approver, id: who },
          held,
          today,
        );
        if (decided.ok) held.push(decided.value);
      }
      for (let day = 0; day < 60; day += 1) {
        const standing = held.filter((one) => isHeld(one, addDays(today, day)));
        expect(standing.filter(({ rank }) => rank === 'UNION_CHAIR').length).toBeLessThanOrEqual(1);
        expect(new Set(standing.map(({ staffId }) => staffId)).size).toBe(standing.length);
      }
    }),
  );
});

const isHeld = ({ from, to }: HeldRank, day: LocalDate): boolean => from <= day && (to === null || day <= to);

test('given two deputies of a director, then both may hold the rank; a second chair is refused', () => {
  const other = { staffId: 'b', from: today, to: null };
  expect(grant({ rank: 'CENTRE_DIRECTOR' }, [{ ...other, rank: 'CENTRE_DIRECTOR' }])).toMatchObject({ staffId: 'a' });
  expect(grant({ rank: 'UNION_CHAIR' }, [{ ...other, rank: 'UNION_CHAIR' }])).toEqual(['CHAIR_THERE rank']);
  expect(grant({ rank: 'UNION_CHAIR' }, [{ ...other, staffId: 'a', rank: 'CENTRE_DIRECTOR' }])).toEqual([
    'RANK_THERE from',
  ]);
});

test('given a rank, then it may end today, or immediately with yesterday, and its last day only becomes earlier', () => {
  expect(end('2026-01-01', null)).toBe('2026-11-26');
  expect(end('2026-01-01', null, '2026-11-25')).toBe('2026-11-25');
  expect(end('2026-01-01', null, '2026-11-24')).toEqual(['DATE_TOO_OLD']);
  expect(end('2026-01-01', '2026-12-31', '2026-12-30')).toBe('2026-12-30');
  expect(end('2026-01-01', '2026-12-31', '2026-12-31')).toEqual(['RANK_ENDS_BEFORE']);
  expect(end('2026-01-01', '2026-11-25')).toEqual(['RANK_OVER']);
  expect(end('2026-12-10', null)).toBe('2026-12-09');
});

test('given a lender with a rank, when the role of approver is delegated, then the borrower gets that rank, never a higher one', () => {
  const from = { staffId: 'c', name: '赵主席', active: true, roles: ['APPROVER', 'STATISTICS'] as const };
  const lent = { firstDay: today, lastDay: today };
  const chair = { ...lent, roles: ['APPROVER'] as const, from: { ...from, rank: 'UNION_CHAIR' as const } };
  expect(rolesInForce(['EMPLOYMENT'], [chair], today)).toEqual({
    roles: ['EMPLOYMENT', 'APPROVER'],
    onBehalfOf: [{ staffId: 'c', name: '赵主席' }],
    rank: 'UNION_CHAIR',
  });
  expect(rolesInForce(['APPROVER'], [chair], today, 'CENTRE_DIRECTOR')).toEqual({
    roles: ['APPROVER'],
    onBehalfOf: [{ staffId: 'c', name: '赵主席' }],
    rank: 'UNION_CHAIR',
  });
  const own = { roles: ['APPROVER'], onBehalfOf: [], rank: 'UNION_CHAIR' };
  const director = { ...chair, from: { ...from, rank: 'CENTRE_DIRECTOR' as const } };
  expect(rolesInForce(['APPROVER'], [director], today, 'UNION_CHAIR')).toEqual(own);
  expect(rolesInForce(['EMPLOYMENT'], [{ ...chair, roles: ['STATISTICS'] }], today).rank).toBeUndefined();
  expect(rolesInForce(['EMPLOYMENT'], [{ ...chair, from }], today).rank).toBeUndefined();
  expect(rolesInForce(['EMPLOYMENT'], [], today, 'UNION_CHAIR').rank).toBeUndefined();
});

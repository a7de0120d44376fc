import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { localDate } from '@nuangong/primitives';
import { aidedAlready, holdTurns, type TurnClaim } from './hold-turns.ts';

const on = localDate('2026-12-08');
const buildClaim = (overrides: Partial<TurnClaim> = {}): TurnClaim => ({
  policy: 'county-winter-300',
  aidType: 'LIVING',
  mark: 'HOLIDAY_VISIT',
  campaignId: 'winter',
  frequency: { times: 1, period: 'CAMPAIGN', against: 'AID_TYPE' },
  on,
  people: ['one'],
  turnsLeft: 1,
  aidedOn: null,
  ...overrides,
});

describe('given one turn a campaign for a household', () => {
  test('the first of two households that share a person gets it, and other households get theirs', () => {
    const claims = [['husband', 'wife'], ['wife', 'child'], ['stranger'], ['child']].map((people) =>
      buildClaim({ people }),
    );
    expect(holdTurns(claims)).toEqual([null, on, null, null]);
  });

  test('a household aided before is refused with the day', () => {
    const before = localDate('2026-12-01');
    expect(holdTurns([buildClaim({ turnsLeft: 0, aidedOn: before })])).toEqual([before]);
    expect(aidedAlready(buildClaim(), before).message.zh).toBe(
      '本户或其家庭成员已于 2026-12-01 受助；每户每次活动 1 次，只计节日慰问，驳回或退回此申请',
    );
  });

  test('aid of another kind or campaign in the same batch uses no turn', () => {
    const other = [buildClaim({ aidType: 'MEDICAL', mark: null }), buildClaim({ campaignId: 'summer' })];
    expect(holdTurns([...other, buildClaim()])).toEqual([null, null, null]);
  });
});

test('nobody gets more than the turns left, and a turn is refused only when it is used', () => {
  const people = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(fc.array(people, { maxLength: 20 }), fc.integer({ min: 1, max: 3 }), (households, times) => {
      const frequency = { times, period: 'CAMPAIGN', against: 'ANY' } as const;
      const held = holdTurns(households.map((each) => buildClaim({ people: each, frequency, turnsLeft: times })));
      for (const [place, household] of households.entries()) {
        const sharing = households.filter(
          (each, before) =>
            before < place && held[before] === null && each.some((person) => household.includes(person)),
        );
        expect(held[place] === null).toBe(sharing.length < times);
      }
    }),
  );
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, localDate, type LocalDate } from '@nuangong/primitives';
import { aidThatCounts, areTurnsUsed, frequencyInWords, type AidAsked, type AidGiven } from './frequency.ts';

const visit = {
  policy: 'county-winter-300',
  aidType: 'LIVING',
  mark: 'HOLIDAY_VISIT',
  campaignId: 'winter-2027',
} as const;
const medical = { policy: 'medical-aid', aidType: 'MEDICAL', mark: null, campaignId: null } as const;
const asks = (overrides: Partial<AidAsked['frequency']> = {}, on = localDate('2026-12-08')): AidAsked => ({
  ...visit,
  frequency: { times: 1, period: 'CAMPAIGN', against: 'AID_TYPE', ...overrides },
  on,
});

describe('a winter visit once a campaign, counting holiday visits', () => {
  test.each([
    ['a visit of the same campaign', { ...visit, on: '2026-12-01' }, 1],
    ['last winter’s visit eleven months ago', { ...visit, campaignId: 'winter-2026', on: '2026-01-08' }, 0],
    ['a medical grant of last week', { ...medical, on: '2026-12-01' }, 0],
    ['a medical grant of the same campaign', { ...medical, campaignId: visit.campaignId, on: '2026-12-01' }, 0],
  ] as const)('%s', (_what, given, counted) => {
    expect(aidThatCounts(asks(), [given as AidGiven])).toHaveLength(counted);
  });

  test('aid asked for outside campaigns counts no earlier aid, of a campaign or of none', () => {
    const asked = { ...asks(), campaignId: null };
    expect(aidThatCounts(asked, [{ ...visit, on: localDate('2026-12-01') }])).toEqual([]);
    expect(aidThatCounts(asked, [{ ...visit, campaignId: null, on: localDate('2026-12-01') }])).toEqual([]);
  });
});

test.each([
  ['CALENDAR_YEAR', '2026-01-01', 1],
  ['CALENDAR_YEAR', '2025-12-31', 0],
  ['CALENDAR_YEAR', '2027-01-01', 1],
  ['TWELVE_MONTHS', '2025-12-09', 1],
  ['TWELVE_MONTHS', '2025-12-08', 0],
] as const)('over %s, aid of %s counts %i times', (period, on, counted) => {
  expect(aidThatCounts(asks({ period, against: 'ANY' }), [{ ...medical, on: localDate(on) }])).toHaveLength(counted);
});

test('a period of a year ends on the same day of the next year, and aid of 28 February has expired on the 29th', () => {
  const given = [{ ...visit, on: localDate('2027-02-28') }];
  const asked = (on: string) => asks({ period: 'TWELVE_MONTHS', against: 'POLICY' }, localDate(on));
  expect(aidThatCounts(asked('2028-02-27'), given)).toHaveLength(1);
  expect(aidThatCounts(asked('2028-02-28'), given)).toHaveLength(0);
  expect(aidThatCounts(asked('2028-02-29'), given)).toHaveLength(0);
});

const day = fc.integer({ min: -900, max: 60 }).map((days) => addDays(localDate('2026-12-08'), days));
const someAid: fc.Arbitrary<AidGiven> = fc.record({
  policy: fc.constantFrom('county-winter-300', 'mine-aid-centre'),
  aidType: fc.constantFrom('LIVING' as const, 'MEDICAL' as const),
  mark: fc.constantFrom('HOLIDAY_VISIT' as const, 'HEATING' as const, null),
  campaignId: fc.constantFrom('winter-2027', 'winter-2026', null),
  on: day,
});
const someFrequency = fc.record({
  times: fc.integer({ min: 1, max: 4 }),
  period: fc.constantFrom('CALENDAR_YEAR' as const, 'TWELVE_MONTHS' as const, 'CAMPAIGN' as const),
  against: fc.constantFrom('POLICY' as const, 'AID_TYPE' as const, 'ANY' as const),
});
const someHistory = fc.record({ given: fc.array(someAid, { maxLength: 12 }), frequency: someFrequency, on: day });

describe('over any history', () => {
  const counted = (frequency: AidAsked['frequency'], on: LocalDate, given: readonly AidGiven[]) =>
    aidThatCounts({ ...visit, frequency, on }, given);

  test('aid given whenever turns are left is never given more often than the policy allows', () => {
    fc.assert(
      fc.property(someFrequency, fc.array(day, { maxLength: 40 }), (frequency, days) => {
        const given: AidGiven[] = [];
        for (const on of days.toSorted()) {
          if (!areTurnsUsed(frequency, counted(frequency, on, given).length)) given.push({ ...visit, on });
        }
        for (const { on } of given) {
          const sofar = given.filter((aid) => aid.on <= on);
          expect(counted(frequency, on, sofar).length).toBeLessThanOrEqual(frequency.times);
        }
      }),
    );
  });

  test('what counts against one kind of aid counts against any, and the order of the history does not matter', () => {
    fc.assert(
      fc.property(someHistory, ({ given, frequency, on }) => {
        const days = counted(frequency, on, given);
        expect(counted(frequency, on, given.toReversed())).toEqual(days);
        expect(counted({ ...frequency, against: 'ANY' }, on, given).length).toBeGreaterThanOrEqual(days.length);
        expect(days.every((each) => given.some((aid) => aid.on === each))).toBe(true);
        expect(days).toEqual(days.toSorted().toReversed());
      }),
    );
  });

  test('after a year nothing counts over twelve months', () => {
    fc.assert(
      fc.property(someHistory, ({ given, frequency, on }) => {
        const past = given.filter((aid) => aid.on <= on);
        expect(counted({ ...frequency, period: 'TWELVE_MONTHS' }, addDays(on, 366), past)).toEqual([]);
      }),
    );
  });
});

test('the words of a frequency include what counts', () => {
  const living = { aidType: 'LIVING', mark: 'HOLIDAY_VISIT' };
  expect(frequencyInWords({ ...living, frequency: { times: 2, period: 'CAMPAIGN', against: 'AID_TYPE' } })).toEqual({
    zh: '每户每次活动 2 次，只计节日慰问',
    en: '2 per household and campaign, counting holiday visits',
  });
  expect(
    frequencyInWords({ ...living, mark: null, frequency: { times: 1, period: 'TWELVE_MONTHS', against: 'POLICY' } }).zh,
  ).toBe('原则上每户每 12 个月 1 次，只计本办法的救助');
});

import { addDays, addYears, daysBetween, isWorkingDay, localDate, valueOf } from '@nuangong/primitives';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limitationOf, readLimitationFacts } from './limitation.ts';

const today = localDate('2026-12-08');
const days = fc.integer({ min: 0, max: 1400 }).map((offset) => addDays(localDate('2022-06-01'), offset));

describe('the limitation for labour arbitration', () => {
  it('ends one year after the violation became known, on the same day', () => {
    const { date, basis } = limitationOf({ kind: 'VIOLATION_KNOWN', knownOn: localDate('2025-06-10') });
    expect(date).toBe('2026-06-10');
    expect(basis.zh).toContain('劳动争议调解仲裁法第二十七条第一款');
  });

  it('moves from a rest day to the next working day, and names the article', () => {
    const { date, basis } = limitationOf({ kind: 'VIOLATION_KNOWN', knownOn: localDate('2025-10-03') });
    expect(date).toBe('2026-10-08');
    expect(basis.zh).toContain('2026-10-03 为休息日，依民法典第二百零三条顺延至 2026-10-08');
  });

  it('stays on a Saturday that is a make-up workday', () => {
    expect(limitationOf({ kind: 'VIOLATION_KNOWN', knownOn: localDate('2025-10-10') }).date).toBe('2026-10-10');
  });

  it('ends on the last day of February for a violation known on the 29th', () => {
    expect(limitationOf({ kind: 'VIOLATION_KNOWN', knownOn: localDate('2024-02-29') }).date).toBe('2025-02-28');
  });

  it('does not run for unpaid wages during employment, then runs one year from its end', () => {
    const lasting = limitationOf({ kind: 'UNPAID_PAY', employmentEndedOn: null });
    expect(lasting.date).toBeNull();
    expect(lasting.basis.zh).toContain('第二十七条第四款');
    expect(limitationOf({ kind: 'UNPAID_PAY', employmentEndedOn: localDate('2025-09-15') }).date).toBe('2026-09-15');
  });

  it('is provisional when the holidays of its year are not announced yet', () => {
    const { date, basis } = limitationOf({ kind: 'VIOLATION_KNOWN', knownOn: localDate('2034-06-12') });
    expect(date).toBe('2035-06-12');
    expect(basis.zh).toContain('2035 年放假安排尚未公布');
  });

  it('never ends on a rest day, before the year is over, or more than a long holiday later', () => {
    fc.assert(
      fc.property(days, (knownOn) => {
        const { date } = limitationOf({ kind: 'VIOLATION_KNOWN', knownOn });
        if (date === null) throw new Error('a limitation runs');
        expect(isWorkingDay(date)).toBe(true);
        const late = daysBetween(addYears(knownOn, 1), date);
        expect(late).toBeGreaterThanOrEqual(0);
        expect(late).toBeLessThanOrEqual(10);
      }),
      { numRuns: 200 },
    );
  });
});

describe('the facts on the form', () => {
  it('are absent when nothing is filled in', () => {
    expect(valueOf(readLimitationFacts({ violationKnownOn: ' ' }, today))).toBeNull();
  });

  it('prefer the end of employment, for unpaid wages, to the day of knowledge', () => {
    const facts = readLimitationFacts(
      { violationKnownOn: '2026-01-05', unpaidPay: true, employmentEndedOn: '2026-03-01' },
      today,
    );
    expect(valueOf(facts)).toEqual({ kind: 'UNPAID_PAY', employmentEndedOn: '2026-03-01' });
  });

  it.each([
    [{ violationKnownOn: '2026-02-30' }, 'DATE_IMPOSSIBLE', 'violationKnownOn'],
    [{ violationKnownOn: '2026-12-09' }, 'DATE_IN_FUTURE', 'violationKnownOn'],
    [{ employmentEndedOn: '2026-03-01' }, 'END_OF_JOB_WITHOUT_UNPAID_PAY', 'employmentEndedOn'],
  ])('%o is refused with %s', (input, code, field) => {
    const read = readLimitationFacts(input, today);
    expect(read.ok ? [] : read.problems.map((one) => [one.code, one.field])).toEqual([[code, field]]);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, localDate, workingDaysBetween } from '@nuangong/primitives';
import { isEnteredAfterwards, mayActivate, mayConfirm, postingClock, postingStatus } from './posting.ts';

const today = localDate('2026-11-23');

describe('the clock of a public posting', () => {
  test('runs five working days after the day it was put up, without weekends and public holidays', () => {
    expect(postingClock('2026-11-23', today)).toMatchObject({
      value: { from: '2026-11-23', to: '2026-11-30', provisional: false },
    });
    expect(postingClock('2026-09-30', today)).toMatchObject({ value: { to: '2026-10-13' } });
  });

  test('takes a list posted up to 60 days ago or up to 30 days ahead', () => {
    fc.assert(
      fc.property(fc.integer({ min: -200, max: 200 }), (days) => {
        const clock = postingClock(addDays(today, days), today);
        expect(clock.ok).toBe(days >= -60 && days <= 30);
        if (clock.ok) expect(workingDaysBetween(clock.value.from, clock.value.to)).toBe(5);
      }),
    );
  });

  test('is provisional when it ends in a year not yet announced', () => {
    expect(postingClock('2027-12-30', localDate('2027-12-20'))).toMatchObject({ value: { provisional: true } });
  });

  test('includes the last day; files become active from the next', () => {
    const posting = { to: today, activated: false, withdrawn: false, unconfirmed: false };
    expect(postingStatus(posting, today)).toBe('RUNNING');
    expect(mayActivate(posting, today)).toMatchObject({ problems: [{ code: 'POSTING_RUNNING' }] });
    expect(postingStatus(posting, addDays(today, 1))).toBe('ENDED');
    expect(mayActivate(posting, addDays(today, 1)).ok).toBe(true);
    expect(mayActivate({ ...posting, activated: true }, addDays(today, 1))).toMatchObject({
      problems: [{ code: 'POSTING_ACTIVATED' }],
    });
  });

  test('opens no file of a list entered afterwards until a second person confirms its photograph', () => {
    expect(isEnteredAfterwards({ from: addDays(today, -1), publishedOn: today })).toBe(true);
    expect(isEnteredAfterwards({ from: today, publishedOn: today })).toBe(false);
    const ended = { to: addDays(today, -1), activated: false, withdrawn: false };
    expect(mayActivate({ ...ended, unconfirmed: true }, today)).toMatchObject({
      problems: [{ code: 'POSTING_UNCONFIRMED' }],
    });
    const entered = { enteredAfterwards: true, confirmed: false, publishedBy: 'a', photos: 1, madeByActor: false };
    const code = (more: Partial<typeof entered>, staff: string) => {
      const may = mayConfirm({ ...entered, ...more }, staff);
      return may.ok ? '' : may.problems[0]?.code;
    };
    expect([code({}, 'b'), code({}, 'a'), code({ photos: 0 }, 'b'), code({ confirmed: true }, 'b')]).toEqual([
      '',
      'OWN_POSTING',
      'POSTING_PHOTO_MISSING',
      'POSTING_CONFIRMED',
    ]);
    expect(code({ madeByActor: true }, 'b')).toBe('OWN_WORK');
    expect(code({ enteredAfterwards: false }, 'b')).toBe('POSTING_NEEDS_NO_CONFIRMATION');
  });
});

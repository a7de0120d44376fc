import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, isWorkingDay, localDate, type LocalDate } from '@nuangong/primitives';
import { kindOf, obligationKinds } from './kind.ts';
import { planObligation, standingOn, stepsDueBy } from './obligation-plan.ts';

const days = fc.integer({ min: 0, max: 1_000 }).map((after) => addDays(localDate('2025-06-01'), after));
const kinds = fc.oneof(
  fc.constantFrom(...Object.values(obligationKinds)),
  fc.record(
    {
      days: fc.constantFrom('WORKING' as const, 'CALENDAR' as const),
      dueAfter: fc.nat(30),
      remindBefore: fc.array(fc.nat(40), { maxLength: 5 }),
      escalate: fc.record({ after: fc.integer({ min: 1, max: 20 }), roles: fc.constant([]) }),
      lapseAfter: fc.nat(30),
    },
    { requiredKeys: ['days', 'dueAfter', 'remindBefore'] },
  ),
);

describe('the plan of an obligation', () => {
  test('given any kind and days, then reminders are in order from opening to due day, and the escalation comes after', () => {
    fc.assert(
      fc.property(kinds, days, days, (kind, from, openedOn) => {
        const { dueOn, remindOn, escalateOn, lapseOn } = planObligation(kind, from, openedOn);
        expect(remindOn).toEqual([...new Set(remindOn)].toSorted());
        const inTime = (day: LocalDate): boolean => day > openedOn && day <= dueOn && isWorkingDay(day);
        expect(remindOn.every((day) => day === openedOn || inTime(day))).toBe(true);
        expect(kind.dueAfter === 0 ? dueOn === from : dueOn >= openedOn).toBe(true);
        if (escalateOn !== null) {
          expect(escalateOn > dueOn && isWorkingDay(escalateOn)).toBe(true);
          expect(escalateOn > openedOn && remindOn.some((day) => day < escalateOn)).toBe(true);
          const between = Array.from({ length: 20 }, (_, after) => addDays(openedOn, after));
          expect(between.some((day) => day < escalateOn && isWorkingDay(day))).toBe(true);
        }
        if (lapseOn !== null) expect(lapseOn > dueOn).toBe(true);
      }),
    );
  });

  test('given a posting until Monday, 7 December, then files are to be opened by Thursday, and it escalates on Friday', () => {
    const plan = planObligation(kindOf('POSTING_ENDED'), localDate('2026-12-07'), localDate('2026-11-30'));
    expect(plan).toEqual({
      dueOn: '2026-12-10',
      remindOn: ['2026-12-07', '2026-12-10'],
      escalateOn: '2026-12-11',
      lapseOn: null,
    });
  });

  test('given a fixed day that is a rest day, then the day stays, and the reminder comes on the working day before', () => {
    const plan = planObligation(kindOf('DELEGATION_ENDS'), localDate('2026-12-06'), localDate('2026-12-01'));
    expect(plan).toEqual({
      dueOn: '2026-12-06',
      remindOn: ['2026-12-03', '2026-12-04'],
      escalateOn: null,
      lapseOn: '2026-12-07',
    });
  });

  test.each([
    ['within a holiday', '2027-01-03', '2027-01-01', ['2027-01-01']],
    ['within a long holiday', '2026-10-07', '2026-10-01', ['2026-10-01']],
    ['on the Saturday before a Sunday', '2026-12-06', '2026-12-05', ['2026-12-05']],
  ])(
    'given an obligation opened %s that ends within it, then the reminder comes on the day of opening',
    (_when, from, on, days) => {
      expect(planObligation(kindOf('DELEGATION_ENDS'), localDate(from), localDate(on)).remindOn).toEqual(days);
    },
  );

  test('given a table already overdue when opened, then the reminder comes that day, and the escalation later', () => {
    const saturday = localDate('2026-12-05');
    expect(planObligation(kindOf('TABLE_DUE'), localDate('2026-01-12'), saturday)).toMatchObject({
      dueOn: '2026-01-12',
      remindOn: [saturday],
      escalateOn: '2026-12-08',
    });
  });

  test('given a list entered long afterwards, then it is due no earlier than the day of entry', () => {
    const entered = localDate('2026-12-24');
    expect(planObligation(kindOf('POSTING_ENDED'), localDate('2026-11-20'), entered).dueOn).toBe(entered);
  });
});

describe('the steps due by a day', () => {
  test('given any plan, when asked every day or once, then every step comes once, on its day, and none after the lapse', () => {
    fc.assert(
      fc.property(kinds, days, days, fc.nat(60), (kind, from, openedOn, length) => {
        const plan = planObligation(kind, from, openedOn);
        const until = addDays(plan.dueOn, length);
        const daily: string[] = [];
        const first = openedOn < plan.dueOn ? openedOn : plan.dueOn;
        for (let day: LocalDate = first; day <= until; day = addDays(day, 1)) {
          const before = stepsDueBy(plan, addDays(day, -1)).length;
          daily.push(
            ...stepsDueBy(plan, day)
              .slice(before)
              .map((step) => `${step.kind} ${step.on}`),
          );
        }
        const once = stepsDueBy(plan, until).map((step) => `${step.kind} ${step.on}`);
        expect(daily).toEqual(once);
        expect(new Set(once).size).toBe(once.length);
        const lapsed = once.findIndex((step) => step.startsWith('LAPSED'));
        expect(lapsed === -1 || lapsed === once.length - 1).toBe(true);
      }),
    );
  });
});

test('an obligation is overdue from the day after its due day', () => {
  const due = localDate('2026-12-10');
  const asked = ['2026-12-11', '2026-12-10', '2026-12-09', '2026-12-03', '2026-12-02'];
  expect(asked.map((day) => standingOn(due, localDate(day)))).toEqual(['OVERDUE', 'TODAY', 'WEEK', 'WEEK', 'LATER']);
});

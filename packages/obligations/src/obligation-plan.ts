import { addDays, addWorkingDays, workingDayOnOrAfter, type LocalDate } from '@nuangong/primitives';
import type { ObligationKind, ObligationPlan } from './kind.ts';

/**
 * The days of an obligation that counts from `from` and is opened on `openedOn`. One whose days are counted from an
 * event (`dueAfter` above 0) is due on the day it is opened at the earliest, because nobody could have met it before; a
 * fixed day is not moved. A reminder that falls on a rest day comes on the working day before (§004: the reminder comes
 * on the working day before), or on the day it is opened if that is later; one whose own day is before the opening is
 * left out. An escalation that falls on a rest day comes on the next working day; it never comes before a working day
 * on which the obligation was open, and its reminder comes first, on the day of opening at the latest.
 */
export function planObligation(
  kind: Pick<ObligationKind, 'days' | 'dueAfter' | 'remindBefore' | 'escalate' | 'lapseAfter'>,
  from: LocalDate,
  openedOn: LocalDate,
): ObligationPlan {
  const move = kind.days === 'WORKING' ? addWorkingDays : addDays;
  const counted = move(from, kind.dueAfter);
  const dueOn = kind.dueAfter > 0 && counted < openedOn ? openedOn : counted;
  const reminders = kind.remindBefore
    .map((before) => move(dueOn, -before))
    .filter((day) => day >= openedOn)
    .map((day) => laterOf(workingDayOnOrBefore(day), openedOn));
  const { escalate } = kind;
  const remindOn = reminders.length === 0 && escalate !== undefined ? [openedOn] : reminders;
  const seenBy = addDays(workingDayOnOrAfter(openedOn), 1);
  return {
    dueOn,
    remindOn: [...new Set(remindOn)].toSorted(),
    escalateOn: escalate === undefined ? null : workingDayOnOrAfter(laterOf(move(dueOn, escalate.after), seenBy)),
    lapseOn: kind.lapseAfter === undefined ? null : addDays(move(dueOn, kind.lapseAfter), 1),
  };
}

const laterOf = (one: LocalDate, other: LocalDate): LocalDate => (one > other ? one : other);

/** The day itself if it is a working day, else the last one before it. */
function workingDayOnOrBefore(day: LocalDate): LocalDate {
  return addWorkingDays(addDays(day, 1), -1);
}

/** How urgent an open obligation is on a day. */
export type ObligationStanding = 'OVERDUE' | 'TODAY' | 'WEEK' | 'LATER';

/** Days ahead that count as this week, the day itself not included. */
export const daysOfWeekAhead = 7;

/** How urgent an obligation is on a day: overdue from the day after its due day. */
export function standingOn(dueOn: LocalDate, today: LocalDate): ObligationStanding {
  if (dueOn < today) return 'OVERDUE';
  if (dueOn === today) return 'TODAY';
  return dueOn <= addDays(today, daysOfWeekAhead) ? 'WEEK' : 'LATER';
}

/** A step that the scheduler takes on a day. */
export interface PlannedStep {
  readonly kind: 'REMINDED' | 'ESCALATED' | 'LAPSED';
  readonly on: LocalDate;
}

/**
 * The steps due by a day, in order: every step of the plan up to it, and none after the lapse. The SQL function
 * `take_obligation_steps` does the same for all obligations together.
 */
export function stepsDueBy(plan: ObligationPlan, day: LocalDate): readonly PlannedStep[] {
  const { remindOn, escalateOn, lapseOn } = plan;
  const before = (on: LocalDate): boolean => on <= day && (lapseOn === null || on < lapseOn);
  const steps: readonly PlannedStep[] = [
    ...remindOn.filter(before).map((on) => ({ kind: 'REMINDED', on }) as const),
    ...(escalateOn !== null && before(escalateOn) ? [{ kind: 'ESCALATED', on: escalateOn } as const] : []),
    ...(lapseOn !== null && lapseOn <= day ? [{ kind: 'LAPSED', on: lapseOn } as const] : []),
  ];
  return steps.toSorted((one, other) => (one.on < other.on ? -1 : Number(one.on > other.on)));
}

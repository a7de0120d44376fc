import { readText } from './bounded-text.ts';
import { addDays, localDate, parseLocalDate, partsOf, type LocalDate } from './local-date.ts';
import { ok, problem, refuse, type Bilingual, type Problem, type Result } from './result.ts';

/** Something that a day depends on: the day cannot be earlier. */
export interface DayFloor {
  readonly on: LocalDate;
  /** What happened that day, as it follows 早于 and “before”: 建档日期, 'the day the file was opened'. */
  readonly what: Bilingual;
  /** Whether an earlier day is allowed with a reason that is stored. */
  readonly unlessReason?: boolean;
}

/** The reason for an unusual day, as typed, and its field. */
export interface TypedReason {
  readonly text: string | null | undefined;
  readonly field: string;
}

export interface HappenedDayRule {
  readonly field: string;
  /** The name of the day: 退出日期, 'the day of the exit'. */
  readonly what: Bilingual;
  readonly today: LocalDate;
  readonly restsOn?: readonly (DayFloor | undefined)[];
  /** Where the form has the reason for an unusual day. */
  readonly reason: TypedReason;
}

/** A day on which something happened, with the reason to store if one was given. */
export interface HappenedDay {
  readonly on: LocalDate;
  readonly reason: string | null;
}

const OLDEST: LocalDate = localDate('1950-01-01');
const LONGEST_REASON = 500;

/** The first day that needs no reason: 1 January of last year. */
export function firstOrdinaryDay(today: LocalDate): LocalDate {
  return localDate(`${partsOf(today).year - 1}-01-01`);
}

/**
 * Reads a day on which something happened: a calendar day, not later than today, not earlier than what it depends on,
 * and before 1 January of last year only with a reason, which the caller stores. Refuses with DATE_NOT_A_DATE,
 * DATE_IMPOSSIBLE, DATE_IN_FUTURE, DATE_BEFORE_BASIS, DATE_TOO_OLD, DATE_REASON_MISSING or TEXT_TOO_LONG (the reason).
 */
export function readHappenedDay(text: string, rule: HappenedDayRule): Result<HappenedDay> {
  const day = parseLocalDate(text, { field: rule.field });
  if (!day.ok) return day;
  const reason = readText(rule.reason.text ?? '', rule.reason.field, LONGEST_REASON);
  if (!reason.ok) return reason;
  const refusal = happenedDayProblem(day.value, rule, reason.value);
  if (refusal !== undefined) return refuse(refusal);
  return ok({ on: day.value, reason: reason.value === '' ? null : reason.value });
}

function happenedDayProblem(day: LocalDate, rule: HappenedDayRule, reason: string): Problem | undefined {
  if (day > rule.today) return problem('DATE_IN_FUTURE', inFuture(rule.what), rule.field);
  if (day < OLDEST) return problem('DATE_TOO_OLD', tooOld(rule.what, OLDEST), rule.field);
  const floors = (rule.restsOn ?? []).filter((floor) => floor !== undefined).filter(({ on }) => day < on);
  const firm = floors.find(({ unlessReason }) => unlessReason !== true);
  if (firm !== undefined) return problem('DATE_BEFORE_BASIS', beforeBasis(rule.what, firm), rule.field);
  if (reason !== '') return undefined;
  const [basis] = floors;
  if (basis !== undefined) return problem('DATE_REASON_MISSING', reasonForBasis(rule.what, basis), rule.reason.field);
  const first = firstOrdinaryDay(rule.today);
  return day < first ? problem('DATE_REASON_MISSING', reasonForAge(rule.what, first), rule.reason.field) : undefined;
}

export interface PlannedDayRule {
  readonly field: string;
  readonly what: Bilingual;
  readonly today: LocalDate;
  /** How far before and after today the day may be, in days. */
  readonly mostDaysBack: number;
  readonly mostDaysAhead: number;
  readonly restsOn?: readonly (DayFloor | undefined)[];
}

/**
 * Reads a planned day, such as the first day of a campaign: a calendar day within bounds around today, not earlier than
 * what it depends on. Refuses with DATE_NOT_A_DATE, DATE_IMPOSSIBLE, DATE_TOO_OLD, DATE_TOO_FAR or DATE_BEFORE_BASIS.
 */
export function readPlannedDay(text: string, rule: PlannedDayRule): Result<LocalDate> {
  const { field, what } = rule;
  const day = parseLocalDate(text, { field });
  if (!day.ok) return day;
  const first = addDays(rule.today, -rule.mostDaysBack);
  const last = addDays(rule.today, rule.mostDaysAhead);
  if (day.value < first) return refuse(problem('DATE_TOO_OLD', tooOld(what, first), field));
  if (day.value > last) return refuse(problem('DATE_TOO_FAR', tooFar(what, last), field));
  const floor = rule.restsOn?.find((each) => each !== undefined && day.value < each.on);
  return floor === undefined ? day : refuse(problem('DATE_BEFORE_BASIS', beforeBasis(what, floor), field));
}

function inFuture(what: Bilingual): Bilingual {
  return { zh: `${what.zh}不能晚于今天，核对后重录`, en: `${initial(what.en)} is after today; check it.` };
}

function beforeBasis(what: Bilingual, floor: DayFloor): Bilingual {
  return {
    zh: `${what.zh}不能早于${floor.what.zh}（${floor.on}），核对后重录`,
    en: `${initial(what.en)} is before ${floor.what.en} (${floor.on}); check it.`,
  };
}

function tooOld(what: Bilingual, first: LocalDate): Bilingual {
  return {
    zh: `${what.zh}早于 ${first}，核对后重录`,
    en: `${initial(what.en)} is before ${first}; check it.`,
  };
}

function tooFar(what: Bilingual, last: LocalDate): Bilingual {
  return {
    zh: `${what.zh}晚于 ${last}，核对后重录`,
    en: `${initial(what.en)} is after ${last}; check it.`,
  };
}

function reasonForBasis(what: Bilingual, floor: DayFloor): Bilingual {
  return {
    zh: `${what.zh}早于${floor.what.zh}（${floor.on}），核对日期，无误的填写原因`,
    en: `${initial(what.en)} is before ${floor.what.en} (${floor.on}). Check it; if it is right, give the reason.`,
  };
}

function reasonForAge(what: Bilingual, first: LocalDate): Bilingual {
  return {
    zh: `${what.zh}早于 ${first}，核对日期，无误的填写原因`,
    en: `${initial(what.en)} is before ${first}. Check it; if it is right, give the reason.`,
  };
}

function initial(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

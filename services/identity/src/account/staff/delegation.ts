import { highestRank, incompatiblePairIn, type OnBehalfOf, type Rank, type Role } from '@nuangong/access';
import {
  collectProblems,
  combineFields,
  daysBetween,
  isAfter,
  isBefore,
  ok,
  problem,
  readPlannedDay,
  readRequiredText,
  refuse,
  type Bilingual,
  type LocalDate,
  type Problem,
  type Result,
} from '@nuangong/primitives';
import { rolesIncompatible } from './staff.ts';

/** The longest delegation, both days included; beyond it the roles themselves must be changed. */
export const mostDays = 92;
/** A delegation begins at most this many days from today. */
export const mostDaysAhead = 366;

/** Roles lent from one day to another, both included. */
export interface LentRoles {
  readonly roles: readonly Role[];
  readonly firstDay: LocalDate;
  readonly lastDay: LocalDate;
}

/** The data about a member of staff that a delegation depends on. */
export interface Party {
  readonly id: string;
  readonly organizationId: string;
  readonly active: boolean;
  readonly roles: readonly Role[];
}

/** A delegation as requested. */
export interface WantedDelegation {
  readonly roles: readonly Role[];
  readonly firstDay: string;
  readonly lastDay: string;
  readonly reason: string;
}

/**
 * Decides whether `from` may lend roles to `to`: a colleague of the same organisation, only roles that `from` holds,
 * from today on and for at most a quarter; and on no day may `to` hold and borrow roles that one person must never hold
 * together.
 *
 * @param borrowed delegations to `to` that have not been ended.
 */
export function decideDelegation(
  wanted: WantedDelegation,
  parties: { readonly from: Party; readonly to: Party; readonly makerId: string },
  borrowed: readonly LentRoles[],
  today: LocalDate,
): Result<LentRoles & { readonly reason: string }> {
  const { from, to, makerId } = parties;
  const days = readDays(wanted, today);
  const roles = [...new Set(wanted.roles)];
  const reason = readRequiredText(wanted.reason, 'reason', 200);
  const problems: Problem[] = [...collectProblems([days])];
  if (roles.length === 0 || roles.some((role) => !from.roles.includes(role))) problems.push(refusals.rolesNotHeld());
  if (roles.includes('ADMINISTRATOR')) problems.push(refusals.administrationNotLent());
  problems.push(...collectProblems([reason]));
  if (to.id === from.id || to.id === makerId) problems.push(refusals.toOneself());
  if (to.organizationId !== from.organizationId || !to.active || !from.active) problems.push(refusals.notAColleague());
  if (!days.ok || !reason.ok || problems.length > 0) return refuse(...problems);
  const lent = { roles, ...days.value };
  const clash = clashOf(to.roles, [...borrowed, lent]);
  return clash === undefined ? ok({ ...lent, reason: reason.value }) : refuse(rolesIncompatible(clash));
}

const firstDayWords: Bilingual = { zh: '委托开始日', en: 'the first day' };
const lastDayWords: Bilingual = { zh: '委托结束日', en: 'the last day' };

function readDays(
  wanted: Pick<WantedDelegation, 'firstDay' | 'lastDay'>,
  today: LocalDate,
): Result<{ readonly firstDay: LocalDate; readonly lastDay: LocalDate }> {
  const bounds = { today, mostDaysBack: 0 };
  const firstDay = readPlannedDay(wanted.firstDay, {
    ...bounds,
    field: 'firstDay',
    what: firstDayWords,
    mostDaysAhead,
  });
  const days = combineFields({
    firstDay,
    lastDay: readPlannedDay(wanted.lastDay, {
      ...bounds,
      field: 'lastDay',
      what: lastDayWords,
      mostDaysAhead: mostDaysAhead + mostDays,
      restsOn: firstDay.ok ? [{ on: firstDay.value, what: firstDayWords }] : [],
    }),
  });
  if (!days.ok) return days;
  const { value } = days;
  return daysBetween(value.firstDay, value.lastDay) + 1 > mostDays ? refuse(refusals.tooLong()) : days;
}

/** The first pair of roles that one person must never hold which occurs on some day; undefined if there is none. */
export function clashOf(own: readonly Role[], borrowed: readonly LentRoles[]) {
  for (const { firstDay } of borrowed) {
    const clash = incompatiblePairIn([...own, ...rolesLentOn(borrowed, firstDay)]);
    if (clash !== undefined) return clash;
  }
  return incompatiblePairIn(own);
}

function rolesLentOn(borrowed: readonly LentRoles[], day: LocalDate): readonly Role[] {
  return borrowed.filter((one) => isInForce(one, day)).flatMap(({ roles }) => roles);
}

/** Whether a delegation that has not been ended is in force on a day. */
export function isInForce({ firstDay, lastDay }: Pick<LentRoles, 'firstDay' | 'lastDay'>, day: LocalDate): boolean {
  return !isBefore(day, firstDay) && !isAfter(day, lastDay);
}

/** The role of administrator cannot be lent: an administrator could make anybody a second one. */
const isLendable = (role: Role): boolean => role !== 'ADMINISTRATOR';

/** A delegation with the lender's present state. */
export interface BorrowedFrom extends LentRoles {
  readonly from: OnBehalfOf & {
    readonly active: boolean;
    readonly roles: readonly Role[];
    /** The lender's own rank today. */
    readonly rank?: Rank | undefined;
  };
}

/**
 * The roles and rank of a member of staff today: their own, and those that colleagues lend and still hold. Who lends
 * the role of approver lends their own rank with it, never a higher one. If the roles include a pair that one person
 * must never hold, because roles were changed past the rules, nothing is borrowed.
 *
 * @param ownRank the rank that the member of staff holds today, without those of lenders.
 */
export function rolesInForce(
  own: readonly Role[],
  borrowed: readonly BorrowedFrom[],
  today: LocalDate,
  ownRank?: Rank | undefined,
): { readonly roles: readonly Role[]; readonly onBehalfOf: readonly OnBehalfOf[]; readonly rank: Rank | undefined } {
  const held = rankBeside(own, ownRank);
  const lent = borrowed
    .filter((one) => one.from.active && isInForce(one, today))
    .map(({ roles, from }) => ({
      from,
      roles: roles.filter((role) => isLendable(role) && from.roles.includes(role) && !own.includes(role)),
      rank: rankBeside(
        roles.filter((role) => from.roles.includes(role)),
        from.rank,
      ),
    }))
    .filter(({ roles, rank }) => roles.length > 0 || highestRank([held, rank]) !== held);
  const all = [...new Set([...own, ...lent.flatMap(({ roles }) => roles)])];
  if (lent.length === 0 || incompatiblePairIn(all) !== undefined) return { roles: own, onBehalfOf: [], rank: held };
  const lenders = new Map(lent.map(({ from: { staffId, name } }) => [staffId, { staffId, name }]));
  return { roles: all, onBehalfOf: [...lenders.values()], rank: highestRank([held, ...lent.map(({ rank }) => rank)]) };
}

/** A rank counts only beside the role of approver. */
const rankBeside = (roles: readonly Role[], rank: Rank | undefined): Rank | undefined =>
  roles.includes('APPROVER') ? rank : undefined;

const refusals = {
  rolesNotHeld: () =>
    problem(
      'ROLES_NOT_HELD',
      {
        zh: '只能委托委托人自己的岗位，至少选一个',
        en: 'Choose at least one role that the delegating person holds.',
      },
      'roles',
    ),
  administrationNotLent: () =>
    problem(
      'ADMINISTRATION_NOT_LENT',
      {
        zh: '管理员岗位不能委托，由本单位另一位管理员或上级管理员办理',
        en: 'The administrator role cannot be delegated. Ask another administrator, or one of the superior organisation, to act instead.',
      },
      'roles',
    ),
  toOneself: () =>
    problem(
      'DELEGATION_TO_ONESELF',
      { zh: '岗位不能委托给自己，选一位同事', en: 'You cannot delegate roles to yourself. Choose a colleague.' },
      'toStaffId',
    ),
  notAColleague: () =>
    problem(
      'NOT_A_COLLEAGUE',
      { zh: '受托人应是同一单位的在用账号，换一位', en: 'Choose an active account of the same organisation.' },
      'toStaffId',
    ),
  tooLong: () =>
    problem(
      'DELEGATION_TOO_LONG',
      {
        zh: `一次委托最长 ${mostDays} 天，更久的由管理员调整岗位`,
        en: `Choose at most ${mostDays} days. For longer periods, ask an administrator to change roles.`,
      },
      'lastDay',
    ),
} as const;

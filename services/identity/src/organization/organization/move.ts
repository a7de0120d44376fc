import { isSeat, isWithin, pathsAtOrAbove, scopeOf } from '@nuangong/access';
import {
  collectProblems,
  ok,
  problem,
  readReason,
  refuse,
  type LocalDate,
  type Problem,
  type Result,
} from '@nuangong/primitives';
import { readChangeDay, stillOpen, type InForce } from '../in-force/in-force.ts';
import { kindNotUnder, kindsUnder, type OrganizationKind, type StandingOrganization } from './organization.ts';

/** An organisation that is to move. */
export interface MovingOrganization extends StandingOrganization {
  readonly code: string;
  readonly kind: OrganizationKind;
  /** The paths of its subordinates, at any depth. */
  readonly pathsBelow: readonly string[];
}

/** Its new direct superior. */
export interface NewSuperior extends InForce {
  readonly path: string;
  readonly kind: OrganizationKind;
}

/** An accepted move. */
export interface DecidedMove {
  readonly path: string;
  readonly from: LocalDate;
  readonly reason: string;
}

/** The most codes that a path has. */
const deepest = 8;

/**
 * Checks a move below another superior: by an administrator over both places, not below itself, only to a superior that
 * its kind allows, from a day on which both are in force. Organisations with files and a book of their own cannot move.
 * Returns the new path.
 */
export function decideMove(
  moving: MovingOrganization,
  superior: NewSuperior,
  wanted: { readonly from?: string | null | undefined; readonly reason: string },
  actor: { readonly scope: string },
  today: LocalDate,
): Result<DecidedMove> {
  if (moving.path === actor.scope) return refuse(movedByItself());
  const open = stillOpen(moving);
  if (!open.ok) return open;
  const from = readChangeDay(wanted.from, moving, today, {
    field: 'from',
    what: { zh: '划转日期', en: 'the day of the move' },
  });
  const reason = readReason(wanted.reason, 'reason');
  const problems = [
    ...placeProblems(moving, superior),
    ...collectProblems([from, reason]),
    ...(from.ok ? superiorNotInForce(superior, from.value) : []),
  ];
  if (problems.length > 0 || !from.ok || !reason.ok) return refuse(...problems);
  return ok({ path: pathBelow(superior, moving), from: from.value, reason: reason.value });
}

/** The path of an organisation below a superior. */
export const pathBelow = ({ path }: { readonly path: string }, { code }: { readonly code: string }): string =>
  `${path}${code}/`;

function placeProblems(moving: MovingOrganization, superior: NewSuperior): readonly Problem[] {
  if (isSeat(moving.kind)) return [keepsABook()];
  if (isWithin(scopeOf(superior.path), scopeOf(moving.path))) return [belowItself()];
  const path = pathBelow(superior, moving);
  if (path === moving.path) return [superiorUnchanged()];
  if (!kindsUnder[superior.kind].includes(moving.kind)) return [kindNotUnder('parentId')];
  const levels = (one: string): number => pathsAtOrAbove(one).length;
  const below = Math.max(levels(moving.path), ...moving.pathsBelow.map(levels)) - levels(moving.path);
  return levels(path) + below > deepest ? [tooDeep()] : [];
}

function superiorNotInForce(superior: NewSuperior, on: LocalDate): readonly Problem[] {
  return superior.to === null && superior.from <= on ? [] : [superiorClosed()];
}

const movedByItself = (): Problem =>
  problem('MOVED_BY_SUPERIOR', {
    zh: '本单位由上级工会划转，请上级管理员办理',
    en: 'An organisation is moved by its superior. Ask the superior’s administrator.',
  });

const keepsABook = (): Problem =>
  problem('KEEPS_A_BOOK', {
    zh: '县级工会和产业工会有自己的账套和档案，不整体划转；请逐个划转其下属基层工会和站点，再撤销原组织',
    en: 'A county or industry union has its own book and files and cannot move. Move the unions and stations below it, then close it.',
  });

const belowItself = (): Problem =>
  problem(
    'BELOW_ITSELF',
    {
      zh: '不能划转到本单位或其下级之下，换一个上级',
      en: 'It cannot move below itself or its own subordinates. Choose another superior.',
    },
    'parentId',
  );

const superiorUnchanged = (): Problem =>
  problem(
    'SUPERIOR_UNCHANGED',
    { zh: '所选上级就是现上级，换一个上级', en: 'This is its present superior. Choose another.' },
    'parentId',
  );

const tooDeep = (): Problem =>
  problem(
    'TOO_DEEP',
    {
      zh: `划转后组织层级超过 ${deepest} 级，换一个层级较高的上级`,
      en: `The tree would be deeper than ${deepest} levels. Choose a superior further up.`,
    },
    'parentId',
  );

const superiorClosed = (): Problem =>
  problem(
    'SUPERIOR_NOT_IN_FORCE',
    {
      zh: '所选上级在划转日期尚未设立或已撤销，换一个上级或改日期',
      en: 'That superior is not in force on the day of the move. Choose another superior or another day.',
    },
    'parentId',
  );

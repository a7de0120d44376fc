import { organizationKinds, type OrganizationKind } from '@nuangong/access';
import { collectProblems, ok, problem, refuse, type LocalDate, type Problem, type Result } from '@nuangong/primitives';
import {
  readChangeDay,
  readFirstDay,
  readLastDay,
  readOrganizationName,
  stillOpen,
  type InForce,
} from '../in-force/in-force.ts';

export { organizationKinds, type OrganizationKind };

export const stationKinds = ['TOWNSHIP', 'COMMUNITY', 'ENTERPRISE'] as const;

/** What an aid station belongs to: a township or street, a community or village, an enterprise. */
export type StationKind = (typeof stationKinds)[number];

/** The kinds that may be directly below each kind, as in the tree of the glossary. */
export const kindsUnder: Readonly<Record<OrganizationKind, readonly OrganizationKind[]>> = {
  PROVINCE: ['CITY'],
  CITY: ['COUNTY', 'INDUSTRY_UNION', 'BASE_UNION', 'AID_STATION'],
  COUNTY: ['BASE_UNION', 'AID_STATION'],
  INDUSTRY_UNION: ['BASE_UNION', 'AID_STATION'],
  BASE_UNION: ['BASE_UNION', 'AID_STATION'],
  AID_STATION: [],
};

export interface NewOrganization {
  readonly code: string;
  readonly name: string;
  readonly kind: OrganizationKind;
  /** Only for a station. */
  readonly stationKind?: StationKind | null | undefined;
  /** The first day in force, YYYY-MM-DD; today by default. */
  readonly from?: string | null | undefined;
}

/** An organisation to be registered. */
export interface RegisteredOrganization {
  readonly code: string;
  readonly name: string;
  readonly kind: OrganizationKind;
  readonly stationKind: StationKind | null;
  readonly path: string;
  readonly from: LocalDate;
}

/** Checks whether an organisation may be registered under a parent; returns its code, name, first day and path. */
export function decideRegistration(
  wanted: NewOrganization,
  parent: { readonly kind: OrganizationKind; readonly path: string },
  today: LocalDate,
): Result<RegisteredOrganization> {
  const { code, name, problems } = readCodeAndName(wanted);
  if (!kindsUnder[parent.kind].includes(wanted.kind)) problems.push(kindNotUnder('kind'));
  const stationKind = readStationKind(wanted);
  const from = readFirstDay(wanted.from, today);
  if (problems.length > 0 || !stationKind.ok || !from.ok) {
    return refuse(...problems, ...collectProblems([stationKind, from]));
  }
  const path = `${parent.path}${code}/`;
  return ok({ code, name, kind: wanted.kind, stationKind: stationKind.value, path, from: from.value });
}

/** Checks whether an organisation may be the top of a tree; returns its code, name and path. */
export function decideTop(wanted: NewOrganization, today: LocalDate): Result<RegisteredOrganization> {
  const { code, name, problems } = readCodeAndName(wanted);
  return problems.length > 0
    ? refuse(...problems)
    : ok({ code, name, kind: wanted.kind, stationKind: null, path: `${code}/`, from: today });
}

/** Refuses a kind of organisation below a kind of parent. */
export const kindNotUnder = (field: string): Problem =>
  problem(
    'KIND_NOT_UNDER_PARENT',
    {
      zh: '这类组织不设在所选上级之下，换一个上级',
      en: 'This kind of organisation cannot be directly under that parent. Choose another.',
    },
    field,
  );

function readStationKind({ kind, stationKind }: NewOrganization): Result<StationKind | null> {
  if (kind !== 'AID_STATION') return ok(null);
  if (stationKind != null) return ok(stationKind);
  return refuse(
    problem(
      'STATION_KIND_MISSING',
      {
        zh: '帮扶站点须选明设在乡镇（街道）、社区（村）还是企业',
        en: 'Say whether the station is a township’s, a community’s or an enterprise’s.',
      },
      'stationKind',
    ),
  );
}

/** The part of an organisation that its changes are checked against. */
export interface StandingOrganization extends InForce {
  readonly path: string;
  readonly name: string;
}

/** Checks a new name from a day on: not before the day of the present name, not later than today. */
export function decideRenaming(
  standing: StandingOrganization,
  wanted: { readonly name: string; readonly from?: string | null | undefined },
  today: LocalDate,
): Result<{ readonly name: string; readonly from: LocalDate }> {
  const name = readOrganizationName(wanted.name);
  const from = readChangeDay(wanted.from, standing, today, {
    field: 'from',
    what: { zh: '更名日期', en: 'the day of the new name' },
  });
  const problems = collectProblems([stillOpen(standing), name, from]);
  if (problems.length > 0 || !name.ok || !from.ok) return refuse(...problems);
  if (name.value === standing.name) return refuse(sameName());
  return ok({ name: name.value, from: from.value });
}

/** Checks the last day of an organisation: not before its first, not later than today, and only by a superior. */
export function decideClosing(
  standing: StandingOrganization,
  wanted: { readonly to: string },
  actor: { readonly scope: string },
  today: LocalDate,
): Result<LocalDate> {
  if (standing.path === actor.scope) return refuse(closedByItself());
  return readLastDay(wanted.to, standing, today);
}

const sameName = (): Problem =>
  problem(
    'NAME_UNCHANGED',
    { zh: '新名称与现名称相同，核对后重填', en: 'This is its present name. Enter another.' },
    'name',
  );

const closedByItself = (): Problem =>
  problem('CLOSED_BY_SUPERIOR', {
    zh: '本单位由上级工会撤销，请上级管理员办理',
    en: 'An organisation is closed by its superior. Ask the superior’s administrator.',
  });

function readCodeAndName(wanted: NewOrganization): { code: string; name: string; problems: Problem[] } {
  const code = wanted.code.trim();
  const name = readOrganizationName(wanted.name);
  const problems: Problem[] = [];
  if (!/^[0-9A-Za-z-]{1,24}$/.test(code)) {
    problems.push(
      problem(
        'CODE_SHAPE',
        { zh: '组织代码只用数字、字母和短横线，最长 24 位', en: 'Use digits, letters and hyphens, at most 24.' },
        'code',
      ),
    );
  }
  if (!name.ok) problems.push(...name.problems);
  return { code, name: name.ok ? name.value : '', problems };
}

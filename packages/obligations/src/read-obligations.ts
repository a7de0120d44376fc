import { permits, type Actor } from '@nuangong/access';
import type { RunSql } from '@nuangong/database';
import { addDays, type LocalDate } from '@nuangong/primitives';
import { kindOf, obligationKindCodes, type ObligationKindCode, type ObligationParts } from './kind.ts';
import { daysOfWeekAhead } from './obligation-plan.ts';
import type { LapseReason } from './end-obligations.ts';

export type ObligationStatus = 'OPEN' | 'MET' | 'LAPSED';

/** An obligation as stored. */
export interface Obligation {
  readonly id: string;
  readonly kind: ObligationKindCode;
  readonly organizationPath: string;
  /** Id and name are empty if the service does not know the organisation. */
  readonly organizationId: string;
  readonly organizationName: string;
  readonly parts: ObligationParts;
  readonly recordType: string;
  readonly recordId: string;
  /** The person it names; null if it names nobody. */
  readonly staffId: string | null;
  readonly dueOn: LocalDate;
  readonly remindedAt: Date | null;
  readonly escalatedAt: Date | null;
  readonly escalatedTo: string | null;
  readonly status: ObligationStatus;
  readonly endedAt: Date | null;
  readonly metByType: string | null;
  readonly metById: string | null;
  readonly lapseReason: LapseReason | null;
}

/** A filter of obligations; missing conditions do not restrict. */
export interface ObligationFilter {
  readonly kind?: ObligationKindCode | null | undefined;
  /** Only overdue ones; has no effect on ended ones. */
  readonly overdue?: boolean | null | undefined;
  /** Only those of one record, ended ones too. */
  readonly recordId?: string | null | undefined;
  /** Everybody's in the reader's subtree; needs the permission `obligation.read`. */
  readonly everybody?: boolean | null | undefined;
  /** Those that ended, instead of those open. */
  readonly ended?: boolean | null | undefined;
}

/** The open obligations of a kind for a reader, in numbers. */
export interface ObligationCount {
  readonly kind: ObligationKindCode;
  readonly total: number;
  readonly overdue: number;
  readonly today: number;
  readonly week: number;
  readonly reminded: number;
  readonly escalated: number;
  /** The earliest due day from today on; null if all are overdue. */
  readonly nextDueOn: LocalDate | null;
}

/** A step in an obligation's history. */
export interface ObligationStep {
  readonly obligationId: string;
  readonly kind: 'OPENED' | 'MOVED' | 'REMINDED' | 'ESCALATED' | 'MET' | 'LAPSED';
  readonly onDay: LocalDate;
  readonly at: Date;
}

const columns = `o.id::text as id, o.kind, o.organization_path as "organizationPath", coalesce(g.id::text, '') as
  "organizationId", coalesce(g.name, '') as "organizationName", o.parts, o.record_type as "recordType", o.record_id::text as "recordId",
  o.staff_id::text as "staffId", o.due_on::text as "dueOn",
  o.reminded_at as "remindedAt", o.escalated_at as "escalatedAt",
  case when o.escalated_at is not null then o.escalates_to end as "escalatedTo", o.status, o.ended_at as "endedAt",
  o.met_by_type as "metByType", o.met_by_id::text as "metById", o.lapse_reason as "lapseReason"`;

/** Kinds that any holder of their roles may act on, even when an obligation names a person. */
const ofRoles = obligationKindCodes.filter((code) => kindOf(code).roles.length > 0);

/** The reader's own: those that name them, those of their organisation and roles, and those escalated to them. */
const mine = `(o.staff_id = $3::uuid or o.organization_path = $1 and o.roles && $2::text[]
    and (o.staff_id is null or o.kind in (${ofRoles.map((code) => `'${code}'`).join(', ')}))
  or o.escalates_to = $1 and o.escalated_at is not null and o.escalates_to_roles && $2::text[])`;

interface Place {
  readonly skip: number;
  readonly take: number;
}

/** A page of obligations: open ones by due day, ended ones latest first. Two statements. */
export async function readObligations(
  run: RunSql,
  actor: Actor,
  filter: ObligationFilter,
  today: LocalDate,
  { skip, take }: Place,
): Promise<{ readonly items: readonly Obligation[]; readonly total: number }> {
  const { where, values } = conditionsOf(actor, filter, today);
  const order = filter.ended === true ? 'o.ended_at desc, o.id' : 'o.due_on, o.id';
  const items = await run<Obligation>(
    `select ${columns} from obligation o left join organization g on g.organization_path = o.organization_path
     where ${where} order by ${order} limit ${take} offset ${skip}`,
    ...values,
  );
  const [counted] = await run<{ total: number }>(
    `select count(*)::int as total from obligation o where ${where}`,
    ...values,
  );
  return { items, total: counted?.total ?? 0 };
}

/** How many open obligations the reader has, by kind; one statement. */
export async function countObligations(
  run: RunSql,
  actor: Actor,
  filter: Pick<ObligationFilter, 'everybody'>,
  today: LocalDate,
): Promise<readonly ObligationCount[]> {
  const { where, values } = conditionsOf(actor, { everybody: filter.everybody }, today);
  const [now, week] = [values.length + 1, values.length + 2];
  return run<ObligationCount>(
    `select o.kind, count(*)::int as total, count(*) filter (where o.due_on < $${now}::date)::int as overdue,
       count(*) filter (where o.due_on = $${now}::date)::int as today,
       count(*) filter (where o.due_on > $${now}::date and o.due_on <= $${week}::date)::int as week,
       count(o.reminded_at)::int as reminded, count(o.escalated_at)::int as escalated,
       (min(o.due_on) filter (where o.due_on >= $${now}::date))::text as "nextDueOn"
     from obligation o where ${where} group by o.kind order by o.kind`,
    ...values,
    today,
    addDays(today, daysOfWeekAhead),
  );
}

/** How many rows of a kind the landing page shows. */
export const firstRows = 5;

/** The first open obligations of each kind for a reader, by due day; one statement. */
export async function readFirstObligations(
  run: RunSql,
  actor: Actor,
  filter: Pick<ObligationFilter, 'everybody'>,
  today: LocalDate,
): Promise<readonly Obligation[]> {
  const { where, values } = conditionsOf(actor, { everybody: filter.everybody }, today);
  return run<Obligation>(
    `select ${columns} from (
       select o.*, row_number() over (partition by o.kind order by o.due_on, o.id) as place from obligation o where ${where}
     ) o left join organization g on g.organization_path = o.organization_path
     where o.place <= ${firstRows} order by o.due_on, o.id`,
    ...values,
  );
}

/** The history of obligations, oldest first; one statement for any number. */
export function readObligationSteps(run: RunSql, ids: readonly string[]): Promise<readonly ObligationStep[]> {
  return run<ObligationStep>(
    `select obligation_id::text as "obligationId", kind, on_day::text as "onDay", at from obligation_step
     where obligation_id = any ($1::uuid[]) order by at, on_day, kind`,
    ids,
  );
}

function conditionsOf(
  actor: Actor,
  filter: ObligationFilter,
  today: LocalDate,
): { readonly where: string; readonly values: readonly unknown[] } {
  const everybody = filter.everybody === true && permits(actor.roles, 'obligation.read');
  const values: unknown[] = everybody ? [] : [actor.scope, actor.roles, actor.staffId];
  const conditions = everybody ? [] : [mine];
  const demand = (value: unknown, conditionAt: (place: string) => string): void => {
    values.push(value);
    conditions.push(conditionAt(`$${values.length}`));
  };
  if (filter.recordId != null) demand(filter.recordId, (at) => `o.record_id = ${at}::uuid`);
  else conditions.push(filter.ended === true ? `o.status <> 'OPEN'` : `o.status = 'OPEN'`);
  if (filter.kind != null) demand(filter.kind, (at) => `o.kind = ${at}`);
  if (filter.overdue === true && filter.ended !== true) {
    demand(today, (at) => `o.status = 'OPEN' and o.due_on < ${at}::date`);
  }
  return { where: conditions.join(' and '), values };
}

import type { RunSql } from '@nuangong/database';
import { localDateAt, type LocalDate } from '@nuangong/primitives';
import { kindOf, rolesOf, type ObligationKindCode, type ObligationParts } from './kind.ts';
import { planObligation } from './obligation-plan.ts';

/** An obligation to open. */
export interface NewObligation {
  /** The organisation that must act. */
  readonly organizationPath: string;
  readonly recordId: string;
  /** The day from which the kind's days count, or the due day itself. */
  readonly from: LocalDate;
  /** The parts of the title; nothing sensitive. */
  readonly parts: ObligationParts;
  /** The person it names: the only one who must act if the kind has no roles, else one in addition to those roles. */
  readonly staffId?: string;
}

/**
 * Opens obligations of a kind in the transaction of what causes them; one statement for any number. An organisation
 * that has an open one of the kind for the record keeps it. It escalates to the direct superior; without a superior,
 * never.
 */
export async function openObligations(
  run: RunSql,
  code: ObligationKindCode,
  wanted: readonly NewObligation[],
  at: Date,
): Promise<void> {
  if (wanted.length === 0) return;
  const kind = kindOf(code);
  const today = localDateAt(at);
  const rows = wanted.map(({ from, ...one }) => ({ ...one, ...planObligation(kind, from, today) }));
  await run(
    openStatement,
    code,
    rolesOf(kind),
    kind.recordType,
    kind.escalate?.roles ?? [],
    at.toISOString(),
    JSON.stringify(rows),
  );
}

const openStatement = `
  insert into obligation (organization_path, kind, roles, staff_id, record_type, record_id, parts, due_on, remind_on,
    escalate_on, escalates_to, escalates_to_roles, lapse_on, next_on, opened_at)
  select w."organizationPath", $1, $2::text[], w."staffId", $3, w."recordId", w.parts, w."dueOn", w."remindOn",
    e.on_day, e.path, case when e.path is null then '{}' else $4::text[] end, w."lapseOn",
    (select min(day) from unnest(w."remindOn" || e.on_day || w."lapseOn") as day), $5::timestamptz
  from jsonb_to_recordset($6::jsonb) as w("organizationPath" text, "staffId" uuid, "recordId" uuid, parts jsonb,
    "dueOn" date, "remindOn" date[], "escalateOn" date, "lapseOn" date)
  left join lateral (
    select w."escalateOn" as on_day, o.organization_path as path from organization o
    where o.organization_path = any (access.at_or_above(w."organizationPath"))
      and o.organization_path <> w."organizationPath" and w."escalateOn" is not null
    order by length(o.organization_path) desc limit 1
  ) e on true
  on conflict (kind, record_id, organization_path) where status = 'OPEN' do nothing`;

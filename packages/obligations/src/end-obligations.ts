import type { RunSql } from '@nuangong/database';
import type { ObligationKindCode } from './kind.ts';

/** A record that meets the open obligation of another, or its own. */
export interface MeetingRecord {
  /** The record whose obligation is met. */
  readonly recordId: string;
  /** The record that meets it: its id and type. */
  readonly byId: string;
  readonly byType: string;
  /** The organisation whose obligation is met, if the record obliges several; all by default. */
  readonly organizationPath?: string;
}

/**
 * Marks open obligations of a kind as met, in the transaction of the record that meets them; one statement for any
 * number. Records without an open one are ignored.
 */
export async function meetObligations(
  run: RunSql,
  code: ObligationKindCode,
  met: readonly MeetingRecord[],
  at: Date,
): Promise<void> {
  if (met.length === 0) return;
  await run(
    `update obligation o set status = 'MET', ended_at = $2::timestamptz, next_on = null, met_by_type = m."byType",
       met_by_id = m."byId"
     from jsonb_to_recordset($3::jsonb) as m("recordId" uuid, "byId" uuid, "byType" text, "organizationPath" text)
     where o.kind = $1 and o.record_id = m."recordId" and o.status = 'OPEN'
       and (m."organizationPath" is null or o.organization_path = m."organizationPath")`,
    code,
    at.toISOString(),
    JSON.stringify(met),
  );
}

/** Why an obligation ended without being met. */
export const lapseReasons = {
  DAY_OVER: { zh: '期限已过，自动结束', en: 'Its last day has passed.' },
  RECORD_ENDED: { zh: '事项已取消，不再需要办理', en: 'Its record was cancelled and needs no action.' },
} as const;

export type LapseReason = keyof typeof lapseReasons;

/** Ends open obligations whose records need nothing more, in the transaction that ends them; one statement. */
export async function lapseObligations(
  run: RunSql,
  code: ObligationKindCode,
  recordIds: readonly string[],
  reason: LapseReason,
  at: Date,
): Promise<void> {
  if (recordIds.length === 0) return;
  await run(
    `update obligation set status = 'LAPSED', ended_at = $2::timestamptz, next_on = null, lapse_reason = $3
     where kind = $1 and record_id = any ($4::uuid[]) and status = 'OPEN'`,
    code,
    at.toISOString(),
    reason,
    recordIds,
  );
}

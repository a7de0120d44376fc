import type { RunSql } from '@nuangong/database';
import { fen } from '@nuangong/primitives';
import type { QuotaUse } from './hold-quotas.ts';

/** What counts as use of a quota: STANDING, from being put forward on, or only GRANTED. */
export type QuotaMeasure = 'STANDING' | 'GRANTED';

interface QuotaUseRow {
  readonly campaignId: string;
  readonly countyPath: string | null;
  readonly name: string;
  readonly byQuota: boolean;
  readonly households: number | null;
  readonly budget: string;
  readonly usedHouseholds: number;
  readonly usedAmount: string;
}

/**
 * The quotas and budgets of campaigns with their use across the city; one statement. Locks the campaigns until the
 * transaction ends: a concurrent caller waits here and then sees what the first has used.
 */
export async function loadQuotaUse(
  run: RunSql,
  campaignIds: readonly string[],
  measure: QuotaMeasure,
): Promise<readonly QuotaUse[]> {
  if (campaignIds.length === 0) return [];
  const rows = await run<QuotaUseRow>(
    `select campaign_id::text as "campaignId", county_path as "countyPath", name, by_quota as "byQuota", households,
       budget_fen::text as budget,
       used_households as "usedHouseholds", used_fen::text as "usedAmount"
     from held_quota_use($1::uuid[], $2)`,
    [...campaignIds],
    measure,
  );
  return rows.map((row) => ({
    ...row,
    budget: fen(BigInt(row.budget)),
    usedAmount: fen(BigInt(row.usedAmount)),
  }));
}

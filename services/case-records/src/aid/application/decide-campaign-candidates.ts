import { prismaSql } from '@nuangong/database';
import { fen, localDateAt } from '@nuangong/primitives';
import type { CaseRecordsContext } from '../../builder.ts';
import type { Campaign } from '../../generated/prisma/client.ts';
import { decideCandidates } from '../../policy/decision/decide-candidates.ts';
import { loadCandidatePage, loadCandidates } from '../../policy/decision/load-candidates.ts';
import { loadPolicy } from '../../policy/policy/load-policy.ts';
import type { RowResult } from '../../register/case-file/row-results.ts';
import { holdPlaces } from './hold-places.ts';
import { judgeCandidates } from './judge-candidates.ts';

/**
 * Decides a page of the files that are not put forward in a campaign yet, as putting the list forward would now. A row
 * for each, by its file; nothing is kept. Quotas and budget are not looked at: they are given away in the order of the whole list.
 */
export async function decideCampaignCandidates(
  context: CaseRecordsContext,
  campaign: Pick<Campaign, 'id' | 'policyVersionId' | 'standardFen'>,
  page: { readonly skip: number; readonly take: number },
): Promise<{ readonly items: readonly RowResult[]; readonly total: number }> {
  const run = prismaSql(context.tx);
  const { caseFileIds, total } = await loadCandidatePage(run, campaign.id, page);
  const prepared = await loadPolicy(run, campaign.policyVersionId);
  const { policy } = prepared;
  const on = localDateAt(context.parts.clock());
  const { id: campaignId, policyVersionId } = campaign;
  const terms = { campaignId, standard: fen(campaign.standardFen), policyVersionId, policy, on };
  const candidates = await loadCandidates(run, { ...terms, caseFileIds });
  const decided = await decideCandidates(prepared, candidates);
  const eligible = decided.filter(({ decision }) => decision.answer.outcome === 'ELIGIBLE');
  const places = holdPlaces(eligible, [], { policy, campaignId, on });
  return { items: judgeCandidates(candidates, decided, eligible, places), total };
}

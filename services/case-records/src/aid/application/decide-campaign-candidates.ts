import { prismaSql } from '@nuangong/database';
import { fen, localDateAt, type Problem } from '@nuangong/primitives';
import type { CaseRecordsContext } from '../../builder.ts';
import type { Campaign } from '../../generated/prisma/client.ts';
import { decideCandidates, factsMissing } from '../../policy/decision/decide-candidates.ts';
import { reasonsAgainst } from '../../policy/decision/eligibility-decision.ts';
import { loadCandidatePage, loadCandidates } from '../../policy/decision/load-candidates.ts';
import { loadPolicy } from '../../policy/policy/load-policy.ts';
import { holdPlaces } from './hold-places.ts';

/** An active file that is not put forward in a campaign yet, and why it would not be now; none if it would. */
export interface CampaignCandidate {
  readonly caseFileId: string;
  readonly problems: readonly Problem[];
}

/**
 * Decides a page of the files that are not put forward in a campaign yet, as putting the list forward would now. Nothing
 * is kept. Quotas and budget are not looked at: they are given away in the order of the whole list.
 */
export async function decideCampaignCandidates(
  context: CaseRecordsContext,
  campaign: Pick<Campaign, 'id' | 'policyVersionId' | 'standardFen'>,
  page: { readonly skip: number; readonly take: number },
): Promise<{ readonly items: readonly CampaignCandidate[]; readonly total: number }> {
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
  const byFile = new Map(decided.map((each) => [each.caseFileId, each]));
  const items = candidates.map(({ caseFileId, missing }): CampaignCandidate => {
    const given = byFile.get(caseFileId);
    if (given === undefined) return { caseFileId, problems: [factsMissing(missing)] };
    if (given.decision.answer.outcome !== 'ELIGIBLE') return { caseFileId, problems: reasonsAgainst(given.decision) };
    const place = places.get(caseFileId);
    return { caseFileId, problems: place === undefined ? [] : [place] };
  });
  return { items, total };
}

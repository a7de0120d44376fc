import { ok, refuse, type Result } from '@nuangong/primitives';
import { notFound } from '@nuangong/subgraph';
import type { Transaction } from '../../builder.ts';

/**
 * The campaign that money is meant for, if any. A campaign that is not open to the actor's unit is refused as not
 * found.
 */
export async function requireCampaign(tx: Transaction, campaignId: string | null): Promise<Result<string | null>> {
  if (campaignId === null || (await tx.campaign.findUnique({ where: { id: campaignId } })) !== null)
    return ok(campaignId);
  return refuse(notFound({ zh: '活动', en: 'campaign' }, 'campaignId'));
}

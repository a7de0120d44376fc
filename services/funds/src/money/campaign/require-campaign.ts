import { ok, refuse, type Result } from '@nuangong/primitives';
import { notFound } from '@nuangong/subgraph';
import type { Transaction } from '../../builder.ts';

/** The campaign that money is meant for, or none; one that the actor's unit takes no part in is told as one that is not there. */
export async function requireCampaign(tx: Transaction, campaignId: string | null): Promise<Result<string | null>> {
  if (campaignId === null || (await tx.campaign.findUnique({ where: { id: campaignId } })) !== null)
    return ok(campaignId);
  return refuse(notFound({ zh: '活动', en: 'campaign' }, 'campaignId'));
}

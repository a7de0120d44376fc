import type { Transaction } from '../../builder.ts';
import type { Campaign } from '../../generated/prisma/client.ts';

/** Stores a campaign and its organisation; idempotent. */
export async function rememberCampaign(tx: Transaction, { id, ...known }: Campaign): Promise<void> {
  await tx.campaign.upsert({ where: { id }, create: { id, ...known }, update: known });
}

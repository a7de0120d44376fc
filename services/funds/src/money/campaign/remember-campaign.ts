import type { Transaction } from '../../builder.ts';
import type { Campaign } from '../../generated/prisma/client.ts';

/** Writes down a campaign and whose it is; once more is the same. */
export async function rememberCampaign(tx: Transaction, { id, ...known }: Campaign): Promise<void> {
  await tx.campaign.upsert({ where: { id }, create: { id, ...known }, update: known });
}

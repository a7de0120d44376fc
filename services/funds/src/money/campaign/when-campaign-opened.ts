import type { EventOfType } from '@nuangong/events';
import type { Transaction } from '../../builder.ts';
import { rememberCampaign } from './remember-campaign.ts';

/** Remembers a campaign and whose it is, so that money can be kept for it by the units that it is open to. */
export async function whenCampaignOpened(
  event: EventOfType<'nuangong.campaign-opened.v1'>,
  tx: Transaction,
): Promise<void> {
  const { campaignId, name, organization } = event.data;
  await rememberCampaign(tx, { id: campaignId, organizationPath: organization.path, name });
}

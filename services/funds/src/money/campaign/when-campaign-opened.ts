import type { EventOfType } from '@nuangong/events';
import type { Transaction } from '../../builder.ts';
import { rememberCampaign } from './remember-campaign.ts';

/** Stores a campaign and its organisation, so that the units it is open to can keep money for it. */
export async function whenCampaignOpened(
  event: EventOfType<'nuangong.campaign-opened.v1'>,
  tx: Transaction,
): Promise<void> {
  const { campaignId, name, organization } = event.data;
  await rememberCampaign(tx, { id: campaignId, organizationPath: organization.path, name });
}

import { carryOut } from '../graph/command.ts';
import { putForwardCampaignListMutation } from '../graph/generated/campaigns.ts';
import type { PutForwardCampaignListInput } from '../graph/generated/operation-types.ts';

/** Puts every household with an active file that the campaign's policy allows before the approver. */
export const putForwardCampaignList = (input: PutForwardCampaignListInput) =>
  carryOut(putForwardCampaignListMutation, input);

import { carryOut } from '../../base/graph/command.ts';
import { openCampaignMutation, putForwardCampaignListMutation } from '../../base/graph/generated/campaigns.ts';
import type { OpenCampaignInput, PutForwardCampaignListInput } from '../../base/graph/generated/operation-types.ts';

/** Puts every household with an active file that the campaign's policy allows before the approver. */
export const putForwardCampaignList = (input: PutForwardCampaignListInput) =>
  carryOut(putForwardCampaignListMutation, input);

/** Opens a campaign to the counties, under the latest version of a policy. */
export const openCampaign = (input: OpenCampaignInput) => carryOut(openCampaignMutation, input);

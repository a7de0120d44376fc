import { mapResult, type Bilingual, type Result } from '@nuangong/primitives';
import type { JobInHand, WantedJob } from '@nuangong/service';
import type { CaseRecordsContext } from '../../builder.ts';
import { candidateList } from '../../policy/decision/load-candidates.ts';
import {
  addListCommands,
  opinionOf,
  pieceOf,
  textOf,
  type ListCommand,
} from '../../register/whole-list/over-whole-list.ts';
import { approveApplications, type DecidedApplications } from './approve-applications.ts';
import { rejectApplications, returnApplications } from './decide-applications.ts';
import { putForwardCampaignList } from './put-forward-campaign-list.ts';

/** The files that can be put forward in a campaign. */
export const candidatesOf = (campaignId: string): WantedJob['list'] => [candidateList, campaignId];

/** The applications of a campaign that wait for a decision. */
export function applicationsOf(campaignId: string): WantedJob['list'] {
  return [
    `select a.id, a.number as label from aid_application a
     where a.campaign_id = $1::uuid and a.status in ('COUNTY_REVIEW', 'CITY_REVIEW') order by a.number`,
    campaignId,
  ];
}

function decision(
  title: Bilingual,
  decide: (
    context: CaseRecordsContext,
    ids: readonly string[],
    input: JobInHand['input'],
  ) => Promise<Result<DecidedApplications>>,
): ListCommand {
  return {
    title,
    action: 'application.approve',
    work: async (context, ids, { input }) => mapResult(await decide(context, ids, input), ({ rows }) => pieceOf(rows)),
  };
}

addListCommands({
  'application.put-forward': {
    title: { zh: '提出救助名单', en: 'Putting a list forward' },
    action: 'application.put-forward',
    work: async (context, ids, { input }) =>
      mapResult(await putForwardCampaignList(context, { campaignId: textOf(input, 'campaignId') ?? '' }, ids), pieceOf),
  },
  'application.approve': decision({ zh: '批准申请', en: 'Approving applications' }, (context, ids, input) =>
    approveApplications(context, { ids, opinion: opinionOf(context, input), amount: textOf(input, 'amount') }),
  ),
  'application.return': decision({ zh: '申请退回补正', en: 'Returning applications' }, (context, ids, input) =>
    returnApplications(context, { ids, opinion: opinionOf(context, input) ?? '' }),
  ),
  'application.reject': decision({ zh: '驳回申请', en: 'Rejecting applications' }, (context, ids, input) =>
    rejectApplications(context, { ids, opinion: opinionOf(context, input) ?? '' }),
  ),
});

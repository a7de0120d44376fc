import type { Actor } from '@nuangong/access';
import type { Measurement } from '@nuangong/measurement';
import { arrangeCampaign, staffOf } from '../src/testing/arrange-campaign.ts';
import { againstShortest, byHand, submitSingles, timeCommand, type TimedList } from './list-work.ts';

const commands = {
  putForward: { zh: '提出救助名单', en: 'putting forward' },
  approve: { zh: '审批', en: 'approving' },
} as const;

/**
 * Puts forward and approves a campaign's whole list, each command through the graph to the end of its job, while a
 * colleague submits single files.
 */
export const measure = (): Promise<readonly Measurement[]> => againstShortest(commands, timeList);

async function timeList(households: number): Promise<TimedList> {
  const world = await arrangeCampaign();
  try {
    const returned = await world.addHouseholds('qinghe', byHand, { fileStatus: 'RETURNED' });
    for (let added = 0; added < households; added += 10_000) {
      await world.addHouseholds('qinghe', Math.min(10_000, households - added));
    }
    await world.setQuota('qinghe', households);
    await world.owner.query('vacuum analyze');
    const { campaignId } = world;
    const colleague = submitSingles(
      world.ask,
      returned.map(({ caseFileId }) => caseFileId),
    );
    const carryOut = (actor: Actor, name: string, inputType: string, input: object) =>
      timeCommand(world.ask, actor, { name, inputType, input }, households);
    const putForward = await carryOut(
      staffOf('qinghe', 'CLERK'),
      'putForwardCampaignList',
      'PutForwardCampaignListInput',
      { campaignId },
    );
    const approver = staffOf('qinghe', 'APPROVER');
    const approve = await carryOut(approver, 'approveApplications', 'ApproveApplicationsInput', {
      campaignId,
      all: true,
      opinion: '同意',
    });
    return { aRow: { putForward, approve }, longestWait: await colleague.stop() };
  } finally {
    await world.drop();
  }
}

import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '@nuangong/access';
import { arrangeCampaign, staffOf, type CampaignWorld } from '../../testing/arrange-campaign.ts';

const households = 1_100;
const quota = 1_050;
const told = 'id status total done refused reasons { code zh }';

interface Told {
  readonly problems: readonly { readonly code: string }[];
  readonly job: {
    readonly id: string;
    readonly status: string;
    readonly done: number;
    readonly refused: number;
  } | null;
}

let world: CampaignWorld;

beforeAll(async () => {
  world = await arrangeCampaign();
  await world.addHouseholds('qinghe', households);
  await world.setQuota('qinghe', quota);
});
afterAll(() => world?.drop());

async function command(actor: Actor, name: string, input: object): Promise<Told> {
  const type =
    name === 'putForwardCampaignList'
      ? 'PutForwardCampaignListInput!'
      : name === 'approveApplications'
        ? 'ApproveApplicationsInput!'
        : 'DecideApplicationsInput!';
  const query = `mutation($input: ${type}) { ${name}(input: $input) { problems { code } job { ${told} } } }`;
  const data = await world.ask<Record<string, Told>>(actor, query, { input });
  return data[name] as Told;
}

async function untilEnded(actor: Actor, id: string | undefined): Promise<Told['job']> {
  for (const deadline = Date.now() + 50_000; Date.now() < deadline; await pause(100)) {
    const { caseRecordsJob } = await world.ask<{ caseRecordsJob: Told['job'] }>(
      actor,
      `query($id: ID!) { caseRecordsJob(id: $id) { ${told} } }`,
      { id },
    );
    if (caseRecordsJob?.status !== 'RUNNING') return caseRecordsJob;
  }
  throw new Error('the job does not end');
}

const counted = async (sql: string) => (await world.owner.query(sql)).rows;

test('a long list is put forward up to the quota, in the order of file numbers, and approved', async () => {
  const clerk = staffOf('qinghe', 'CLERK');
  const begun = await command(clerk, 'putForwardCampaignList', { campaignId: world.campaignId });
  expect(begun).toMatchObject({ problems: [], job: { status: 'RUNNING', total: households } });
  expect(await untilEnded(clerk, begun.job?.id)).toMatchObject({
    status: 'DONE',
    done: quota,
    refused: households - quota,
  });
  expect(
    await counted(`select count(*)::int as n, max(a.sequence)::int as last, count(distinct f.sequence)::int as files, max(f.sequence)::int as "lastFile"
      from aid_application a join case_file f on f.id = a.case_file_id`),
  ).toEqual([{ n: quota, last: quota, files: quota, lastFile: quota }]);
  const approver = staffOf('qinghe', 'APPROVER');
  const approving = await command(approver, 'approveApplications', {
    campaignId: world.campaignId,
    all: true,
    opinion: '同意',
  });
  expect(approving.problems).toEqual([]);
  expect(await untilEnded(approver, approving.job?.id)).toMatchObject({ status: 'DONE', done: quota, refused: 0 });
  expect(await counted(`select status, count(*)::int as n from aid_application group by status`)).toEqual([
    { status: 'APPROVED', n: quota },
  ]);
  expect(
    await counted(`select count(*)::int as n from outbox where type = 'nuangong.application-approved.v1'`),
  ).toEqual([{ n: quota }]);
});

test('when nothing is left to put forward, the command says so immediately', async () => {
  const clerk = staffOf('qinghe', 'CLERK', 2);
  const again = await command(clerk, 'putForwardCampaignList', { campaignId: world.campaignId });
  expect(again.job).toBeNull();
});

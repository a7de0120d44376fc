import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '@nuangong/access';
import { organizationIdOf } from '@nuangong/demonstration-city';
import { contracts, makeEvent, newEventId } from '@nuangong/events';
import { rememberOrganizations } from '@nuangong/organizations';
import { valueOf } from '@nuangong/primitives';
import {
  arrangeCampaign,
  counties,
  staffOf,
  testMoment,
  type ArrangedHousehold,
  type CampaignWorld,
} from '../../testing/arrange-campaign.ts';
import { openCampaign } from '../campaign/open-campaign.ts';
import { approveApplications } from './approve-applications.ts';
import { returnApplications } from './decide-applications.ts';
import { putForwardCampaignList } from './put-forward-campaign-list.ts';
import { submitApplicationsAgain } from './submit-applications-again.ts';

let world: CampaignWorld;
beforeAll(async () => {
  world = await arrangeCampaign();
  const union = { ...works, path: former, kind: 'BASE_UNION', parentId: organizationIdOf('510101') } as const;
  await rememberOrganizations(
    async <Row extends object>(sql: string, ...values: readonly unknown[]) =>
      (await world.owner.query<Row>(sql, [...values])).rows,
    [union],
  );
});
afterAll(() => world.drop());

const { qinghe, linjiang } = counties;
const works = { id: '00000000-0000-7000-8000-0000510101a1', code: 'W1', name: '县农机厂工会' };
const [former, present] = [`${qinghe.path}W1/`, `${linjiang.path}W1/`];
const movedAt = new Date(testMoment.getTime() + 60_000);
const clerk = staffOf('qinghe', 'CLERK');
const approver = staffOf('qinghe', 'APPROVER');
const by = (actor: Actor) => world.contextOf(actor);

/** Households of the union, as its own. */
async function householdsOfWorks(count: number): Promise<readonly ArrangedHousehold[]> {
  const households = await world.addHouseholds('qinghe', count);
  const ids = households.map(({ householdId }) => householdId);
  await world.owner.query('set session_replication_role = replica');
  await world.owner.query(
    'update household_member set organization_path = $2, county_path = $3 where household_id = any ($1)',
    [ids, former, qinghe.path],
  );
  await world.owner.query('update household set organization_path = $2, organization_id = $3 where id = any ($1)', [
    ids,
    former,
    works.id,
  ]);
  await world.owner.query(
    'update case_file set organization_path = $2, organization_id = $3 where household_id = any ($1)',
    [ids, former, works.id],
  );
  await world.owner.query('set session_replication_role = origin');
  return households;
}

async function openOwnCampaign(): Promise<string> {
  const opened = await openCampaign(by(staffOf('qinghe', 'ADMINISTRATOR')), {
    name: '本县走访慰问',
    from: '2026-12-01',
    to: '2027-01-30',
    policy: 'county-winter-300',
    standard: '300',
    budget: '9000',
    phases: [],
    targetCategories: [{ code: '3.2', name: '低保户', nameEn: 'Dibao households' }],
    quotas: [],
  });
  return valueOf(opened).id;
}

async function applicationsIn(campaignId: string): Promise<readonly string[]> {
  valueOf(await putForwardCampaignList(by(clerk), { campaignId }));
  const { rows } = await world.owner.query<{ id: string }>(
    'select id from aid_application where campaign_id = $1 and organization_path = $2 order by sequence',
    [campaignId, former],
  );
  return rows.map(({ id }) => id);
}

async function move(): Promise<void> {
  const place = {
    formerPath: former,
    parentId: organizationIdOf('510102'),
    formerParentId: organizationIdOf('510101'),
  };
  const told = { ...place, from: '2026-12-08', sequence: 1, movedAt: movedAt.toISOString() };
  const event = makeEvent(
    contracts['organization-moved.v1'],
    { ...told, organization: { ...works, path: present } },
    { id: newEventId(), time: movedAt, organizationPath: '51/5101/', actor: 'a', requestId: 'r' },
  );
  await world.receive(event);
  expect((await world.owner.query('select cause from dead_letter')).rows).toEqual([]);
}

/** Tells of an application's grant as funds does, under the place where it was approved. */
async function tellOfGrant(
  applicationId: string,
  type: 'grant-awaiting-funds.v1' | 'grant-committed.v1',
  more: object,
): Promise<void> {
  const { rows } = await world.owner.query<{ grantId: string }>(
    'select grant_id as "grantId" from aid_application where id = $1',
    [applicationId],
  );
  const data = { applicationId, grantId: rows[0]?.grantId, amountFen: 30_000n, ...more };
  const circumstances = { id: newEventId(), time: movedAt, organizationPath: former, actor: 'funds', requestId: 'r' };
  await world.receive(makeEvent(contracts[type], data as never, circumstances));
  expect((await world.owner.query('select cause from dead_letter')).rows).toEqual([]);
}

const asked = `query ($id: ID!) {
  application(id: $id) { status opinion campaign { name } decision { policyName } steps { status by opinion } }
}`;
interface Asked {
  readonly application: {
    readonly status: string;
    readonly steps: readonly { readonly status: string; readonly by: string; readonly opinion: string | null }[];
  };
}
const seen = async (id: string) => (await world.ask<Asked>(staffOf('linjiang', 'CLERK'), asked, { id })).application;

test('given a union that moves to another county, then undecided applications of the former county’s campaign are withdrawn, decided ones stay readable and with their book, and the city’s campaign continues', async () => {
  await householdsOfWorks(4);
  const [returned = '', waiting = '', approved = '', short = ''] = await applicationsIn(await openOwnCampaign());
  const [ofCity = ''] = await applicationsIn(world.campaignId);
  const opinion = '补正收入证明';
  valueOf(await returnApplications(by(approver), { ids: [returned, ofCity], opinion }));
  valueOf(await approveApplications(by(approver), { ids: [approved, short] }));
  await tellOfGrant(approved, 'grant-awaiting-funds.v1', { missingFen: 30_000n });
  await move();
  const why = '单位已划转，原上级的活动或政策不再适用，申请随之撤回';
  for (const id of [returned, waiting]) {
    const application = await seen(id);
    expect(application).toMatchObject({ status: 'WITHDRAWN', opinion: why, campaign: null });
    expect(application.steps.at(-1)).toEqual({ status: 'WITHDRAWN', by: '系统', opinion: why });
  }
  expect(await seen(approved)).toMatchObject({
    status: 'AWAITING_FUNDS',
    decision: { policyName: '县级送温暖每户 300 元' },
  });
  const { rows: duties } = await world.owner.query(
    `select record_id, status, lapse_reason, organization_path from obligation where kind = 'APPLICATION_RETURNED'`,
  );
  expect(duties).toEqual(
    expect.arrayContaining([
      { record_id: returned, status: 'LAPSED', lapse_reason: 'RECORD_ENDED', organization_path: present },
      { record_id: ofCity, status: 'OPEN', lapse_reason: null, organization_path: present },
    ]),
  );
  await tellOfGrant(approved, 'grant-committed.v1', { parts: [] });
  await tellOfGrant(short, 'grant-awaiting-funds.v1', { missingFen: 30_000n });
  const { rows: owed } = await world.owner.query(
    `select record_id, status, organization_path from obligation where kind = 'FUNDS_AWAITED' order by opened_at, id`,
  );
  expect(owed).toEqual([
    { record_id: approved, status: 'MET', organization_path: qinghe.path },
    { record_id: short, status: 'OPEN', organization_path: qinghe.path },
  ]);
  const again = { ids: [ofCity], corrected: '已补' };
  expect(valueOf(await submitApplicationsAgain(by(staffOf('linjiang', 'CLERK')), again))).toMatchObject([{ ok: true }]);
  expect((await seen(ofCity)).steps.map(({ opinion: told }) => told)).toEqual([null, opinion, '已补']);
});

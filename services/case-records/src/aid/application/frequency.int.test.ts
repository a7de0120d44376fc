import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { identityOf } from '@nuangong/database';
import { valueOf } from '@nuangong/primitives';
import {
  arrangeCampaign,
  cityAdministrator,
  counties,
  staffOf,
  testMoment,
  type ArrangedHousehold,
  type CampaignWorld,
  type County,
  type HouseholdOverrides,
} from '../../testing/arrange-campaign.ts';
import { openCampaign } from '../campaign/open-campaign.ts';
import { approveApplications } from './approve-applications.ts';
import { putForwardCampaignList } from './put-forward-campaign-list.ts';

let world: CampaignWorld;
beforeAll(async () => {
  world = await arrangeCampaign();
});
afterAll(() => world.drop());
beforeEach(() => world.setMoment(testMoment));

const contextOf = (county: County, role: 'CLERK' | 'APPROVER') => world.contextOf(staffOf(county, role));

async function add(county: County, overrides: HouseholdOverrides = {}): Promise<ArrangedHousehold> {
  const [household] = await world.addHouseholds(county, 1, overrides);
  return household!;
}

/** The result for one household when its county puts the list forward. */
async function putForward(county: County, household: ArrangedHousehold, campaignId = world.campaignId) {
  const rows = valueOf(await putForwardCampaignList(contextOf(county, 'CLERK'), { campaignId }));
  return rows.find((row) => row.id === household.caseFileId)?.problems.map((each) => each.message.zh);
}

async function applicationOf(household: ArrangedHousehold): Promise<string> {
  const { rows } = await world.owner.query<{ id: string }>(
    'select id from aid_application where case_file_id = $1 order by put_forward_at desc, id desc limit 1',
    [household.caseFileId],
  );
  return rows[0]!.id;
}

async function approve(county: County, households: readonly ArrangedHousehold[]) {
  const ids: string[] = [];
  for (const household of households) ids.push(await applicationOf(household));
  return approveIds(county, ids);
}

async function approveIds(county: County, ids: readonly string[]) {
  const { rows } = valueOf(await approveApplications(contextOf(county, 'APPROVER'), { ids }));
  return rows.map((row) => row.problems.map((each) => each.message.zh).join());
}

async function visited(county: County, overrides: HouseholdOverrides = {}): Promise<ArrangedHousehold> {
  const household = await add(county, overrides);
  expect(await putForward(county, household)).toEqual([]);
  expect(await approve(county, [household])).toEqual(['']);
  return household;
}

/** Takes the household out of the register, so that its people can be in another. */
async function leave(household: ArrangedHousehold): Promise<void> {
  await world.owner.query('set session_replication_role = replica');
  await world.owner.query('update household_member set living = false where household_id = $1', [
    household.householdId,
  ]);
  await world.owner.query('update household set live = false where id = $1', [household.householdId]);
  await world.owner.query(
    `update case_file set status = 'EXITED', exited_on = '2026-12-08', exit_reason = 'MOVED' where id = $1`,
    [household.caseFileId],
  );
  await world.owner.query('set session_replication_role = origin');
}

/** Turns an approved aid of the household into one of another kind, as another policy would have given it. */
async function asAid(household: ArrangedHousehold, aidType: string, mark: string | null): Promise<void> {
  await world.owner.query('update aid_application set aid_type = $2, mark = $3, campaign_id = null where id = $1', [
    await applicationOf(household),
    aidType,
    mark,
  ]);
}

async function openWinter(name: string, from: string, to: string): Promise<string> {
  const quotas = Object.values(counties).map(({ code }) => ({
    organizationId: `00000000-0000-7000-8000-000000${code}`,
    households: 1000,
    budget: '300000',
  }));
  const campaign = valueOf(
    await openCampaign(world.contextOf(cityAdministrator), {
      name,
      from,
      to,
      quotas,
      standard: '300',
      budget: '600000',
      phases: [],
      policy: 'county-winter-300',
      targetCategories: [{ code: '3.3', name: '大病', nameEn: 'Illness' }],
    }),
  );
  return campaign.id;
}

const barred = [
  '受助次数：本期已受助，最近 2026-12-08；要求：每户每次活动 1 次，只计节日慰问。依据：每次活动每户一次（《县级冬春救助工作方案》第一篇第二条）',
];

describe('a winter visit', () => {
  test('is not barred by last winter’s visit eleven months ago', async () => {
    const household = await visited('qinghe');
    world.setMoment(new Date('2027-11-10T02:00:00Z'));
    const next = await openWinter('2028年元旦春节送温暖活动', '2027-11-01', '2028-02-28');
    expect(await putForward('qinghe', household, next)).toEqual([]);
    expect(await approve('qinghe', [household])).toEqual(['']);
  });

  test('is not barred by a medical grant', async () => {
    const household = await visited('qinghe');
    await asAid(household, 'MEDICAL', null);
    expect(await putForward('qinghe', household)).toEqual([]);
    expect(await approve('qinghe', [household])).toEqual(['']);
  });

  test.each(['qinghe', 'linjiang'] as const)(
    'is barred for a household headed by a member of a visited one, in %s, which sees only the day',
    async (county) => {
      const wife = await add('linjiang', { fileStatus: 'DRAFT' });
      const first = await visited('qinghe', { members: [wife] });
      await leave(first);
      const second = await add(county, { head: wife, members: [first] });
      expect(await putForward(county, second)).toEqual(barred);
    },
  );

  test('is barred for a household with a member who was visited as the head of another', async () => {
    const first = await visited('linjiang');
    await leave(first);
    const second = await add('qinghe', { members: [first] });
    expect(await putForward('qinghe', second)).toEqual(barred);
  });

  test('is given once when two households on the list share a person: the list keeps the first', async () => {
    const shared = await add('qinghe', { fileStatus: 'DRAFT' });
    const first = await add('qinghe', { members: [shared] });
    const second = await add('qinghe', { members: [shared] });
    expect(await putForward('qinghe', first)).toEqual([]);
    const waits = ['家庭成员已随另一户在本活动提出；核实属同一家庭的，只保留一户'];
    expect(await putForward('qinghe', second)).toEqual(waits);
    const third = await add('linjiang', { members: [shared] });
    expect(await putForward('linjiang', third)).toEqual(waits);
    expect(await approve('qinghe', [first])).toEqual(['']);
    expect(await putForward('linjiang', third)).toEqual(barred);
  });

  test('may be given again when the grant has lapsed or the application was rejected', async () => {
    const household = await visited('qinghe');
    await world.owner.query(`update aid_application set status = 'LAPSED' where id = $1`, [
      await applicationOf(household),
    ]);
    await leave(household);
    const next = await add('linjiang', { head: household });
    expect(await putForward('linjiang', next)).toEqual([]);
  });
});

describe('two households that share a person, both put forward before either is decided', () => {
  /** Puts forward as before the list checked people: the second household's people are written afterwards. */
  async function bothWaiting(...places: readonly County[]): Promise<readonly ArrangedHousehold[]> {
    const shared = await add('qinghe', { fileStatus: 'DRAFT' });
    const households: ArrangedHousehold[] = [];
    for (const county of places) households.push(await add(county));
    for (const [at, household] of households.entries()) {
      expect((await putForward(places[at]!, household)) ?? []).toEqual([]);
      await world.owner.query(
        `insert into application_person select id, $2, organization_path from aid_application where id = $1`,
        [await applicationOf(household), shared.identityId],
      );
    }
    return households;
  }
  const told = '本户或其家庭成员已于 2026-12-08 受助；每户每次活动 1 次，只计节日慰问，驳回或退回此申请';

  test('in one batch, the first is approved and the second refused with the reason', async () => {
    expect(await approve('qinghe', await bothWaiting('qinghe', 'qinghe'))).toEqual(['', told]);
  });

  test('one after the other in two counties, the second is refused with the reason', async () => {
    const [first, second] = await bothWaiting('qinghe', 'linjiang');
    expect(await approve('qinghe', [first!])).toEqual(['']);
    expect(await approve('linjiang', [second!])).toEqual([told]);
  });

  test('at the same time in two counties, only one is approved', async () => {
    const [first, second] = await bothWaiting('qinghe', 'linjiang');
    const [ours, theirs] = [await applicationOf(first!), await applicationOf(second!)];
    const both = await Promise.all([approveIds('qinghe', [ours]), approveIds('linjiang', [theirs])]);
    expect(both.flat().toSorted()).toEqual(['', told]);
  });

  test('the database refuses the second', async () => {
    const [first, second] = await bothWaiting('qinghe', 'linjiang');
    expect(await approve('qinghe', [first!])).toEqual(['']);
    const approver = staffOf('linjiang', 'APPROVER');
    const forged = world.database.sqlTransaction(identityOf(approver), async (client) =>
      client.query(
        `update aid_application set status = 'APPROVED', grant_id = uuidv7(), approved_by = $2, approved_name = 'x',
           approved_at = '2026-12-08T03:00:00Z', snapshot = '{}', snapshot_hash = repeat('0', 64) where id = $1`,
        [await applicationOf(second!), approver.staffId],
      ),
    );
    await expect(forged).rejects.toThrow('application_frequency_is_held');
  });
});

test('a policy that allows aid twice a campaign gives it twice, not three times', async () => {
  const twice = `update policy_version set frequency = frequency || '{"times": 2}'`;
  await world.owner.query('set session_replication_role = replica');
  await world.owner.query(twice);
  await world.owner.query('set session_replication_role = origin');
  const people = await add('qinghe', { fileStatus: 'DRAFT' });
  const first = await add('qinghe', { members: [people] });
  const second = await add('qinghe', { members: [people] });
  const third = await add('qinghe', { members: [people] });
  expect(await putForward('qinghe', first)).toEqual([]);
  expect(await putForward('qinghe', third)).toHaveLength(1);
  expect(await approve('qinghe', [first, second])).toEqual(['', '']);
  expect(await putForward('qinghe', third)).toHaveLength(1);
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { identityOf } from '@nuangong/database';
import { valueOf } from '@nuangong/primitives';
import { arrangeCampaign, staffOf, type CampaignWorld, type County } from '../../testing/arrange-campaign.ts';
import { approveApplications } from './approve-applications.ts';
import { putForwardCampaignList } from './put-forward-campaign-list.ts';
import { returnApplications } from './decide-applications.ts';

let world: CampaignWorld;
beforeAll(async () => {
  world = await arrangeCampaign();
});
afterAll(() => world.drop());

const contextOf = (county: County, role: 'CLERK' | 'APPROVER', number = 1) =>
  world.contextOf(staffOf(county, role, number));
const putForward = async (county: County) =>
  valueOf(await putForwardCampaignList(contextOf(county, 'CLERK'), { campaignId: world.campaignId }));
const approve = async (county: County, ids: readonly string[], amount?: string, number = 1) =>
  valueOf(await approveApplications(contextOf(county, 'APPROVER', number), { ids, ...(amount && { amount }) })).rows;
const codes = (rows: readonly { readonly problems: readonly { readonly code: string }[] }[]) =>
  rows.map((row) => row.problems.map((each) => each.code).join());
const waiting = async (county: County) => {
  const { rows } = await world.owner.query<{ id: string }>(
    `select id from aid_application where status = 'COUNTY_REVIEW' and organization_path = $1 order by number`,
    [staffOf(county, 'CLERK').scope],
  );
  return rows.map(({ id }) => id);
};

describe('given a county that may put forward three households', () => {
  test('when it puts five forward, the first three by file number are taken, and the others refused with the reason', async () => {
    await world.setQuota('qinghe', 3);
    const households = await world.addHouseholds('qinghe', 5);
    const rows = await putForward('qinghe');
    expect(rows.map(({ id }) => id)).toEqual(households.map(({ caseFileId }) => caseFileId));
    expect(codes(rows)).toEqual(['', '', '', 'QUOTA_FULL', 'QUOTA_FULL']);
    expect(codes(await putForward('qinghe'))).toEqual(['QUOTA_FULL', 'QUOTA_FULL']);
  });

  test('when one is returned, its place becomes free', async () => {
    const [first] = await waiting('qinghe');
    valueOf(await returnApplications(contextOf('qinghe', 'APPROVER'), { ids: [first!], opinion: '补正' }));
    expect(codes(await putForward('qinghe'))).toEqual(['', 'QUOTA_FULL']);
  });

  test('when one is approved with more money, the last of the three is refused with the amount that is left', async () => {
    const [first, second, third] = await waiting('qinghe');
    expect(codes(await approve('qinghe', [first!], '500.00'))).toEqual(['']);
    const rows = await approve('qinghe', [second!, third!]);
    expect(codes(rows)).toEqual(['', 'BUDGET_SPENT']);
    expect(rows[1]?.problems[0]?.message.zh).toBe('青禾县总工会名额资金 900.00 元，余 100.00 元，不够本户 300.00 元');
  });

  test('the database refuses one more household and one more yuan', async () => {
    const [third] = await waiting('qinghe');
    const forged = world.database.sqlTransaction(identityOf(staffOf('qinghe', 'APPROVER')), (client) =>
      client.query(
        `update aid_application set status = 'APPROVED', grant_id = uuidv7(), approved_by = $2, approved_name = 'x',
           approved_at = now(), snapshot = '{}', snapshot_hash = repeat('0', 64) where id = $1`,
        [third, staffOf('qinghe', 'APPROVER').staffId],
      ),
    );
    await expect(forged).rejects.toThrow('application_quota_is_held');
    await world.setQuota('qinghe', 2);
    const copied = world.database.sqlTransaction(identityOf(staffOf('qinghe', 'CLERK')), (client) =>
      client.query(
        `insert into aid_application (organization_path, organization_id, organization_name, county_code, year, sequence,
           number, campaign_id, household_id, case_file_id, case_file_version, eligibility_decision_id, clause_codes, aid_type,
           mark, purpose, amount_fen, status, head_name, unit_name, put_forward_by, put_forward_name,
           put_forward_at)
         select a.organization_path, a.organization_id, a.organization_name, a.county_code, a.year,
           take_application_numbers(a.county_code, a.year, 1), 'X-1', a.campaign_id, s.household_id, s.case_file_id,
           s.case_file_version, s.id, s.clauses_for, a.aid_type, a.mark, a.purpose, 30000, 'COUNTY_REVIEW', 'x', 'x',
           access.staff(), 'x', now()
         from eligibility_decision s, (select * from aid_application order by number limit 1) a
         where not exists (select from aid_application b where b.case_file_id = s.case_file_id
           and b.status not in ('RETURNED', 'WITHDRAWN'))
         limit 1`,
      ),
    );
    await expect(copied).rejects.toThrow('application_quota_is_held');
  });
});

test('given money for one household of a county, two approvals at the same time approve one', async () => {
  await world.setQuota('linjiang', 2, 60_000);
  await world.addHouseholds('linjiang', 2);
  expect(codes(await putForward('linjiang'))).toEqual(['', '']);
  await world.setQuota('linjiang', 2, 59_999);
  const [first, second] = await waiting('linjiang');
  const rows = (
    await Promise.all([approve('linjiang', [first!]), approve('linjiang', [second!], undefined, 2)])
  ).flat();
  expect(codes(rows).toSorted()).toEqual(['', 'BUDGET_SPENT']);
});

test('given a campaign budget for one household, two counties approving at the same time approve one', async () => {
  for (const county of ['qinghe', 'linjiang'] as const) {
    await world.setQuota(county, 100);
    await world.addHouseholds(county, 1);
    await putForward(county);
  }
  const granted = `select sum(amount_fen)::bigint + 30000 as budget from aid_application where grant_id is not null`;
  await world.owner.query(`update campaign set budget_fen = (${granted}) where id = $1`, [world.campaignId]);
  const [ours] = await waiting('qinghe');
  const [theirs] = await waiting('linjiang');
  const rows = (await Promise.all([approve('qinghe', [ours!]), approve('linjiang', [theirs!])])).flat();
  expect(codes(rows).toSorted()).toEqual(['', 'BUDGET_SPENT']);
  const refused = rows.flatMap((row) => row.problems)[0];
  expect(refused?.message.zh).toMatch(/^活动预算 [\d,.]+ 元，余 0.00 元，不够本户 300.00 元$/);
});

test('a unit without a quota in the campaign is refused with NO_QUOTA', async () => {
  await world.owner.query('delete from campaign_quota where campaign_id = $1 and county_path = $2', [
    world.campaignId,
    staffOf('linjiang', 'CLERK').scope,
  ]);
  await world.addHouseholds('linjiang', 1);
  expect(codes(await putForward('linjiang')).at(-1)).toBe('NO_QUOTA');
});

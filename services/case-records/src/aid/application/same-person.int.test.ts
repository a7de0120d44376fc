import { afterAll, beforeAll, expect, test } from 'vitest';
import { identityOf } from '@nuangong/database';
import { valueOf } from '@nuangong/primitives';
import {
  arrangeCampaign,
  staffOf,
  type ArrangedHousehold,
  type CampaignWorld,
} from '../../testing/arrange-campaign.ts';
import { answerSuspectedDouble } from '../../register/same-person/answer-suspected-double.ts';
import { findDoubles } from '../../register/same-person/find-doubles.ts';
import { approveApplications } from './approve-applications.ts';
import { putForwardCampaignList } from './put-forward-campaign-list.ts';

let world: CampaignWorld;
beforeAll(async () => {
  world = await arrangeCampaign();
});
afterAll(() => world.drop());

const approver = staffOf('qinghe', 'APPROVER');

const applicationOf = async ({ caseFileId }: ArrangedHousehold) => {
  const { rows } = await world.owner.query<{ id: string }>('select id from aid_application where case_file_id = $1', [
    caseFileId,
  ]);
  return rows[0]!.id;
};

async function approve(households: readonly ArrangedHousehold[]) {
  const ids: string[] = [];
  for (const household of households) ids.push(await applicationOf(household));
  const { rows } = valueOf(await approveApplications(world.contextOf(approver), { ids }));
  return rows.map((row) => row.problems.map((each) => each.message.zh).join());
}

test('one person under two documents is approved only after the duplicate was answered, for each household separately', async () => {
  const alike = { name: '古丽·买买提', phoneIndex: 'aa01' };
  const [resident] = await world.addHouseholds('qinghe', 1, { alike });
  const [permit] = await world.addHouseholds('qinghe', 1, { alike });
  const [other] = await world.addHouseholds('qinghe', 1, { alike: { ...alike, phoneIndex: 'aa02' } });
  valueOf(await putForwardCampaignList(world.contextOf(staffOf('qinghe', 'CLERK')), { campaignId: world.campaignId }));
  const told = '户主与本单位另一户户主姓名、出生日期、电话相同，疑似同一人；核实并写明结论后再审批';
  expect(await approve([resident!, permit!, other!])).toEqual([told, told, '']);
  const [double] = await world.database.transaction(identityOf(approver), (tx) =>
    findDoubles(tx, [resident!.householdId]),
  );
  const answer = { householdId: resident!.householdId, doubleId: double!.doubleId, why: '已核对两证，是同名双胞胎' };
  valueOf(await answerSuspectedDouble(world.contextOf(approver), answer));
  expect(await approve([resident!, permit!])).toEqual(['', told]);
  const forged = world.database.sqlTransaction(identityOf(approver), async (client) =>
    client.query(
      `update aid_application set status = 'APPROVED', grant_id = uuidv7(), approved_by = $2, approved_name = 'x',
         approved_at = '2026-12-08T03:00:00Z', snapshot = '{}', snapshot_hash = repeat('0', 64) where id = $1`,
      [await applicationOf(permit!), approver.staffId],
    ),
  );
  await expect(forged).rejects.toThrow('application_double_is_answered');
});

test('the approver sees only that another county has a household, and nothing of it', async () => {
  const alike = { name: '阿不都·热依木', phoneIndex: 'aa03' };
  const [here] = await world.addHouseholds('qinghe', 1, { alike });
  await world.addHouseholds('linjiang', 1, { alike });
  valueOf(await putForwardCampaignList(world.contextOf(staffOf('qinghe', 'CLERK')), { campaignId: world.campaignId }));
  expect(await approve([here!])).toEqual([
    '户主与其他单位另一户户主姓名、出生日期、电话相同，疑似同一人；核实并写明结论后再审批',
  ]);
});

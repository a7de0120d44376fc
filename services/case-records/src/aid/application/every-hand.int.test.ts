import { afterAll, beforeAll, expect, test } from 'vitest';
import { identityOf, prismaSql } from '@nuangong/database';
import { valueOf } from '@nuangong/primitives';
import {
  arrangeCampaign,
  staffOf,
  type ArrangedHousehold,
  type CampaignWorld,
} from '../../testing/arrange-campaign.ts';
import { approveApplications } from './approve-applications.ts';
import { countApplications } from './count-applications.ts';
import { putForwardCampaignList } from './put-forward-campaign-list.ts';

let world: CampaignWorld;
beforeAll(async () => {
  world = await arrangeCampaign();
});
afterAll(() => world.drop());

const correction = (state: string, by: 'corrected_by' | 'decided_by') =>
  `insert into person_correction (organization_path, household_id, person_id, state, money_waits, changed, before, after, why,
     corrected_by, corrected_by_name, corrected_at, decided_by, decided_by_name, decided_at)
   select organization_path, id, head_id, '${state}', false, true, '{}', '{}', '更正',
     ${by === 'corrected_by' ? '$2' : 'uuidv7()'}, '甲', now(),
     ${by === 'decided_by' ? "$2, '乙', now()" : 'null, null, null'}
   from household where id = $1`;
const row = (more: { readonly uploadedBy?: true; readonly decidedBy?: true }) =>
  `with sent as (
     insert into roster_import (organization_path, organization_id, organization_name, file_name, file_sha256, file_size,
       status, uploaded_by, uploaded_by_name, uploaded_at)
     select organization_path, organization_id, organization_name, '花名册.xlsx', repeat('0', 64), 1, 'DONE',
       ${more.uploadedBy ? '$2' : 'uuidv7()'}, '甲', now() from household where id = $1 returning id, organization_path
   ), staged as (
     insert into roster_row (organization_path, import_id, row_number, sealed_cells, household_id, decided_by, decided_by_name,
       decided_at, decided_why)
     select organization_path, id, 3, 'v2.test', $1,
       ${more.decidedBy ? "$2, '甲', now(), '以登记为准'" : 'null::uuid, null, null, null'} from sent returning id
   )
   update household set roster_row_id = (select id from staged) where id = $1`;

/** Every way to have handled a household, apart from the file's own steps, as stored. */
const hands = {
  'corrected its payee': correction('DONE', 'corrected_by'),
  'corrected its payee, not yet confirmed': correction('WAITING', 'corrected_by'),
  'confirmed a correction of its payee': correction('DONE', 'decided_by'),
  'uploaded its evidence': `insert into evidence (organization_path, case_file_id, kind, file_name, content_type, size, sha256,
     uploaded_by, uploaded_by_name, uploaded_at)
   select organization_path, id, 'DIAGNOSIS', '诊断.pdf', 'application/pdf', 1, repeat('0', 64), $2, '甲', now()
   from case_file where household_id = $1`,
  'recorded an objection': `insert into objection (organization_path, posting_id, case_file_id, raised_by, text, raised_at, recorded_by)
   select organization_path, uuidv7(), id, 'v2.test', 'v2.test', now(), $2 from case_file where household_id = $1`,
  'uploaded the roster that it came from': row({ uploadedBy: true }),
  'decided a difference from a roster': row({ decidedBy: true }),
  'proposed a waiting change': `insert into file_proposal (organization_path, case_file_id, kind, household_version,
     sealed_content, proposed_by, proposed_by_name, proposed_at)
   select organization_path, id, 'CHANGE', 1, 'v2.test', $2, '甲', now() from case_file where household_id = $1`,
  'reopened its file': `insert into case_file_step (case_file_id, organization_path, from_status, to_status, at, staff_id, staff_name)
   select id, organization_path, 'EXITED', 'DRAFT', now(), $2, '甲' from case_file where household_id = $1`,
} as const;

async function putForward(): Promise<ArrangedHousehold & { readonly applicationId: string }> {
  const [household] = await world.addHouseholds('qinghe', 1);
  valueOf(await putForwardCampaignList(world.contextOf(staffOf('qinghe', 'CLERK')), { campaignId: world.campaignId }));
  if (household === undefined) throw new Error('no household');
  const { rows } = await world.owner.query('select id from aid_application where household_id = $1', [
    household.householdId,
  ]);
  return { ...household, applicationId: rows[0].id };
}

async function lend(sql: string, householdId: string, staffId: string): Promise<void> {
  await world.owner.query('set session_replication_role = replica');
  await world.owner.query(sql, [householdId, staffId]);
  await world.owner.query('set session_replication_role = origin');
}

test.each(Object.entries(hands))(
  'an approver who %s approves nothing for the household, not even by a delegated role',
  async (_hand, sql) => {
    const { applicationId, householdId } = await putForward();
    const lent = { ...staffOf('qinghe', 'APPROVER', 7), staffId: crypto.randomUUID() };
    const count = async () =>
      (await world.database.transaction(identityOf(lent), (tx) => countApplications(prismaSql(tx), lent.staffId)))
        .toApprove;
    const before = await count();
    await lend(sql, householdId, lent.staffId);
    expect(before - (await count())).toBe(1);
    const { rows } = valueOf(await approveApplications(world.contextOf(lent), { ids: [applicationId] }));
    expect(rows.map(({ problems }) => problems.map(({ code }) => code))).toEqual([['MAKER_IS_NOT_CHECKER']]);
    await expect(
      world.database.transaction(identityOf(lent), (tx) =>
        prismaSql(tx)(
          `update aid_application set status = 'APPROVED', approved_by = $2::uuid, approved_name = '甲', approved_at = now(),
           grant_id = uuidv7(), snapshot = '{}', snapshot_hash = repeat('0', 64) where id = $1::uuid`,
          applicationId,
          lent.staffId,
        ),
      ),
    ).rejects.toThrow('application_maker_is_not_checker');
  },
);

test('an approver whose correction of the payee was refused may approve', async () => {
  const { applicationId, householdId } = await putForward();
  const approver = { ...staffOf('qinghe', 'APPROVER', 8), staffId: crypto.randomUUID() };
  await lend(correction('REFUSED', 'corrected_by'), householdId, approver.staffId);
  const { rows } = valueOf(await approveApplications(world.contextOf(approver), { ids: [applicationId] }));
  expect(rows).toMatchObject([{ ok: true }]);
});

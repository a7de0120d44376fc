import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PoolClient } from 'pg';
import type { Actor } from '@nuangong/access';
import { identityOf } from '@nuangong/database';
import { valueOf } from '@nuangong/primitives';
import {
  arrangeCampaign,
  staffOf,
  type CampaignWorld,
  type HouseholdOverrides,
} from '../../testing/arrange-campaign.ts';
import { putForwardCampaignList } from './put-forward-campaign-list.ts';

let world: CampaignWorld;
beforeAll(async () => {
  world = await arrangeCampaign();
});
afterAll(() => world.drop());

const clerk = staffOf('qinghe', 'CLERK');
const reviewer = staffOf('qinghe', 'REVIEWER');
const approver = staffOf('qinghe', 'APPROVER');

/** Runs SQL under the service's own role, with the identity of an actor. */
const as = <T>(actor: Actor, work: (client: PoolClient) => Promise<T>) =>
  world.database.sqlTransaction(identityOf(actor), work);

async function putForward(overrides: HouseholdOverrides = {}): Promise<string> {
  const [household] = await world.addHouseholds('qinghe', 1, overrides);
  valueOf(await putForwardCampaignList(world.contextOf(clerk), { campaignId: world.campaignId }));
  const { rows } = await world.owner.query('select id from aid_application where case_file_id = $1', [
    household!.caseFileId,
  ]);
  return rows[0].id;
}

const approveBySql = (actor: Actor, id: string, amount = 30_000) =>
  as(actor, (client) =>
    client.query(
      `update aid_application set status = 'APPROVED', grant_id = uuidv7(), approved_by = $2, approved_name = 'x',
         approved_at = now(), amount_fen = $3, snapshot = '{}', snapshot_hash = repeat('0', 64) where id = $1`,
      [id, actor.staffId, amount],
    ),
  );

const rejectBySql = (actor: Actor, id: string) =>
  as(actor, (client) =>
    client.query(`update aid_application set status = 'REJECTED', opinion = '不符合条件' where id = $1`, [id]),
  );

test.each([
  ['the person who put it forward', clerk, {}],
  ['the reviewer of the file', reviewer, {}],
  ['the person who submitted the file', approver, { submittedBy: approver.staffId }],
  ['the person who registered the household', approver, { registeredBy: approver.staffId }],
  ['the person who changed the household', approver, { changedBy: approver.staffId }],
  ['the person who confirmed a change of the household', approver, { changeConfirmedBy: approver.staffId }],
  ['the person who returned the file before it was submitted again', approver, { returnedBy: approver.staffId }],
] as const)('the database refuses an approval or a rejection by %s', async (_who, actor, overrides) => {
  const id = await putForward(overrides);
  await expect(approveBySql(actor, id)).rejects.toThrow('application_maker_is_not_checker');
  await expect(rejectBySql(actor, id)).rejects.toThrow('application_maker_is_not_checker');
});

test('an approval in another’s name is refused', async () => {
  const id = await putForward();
  const forged = as(approver, (client) =>
    client.query(
      `update aid_application set status = 'APPROVED', grant_id = uuidv7(), approved_by = $2, approved_name = 'x',
         approved_at = now(), snapshot = '{}', snapshot_hash = repeat('0', 64) where id = $1`,
      [id, staffOf('qinghe', 'APPROVER', 2).staffId],
    ),
  );
  await expect(forged).rejects.toThrow('application_maker_is_not_checker');
});

test.each([
  [
    'the file is suspended',
    `update case_file set status = 'SUSPENDED' where id = (select case_file_id from aid_application where id = $1)`,
  ],
  [
    'the identity is not verified',
    `update person set identity_verified = false where id = (select h.head_id from aid_application a
       join household h on h.id = a.household_id where a.id = $1)`,
  ],
])('when %s, no grant is written', async (_why, change) => {
  const id = await putForward();
  await world.owner.query(change, [id]);
  await expect(approveBySql(approver, id)).rejects.toThrow('application_file_first');
});

test('the database refuses an amount out of range, a grant without a snapshot, a skipped step and a rejection without an opinion', async () => {
  const id = await putForward();
  await expect(approveBySql(approver, id, 29_999)).rejects.toThrow('application_never_below_300');
  await expect(approveBySql(approver, id, 100_001)).rejects.toThrow('application_amount_within_range');
  const bare = as(approver, (client) =>
    client.query(`update aid_application set status = 'APPROVED' where id = $1`, [id]),
  );
  await expect(bare).rejects.toThrow('application_grant_is_whole');
  const skipped = as(approver, (client) =>
    client.query(`update aid_application set status = 'PAID' where id = $1`, [id]),
  );
  await expect(skipped).rejects.toThrow('application_life_cycle');
  const deleted = as(approver, (client) => client.query('delete from aid_application where id = $1', [id]));
  await expect(deleted).rejects.toThrow('application_stays');
  const silent = as(approver, (client) =>
    client.query(`update aid_application set status = 'REJECTED' where id = $1`, [id]),
  );
  await expect(silent).rejects.toThrow('application_opinion_required');
});

const copyOf = (changes: string) => `
  insert into aid_application (organization_path, organization_id, organization_name, county_code, year, sequence,
    number, campaign_id, household_id, case_file_id, case_file_version, eligibility_decision_id, clause_codes, aid_type, mark,
    purpose, amount_fen, status, head_name, unit_name, put_forward_by, put_forward_name, put_forward_at)
  select c.organization_path, c.organization_id, c.organization_name, c.county_code, c.year, c.sequence, c.number,
    c.campaign_id, c.household_id, c.case_file_id, c.case_file_version, c.eligibility_decision_id, c.clause_codes, c.aid_type,
    c.mark, c.purpose, c.amount_fen, c.status, c.head_name, c.unit_name, c.put_forward_by,
    c.put_forward_name, now()
  from aid_application a, jsonb_populate_record(a, ${changes}) c where a.id = $1::uuid`;

test.each([
  ['without a clause', `'{"clause_codes": []}'`, 'application_cites_clause'],
  ['with a clause that did not speak for it', `'{"clause_codes": ["3.1"]}'`, 'application_rests_on_decision'],
  ['on another version of the file', `'{"case_file_version": 4}'`, 'application_rests_on_decision'],
  ['approved from the start', `'{"status": "APPROVED"}'`, 'application_starts_undecided'],
  [
    'in another’s name',
    `'{"put_forward_by": "00000000-0000-7000-8000-00000000dead"}'`,
    'application_put_forward_by_actor',
  ],
  [
    'with a number that leaves a gap',
    `'{"number": "510101-2026-S900000", "sequence": 900000}'`,
    'application_numbers_have_no_gap',
  ],
  ['of another county', `'{"organization_path": "51/5101/510102/"}'`, 'row-level security'],
])('an application put forward %s is refused', async (_how, changes, reason) => {
  const id = await putForward();
  await world.owner.query(`update aid_application set status = 'RETURNED', opinion = '退回' where id = $1`, [id]);
  const undecided = `('{"status": "COUNTY_REVIEW"}'::jsonb || ${changes}::jsonb)`;
  const next = `(jsonb_build_object('number', 'N' || $1::text,
    'sequence', (select max(sequence) + 1 from aid_application)) || ${undecided})`;
  await expect(as(clerk, (client) => client.query(copyOf(next), [id]))).rejects.toThrow(reason);
});

test('another county can neither see nor change an application, sheet or step, by id or in counts', async () => {
  await putForward();
  const stranger = staffOf('linjiang', 'APPROVER');
  const seen = await as(stranger, async (client) => {
    const counts = await client.query(
      `select (select count(*) from aid_application) + (select count(*) from eligibility_decision)
         + (select count(*) from application_step) as n`,
    );
    const changed = await client.query(`update aid_application set opinion = 'x'`);
    return [counts.rows[0].n, changed.rowCount];
  });
  expect(seen).toEqual([0n, 0]);
  const nobody = await world.database.pool.query('select count(*) as n from aid_application');
  expect(nobody.rows).toEqual([{ n: 0n }]);
});

test('neither the service nor the owner can change an issued policy or its clauses', async () => {
  await expect(world.owner.query(`update policy_version set amount_fen = 1`)).rejects.toThrow('policy_issued_stays');
  await expect(world.owner.query(`update policy_clause set title = 'x'`)).rejects.toThrow('policy_issued_stays');
  await expect(world.owner.query(`delete from policy_clause`)).rejects.toThrow('policy_issued_stays');
});

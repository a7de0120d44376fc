import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '@nuangong/access';
import { identityOf } from '@nuangong/database';
import { valueOf } from '@nuangong/primitives';
import {
  arrangeCampaign,
  staffOf,
  type ArrangedHousehold,
  type CampaignWorld,
} from '../../testing/arrange-campaign.ts';
import { approveApplications } from './approve-applications.ts';
import { returnApplications } from './decide-applications.ts';
import { putForwardCampaignList } from './put-forward-campaign-list.ts';
import { submitApplicationsAgain } from './submit-applications-again.ts';
import { withdrawApplications } from './withdraw-applications.ts';

let world: CampaignWorld;
beforeAll(async () => {
  world = await arrangeCampaign();
});
afterAll(() => world.drop());

const clerk = staffOf('qinghe', 'CLERK');
const colleague = staffOf('qinghe', 'CLERK', 2);
const approver = staffOf('qinghe', 'APPROVER');
const by = (actor: Actor) => world.contextOf(actor);

interface Stored {
  readonly id: string;
  readonly number: string;
  readonly status: string;
  readonly eligibility_decision_id: string;
  readonly case_file_version: number;
  readonly put_forward_by: string;
}

const storedOf = async ({ caseFileId }: ArrangedHousehold): Promise<readonly Stored[]> => {
  const { rows } = await world.owner.query<Stored>(
    'select * from aid_application where case_file_id = $1 order by sequence',
    [caseFileId],
  );
  return rows;
};

/** An application put forward by the clerk and returned by the approver. */
async function returned(overrides = {}): Promise<{ readonly household: ArrangedHousehold; readonly before: Stored }> {
  const [household] = await world.addHouseholds('qinghe', 1, overrides);
  valueOf(await putForwardCampaignList(by(clerk), { campaignId: world.campaignId }));
  const [application] = await storedOf(household!);
  valueOf(await returnApplications(by(approver), { ids: [application!.id], opinion: '人均收入与工资表不一致' }));
  const [before] = await storedOf(household!);
  return { household: household!, before: before! };
}

/** The household's income is corrected, which makes a new version of its file. */
async function correct({ householdId, caseFileId }: ArrangedHousehold, incomeFen: number): Promise<void> {
  await world.owner.query('set session_replication_role = replica');
  await world.owner.query('update household set per_capita_income_fen = $2 where id = $1', [householdId, incomeFen]);
  await world.owner.query('update case_file set version = version + 1 where id = $1', [caseFileId]);
  await world.owner.query('set session_replication_role = origin');
}

const again = async (actor: Actor, ids: readonly string[], corrected = '按工资表更正人均收入') =>
  valueOf(await submitApplicationsAgain(by(actor), { ids, corrected }));
const codes = (rows: readonly { readonly problems: readonly { readonly code: string }[] }[]) =>
  rows.map((row) => row.problems.map((each) => each.code).join());
const dutiesOf = (actor: Actor) =>
  world.ask<{ page: { items: readonly { readonly recordId: string; readonly status: string }[] } }>(
    actor,
    '{ page: caseRecordsObligations(filter: { kind: APPLICATION_RETURNED }) { items { recordId status title address } } }',
  );

describe('given an application that the approver returned', () => {
  test('the person who put it forward and the organisation’s clerks have an obligation', async () => {
    const { before } = await returned();
    const mine = {
      recordId: before.id,
      status: 'OPEN',
      title: `申请 ${before.number}`,
      address: `/applications/${before.id}`,
    };
    for (const actor of [clerk, colleague]) expect((await dutiesOf(actor)).page.items).toContainEqual(mine);
    expect((await dutiesOf(approver)).page.items).toEqual([]);
    expect((await dutiesOf(staffOf('linjiang', 'CLERK'))).page.items).toEqual([]);
  });

  test('putting the list forward again leaves it returned', async () => {
    const { household } = await returned();
    valueOf(await putForwardCampaignList(by(clerk), { campaignId: world.campaignId }));
    expect((await storedOf(household)).map(({ status }) => status)).toEqual(['RETURNED']);
  });

  test('submitted again, it keeps its number and gets a new sheet of the file’s present state', async () => {
    const { household, before } = await returned();
    await correct(household, 40_000);
    expect(codes(await again(colleague, [before.id]))).toEqual(['']);
    const [after] = await storedOf(household);
    expect(after).toMatchObject({
      id: before.id,
      number: before.number,
      status: 'COUNTY_REVIEW',
      put_forward_by: colleague.staffId,
      case_file_version: before.case_file_version + 1,
    });
    expect(after?.eligibility_decision_id).not.toBe(before.eligibility_decision_id);
    expect((await dutiesOf(clerk)).page.items.filter(({ recordId }) => recordId === before.id)).toEqual([]);
    const { rows } = await world.owner.query(
      `select before, after from audit_entry where action = 'application.submit-again' and record_id = $1`,
      [before.id],
    );
    expect(rows).toMatchObject([
      {
        before: { status: 'RETURNED', eligibilityDecisionId: before.eligibility_decision_id },
        after: { status: 'COUNTY_REVIEW', eligibilityDecisionId: after?.eligibility_decision_id },
      },
    ]);
  });

  test('its history says who returned it and why, and what was corrected', async () => {
    const { before } = await returned();
    await again(clerk, [before.id]);
    const { application } = await world.ask<{ application: { steps: object[] } }>(
      approver,
      'query ($id: ID!) { application(id: $id) { steps { status by opinion } } }',
      { id: before.id },
    );
    expect(application.steps).toEqual([
      { status: 'COUNTY_REVIEW', by: clerk.name, opinion: null },
      { status: 'RETURNED', by: approver.name, opinion: '人均收入与工资表不一致' },
      { status: 'COUNTY_REVIEW', by: clerk.name, opinion: '按工资表更正人均收入' },
    ]);
  });

  test('nobody who put it forward, the first time or again, decides it', async () => {
    const { before } = await returned();
    await again(colleague, [before.id]);
    for (const maker of [clerk, colleague]) {
      const rows = valueOf(
        await approveApplications(by({ ...approver, staffId: maker.staffId }), { ids: [before.id] }),
      ).rows;
      expect(codes(rows)).toEqual(['MAKER_IS_NOT_CHECKER']);
    }
    const forged = world.database.sqlTransaction(identityOf({ ...approver, staffId: clerk.staffId }), (client) =>
      client.query(`update aid_application set status = 'REJECTED', opinion = 'x' where id = $1`, [before.id]),
    );
    await expect(forged).rejects.toThrow('application_maker_is_not_checker');
    const rows = valueOf(await approveApplications(by(approver), { ids: [before.id] })).rows;
    expect(codes(rows)).toEqual(['']);
  });

  test('an application of a household that is no longer eligible stays returned, with the reason; it can be withdrawn', async () => {
    const { household, before } = await returned({ causes: ['UNEMPLOYMENT'] });
    await correct(household, 500_000);
    const [row] = await again(clerk, [before.id]);
    expect(row?.ok).toBe(false);
    expect(row?.problems.map(({ message }) => message.zh).join()).toContain('低保');
    expect((await storedOf(household))[0]?.status).toBe('RETURNED');
    expect(codes(valueOf(await withdrawApplications(by(clerk), { ids: [before.id], reason: '收入超过标准' })))).toEqual(
      [''],
    );
    expect((await storedOf(household))[0]?.status).toBe('WITHDRAWN');
    expect((await dutiesOf(clerk)).page.items.filter(({ recordId }) => recordId === before.id)).toEqual([]);
  });

  test('an application is not submitted without a note on the correction, after approval, or by another county', async () => {
    const { before } = await returned();
    const empty = await submitApplicationsAgain(by(clerk), { ids: [before.id], corrected: ' ' });
    expect(empty.ok ? [] : empty.problems.map(({ field }) => field)).toEqual(['corrected']);
    expect(codes(await again(staffOf('linjiang', 'CLERK'), [before.id]))).toEqual(['NOT_FOUND']);
    await again(clerk, [before.id]);
    expect(codes(await again(clerk, [before.id]))).toEqual(['APPLICATION_STATUS']);
    const refused = await submitApplicationsAgain(by(approver), { ids: [before.id], corrected: '更正' });
    expect(refused.ok ? [] : refused.problems.map(({ code }) => code)).toEqual(['FORBIDDEN']);
  });

  test('a hundred cost as many statements as one', async () => {
    const ids: string[] = [];
    const costOf = async (chosen: readonly string[]) => {
      const began = world.database.statements();
      expect(new Set(codes(await again(clerk, chosen)))).toEqual(new Set(['']));
      return world.database.statements() - began;
    };
    await world.addHouseholds('qinghe', 101);
    valueOf(await putForwardCampaignList(by(clerk), { campaignId: world.campaignId }));
    const { rows } = await world.owner.query<{ id: string }>(
      `select id from aid_application where status = 'COUNTY_REVIEW' order by sequence desc limit 101`,
    );
    ids.push(...rows.map(({ id }) => id));
    valueOf(await returnApplications(by(approver), { ids, opinion: '补正' }));
    expect(await costOf(ids.slice(1))).toBe(await costOf(ids.slice(0, 1)));
  });
});

describe('given a returned application and a campaign with its quota used up', () => {
  test('the service and the database refuse to submit it beyond the quota', async () => {
    const [first, second] = await world.addHouseholds('linjiang', 2);
    await world.setQuota('linjiang', 1);
    const maker = staffOf('linjiang', 'CLERK');
    valueOf(await putForwardCampaignList(by(maker), { campaignId: world.campaignId }));
    const [application] = await storedOf(first!);
    const decider = staffOf('linjiang', 'APPROVER');
    valueOf(await returnApplications(by(decider), { ids: [application!.id], opinion: '补正' }));
    valueOf(await putForwardCampaignList(by(maker), { campaignId: world.campaignId }));
    expect((await storedOf(second!)).map(({ status }) => status)).toEqual(['COUNTY_REVIEW']);
    expect(codes(await again(maker, [application!.id]))).toEqual(['QUOTA_FULL']);
    const forged = world.database.sqlTransaction(identityOf(maker), (client) =>
      client.query(`update aid_application set status = 'COUNTY_REVIEW' where id = $1`, [application!.id]),
    );
    await expect(forged).rejects.toThrow('application_quota_is_held');
  });
});

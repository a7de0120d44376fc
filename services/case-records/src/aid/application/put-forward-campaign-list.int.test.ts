import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { scopeOf } from '@nuangong/access';
import { pgSql } from '@nuangong/database';
import { valueOf } from '@nuangong/primitives';
import { arrangeCampaign, staffOf, testMoment, type CampaignWorld } from '../../testing/arrange-campaign.ts';
import { hashOf } from '../../policy/policy/canonical-json.ts';
import { loadPolicy } from '../../policy/policy/load-policy.ts';
import { putForwardCampaignList } from './put-forward-campaign-list.ts';

let world: CampaignWorld;
beforeAll(async () => {
  world = await arrangeCampaign();
});
afterAll(() => world.drop());
beforeEach(() => world.setMoment(testMoment));

const putForward = (county: 'qinghe' | 'linjiang', role: 'CLERK' | 'REVIEWER' | 'APPROVER' = 'CLERK') =>
  putForwardCampaignList(world.contextOf(staffOf(county, role)), { campaignId: world.campaignId });

describe('given a county with files of many kinds', () => {
  test('when the list is put forward, eligible files become applications and the others get a reason', async () => {
    const ill = await world.addHouseholds('qinghe', 2);
    const [well] = await world.addHouseholds('qinghe', 1, { causes: ['UNEMPLOYMENT'], incomeFen: 84_001 });
    const [unverified] = await world.addHouseholds('qinghe', 1, { identityVerified: false });
    const [posted] = await world.addHouseholds('qinghe', 1, { fileStatus: 'POSTED' });
    const [elsewhere] = await world.addHouseholds('linjiang', 1);
    const rows = valueOf(await putForward('qinghe'));
    const answers = new Map(rows.map((row) => [row.id, row]));
    expect(ill.map((each) => answers.get(each.caseFileId)?.ok)).toEqual([true, true]);
    expect(answers.get(well!.caseFileId)?.problems.map((each) => each.code)).toEqual(Array(5).fill('NOT_ELIGIBLE'));
    expect(answers.get(unverified!.caseFileId)?.problems.map((each) => each.message.zh)).toEqual([
      '身份核实：未核实；要求：户主身份已核实。依据：实名制（《县级冬春救助工作方案》第二篇第六条第2项）',
    ]);
    expect([posted, elsewhere].map((each) => answers.has(each!.caseFileId))).toEqual([false, false]);
    const { rows: kept } = await world.owner.query(
      `select number, status, amount_fen, case_file_version, clause_codes, put_forward_name
       from aid_application order by number`,
    );
    expect(kept).toMatchObject([
      { number: '510101-2026-S000001', status: 'COUNTY_REVIEW', amount_fen: '30000', case_file_version: 5 },
      { number: '510101-2026-S000002', clause_codes: ['3.2', '3.3'] },
    ]);
  });

  test('when a higher dibao line awaits confirmation, the line in force decides', async () => {
    await world.owner.query(
      `insert into dibao_line (organization_path, organization_id, organization_name, valid_from,
         monthly_per_capita_fen, margin_factor, set_by, set_at, awaits_confirmation)
       select organization_path, organization_id, organization_name, valid_from + 1, 200000, margin_factor, set_by,
         set_at, true from dibao_line`,
    );
    const [above] = await world.addHouseholds('linjiang', 1, { causes: ['UNEMPLOYMENT'], incomeFen: 84_001 });
    const rows = valueOf(await putForward('linjiang'));
    expect(rows.find(({ id }) => id === above!.caseFileId)?.ok).toBe(false);
    await world.owner.query('delete from dibao_line where awaits_confirmation');
  });

  test('when the list is put forward again, nothing is duplicated, and equal inputs give equal sheets', async () => {
    const before = await world.owner.query('select count(*)::int as n from eligibility_decision');
    const rows = valueOf(await putForward('qinghe', 'REVIEWER'));
    const after = await world.owner.query('select count(*)::int as n from eligibility_decision');
    expect(rows.every((row) => !row.ok)).toBe(true);
    expect(after.rows).toEqual(before.rows);
  });

  test('when two people put the list forward at the same time, each household has one application and the numbers have no gap', async () => {
    await world.addHouseholds('qinghe', 20);
    const both = await Promise.all([putForward('qinghe'), putForward('qinghe', 'REVIEWER')]);
    expect(both.map((each) => valueOf(each).filter((row) => row.ok).length).sort((a, b) => a - b)).toEqual([0, 20]);
    const { rows } = await world.owner.query(
      `select count(*)::int as n, max(sequence)::int as last from aid_application where county_code = '510101'`,
    );
    expect(rows).toEqual([{ n: 22, last: 22 }]);
  });

  test('when city and county put the list forward at the same time, each household has one application', async () => {
    await world.addHouseholds('qinghe', 20);
    const ofTheCity = { ...staffOf('qinghe', 'REVIEWER'), scope: scopeOf('51/5101/') };
    const both = await Promise.all([
      putForward('qinghe'),
      putForwardCampaignList(world.contextOf(ofTheCity), { campaignId: world.campaignId }),
    ]);
    const counts = both.map((each) => valueOf(each).filter((row) => row.ok).length);
    expect(Math.max(...counts)).toBeGreaterThanOrEqual(20);
    const { rows } = await world.owner.query(
      `select count(*)::int as n, count(distinct case_file_id)::int as files, max(sequence)::int as last
       from aid_application where county_code = '510101'`,
    );
    expect(rows).toEqual([{ n: 42, files: 42, last: 42 }]);
  });

  test('the engine gives the stored answer for the stored inputs, for an auditor', async () => {
    const { rows } = await world.owner.query(
      `select policy_version_id, inputs, inputs_hash, outcome, amount_fen, clauses_for from eligibility_decision`,
    );
    const prepared = await loadPolicy(pgSql(world.owner as never), rows[0].policy_version_id);
    for (const sheet of rows) {
      const again = await prepared.decide(sheet.inputs);
      expect(hashOf(sheet.inputs)).toBe(sheet.inputs_hash);
      expect([again.outcome, `${again.amount}`, again.clausesFor]).toEqual([
        sheet.outcome,
        sheet.amount_fen,
        sheet.clauses_for,
      ]);
    }
    await expect(world.owner.query(`update eligibility_decision set outcome = 'ELIGIBLE'`)).rejects.toThrow(
      'append-only',
    );
  });
});

test('the class and the line on a sheet are those in force on the day of the decision', async () => {
  await world.owner.query(
    `insert into dibao_line (organization_path, organization_id, organization_name, valid_from, monthly_per_capita_fen,
       margin_factor, set_by, set_at) select organization_path, organization_id, organization_name, '2026-12-09', 70000, 1.5,
       set_by, now() from dibao_line where organization_path = '51/5101/510101/'`,
  );
  const decidedOn = async (moment: string) => {
    const [household] = await world.addHouseholds('qinghe', 1, { causes: ['SCHOOLING'], incomeFen: 65_000 });
    world.setMoment(new Date(moment));
    valueOf(await putForward('qinghe'));
    const { rows } = await world.owner.query('select inputs from eligibility_decision where case_file_id = $1', [
      household!.caseFileId,
    ]);
    return rows[0].inputs;
  };
  expect(await decidedOn('2026-12-08T15:59:59Z')).toMatchObject({ hardshipClass: 'MARGINAL', dibaoLineYuan: '560.00' });
  expect(await decidedOn('2026-12-08T16:00:00Z')).toMatchObject({
    hardshipClass: 'BELOW_LINE',
    dibaoLineYuan: '700.00',
  });
});

test('no list is put forward outside the campaign, before its first day, or without the permission', async () => {
  const codesOf = async (asked: ReturnType<typeof putForward>) => {
    const result = await asked;
    return result.ok ? [] : result.problems.map((each) => each.code);
  };
  expect(await codesOf(putForward('qinghe', 'APPROVER'))).toEqual(['FORBIDDEN']);
  world.setMoment(new Date('2026-11-14T15:59:59Z'));
  expect(await codesOf(putForward('qinghe'))).toEqual(['CAMPAIGN_NOT_RUNNING']);
  const stranger = { campaignId: '00000000-0000-7000-8000-0000000c9999' };
  expect(await codesOf(putForwardCampaignList(world.contextOf(staffOf('qinghe', 'CLERK')), stranger))).toEqual([
    'NOT_FOUND',
  ]);
});

test('ten or two hundred households cost the same number of statements', async () => {
  await world.setQuota('linjiang', 1000);
  const costOf = async (households: number) => {
    await world.addHouseholds('linjiang', households);
    const before = world.database.statements();
    const rows = valueOf(await putForward('linjiang'));
    expect(rows.filter((row) => row.ok).length).toBeGreaterThanOrEqual(households);
    return world.database.statements() - before;
  };
  await costOf(1);
  const ten = await costOf(10);
  expect(await costOf(200)).toBe(ten);
});

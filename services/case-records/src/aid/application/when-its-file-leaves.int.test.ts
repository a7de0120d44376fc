import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { identityOf, prismaSql } from '@nuangong/database';
import type { ExitReason } from '@nuangong/events';
import { valueOf } from '@nuangong/primitives';
import { arrangeCampaign, staffOf, testMoment, type CampaignWorld } from '../../testing/arrange-campaign.ts';
import { moveCaseFiles } from '../../register/case-file/move-case-files.ts';
import type { CaseFileCommand } from '../../register/case-file/case-file.ts';
import { proposeExit } from '../../register/case-file/propose-exit.ts';
import { resumeCaseFile } from '../../register/case-file/resume-case-file.ts';
import { suspendCaseFile } from '../../register/case-file/suspend-case-file.ts';
import { confirmProposal } from '../../register/second-person/decide-proposal.ts';
import { approveApplications } from './approve-applications.ts';
import { putForwardCampaignList } from './put-forward-campaign-list.ts';

let world: CampaignWorld;
beforeAll(async () => {
  world = await arrangeCampaign();
});
afterAll(() => world.drop());
beforeEach(() => world.setMoment(testMoment));

const clerk = staffOf('qinghe', 'CLERK');
const second = staffOf('qinghe', 'REVIEWER', 2);
const third = staffOf('qinghe', 'REVIEWER', 3);
const approver = staffOf('qinghe', 'APPROVER');

async function putForwardOne() {
  const [household] = await world.addHouseholds('qinghe', 1);
  valueOf(await putForwardCampaignList(world.contextOf(clerk), { campaignId: world.campaignId }));
  const { rows } = await world.owner.query(
    `select id from aid_application where case_file_id = $1 order by number desc limit 1`,
    [household!.caseFileId],
  );
  return { ...household!, applicationId: rows[0].id as string };
}

/** Takes a file's step: an exit is proposed by one person and confirmed by another, other steps need one reviewer. */
async function moveFile(caseFileId: string, command: CaseFileCommand, exitReason: ExitReason = 'MOVED') {
  world.setMoment(new Date(testMoment.getTime() + 60_000));
  if (command === 'SUSPEND') valueOf(await suspendCaseFile(world.contextOf(second), { caseFileId, reason: '待核实' }));
  else if (command === 'RESUME')
    valueOf(await resumeCaseFile(world.contextOf(third), { caseFileId, reason: '已核实' }));
  else if (command === 'EXIT') {
    const exit = { caseFileId, reason: exitReason, exitedOn: '2026-12-08', opinion: '走访核实' };
    valueOf(await proposeExit(world.contextOf(third), exit));
    const { rows } = await world.owner.query('select id from file_proposal where case_file_id = $1', [caseFileId]);
    valueOf(await confirmProposal(world.contextOf(second), { proposalId: rows[0].id }));
  } else {
    const [moved] = await world.database.transaction(identityOf(second), (tx) =>
      moveCaseFiles(prismaSql(tx), world.keyring, {
        command,
        choice: { kind: 'THESE', ids: [caseFileId] },
        actor: second,
        at: testMoment,
      }),
    );
    expect(moved?.problem).toBeNull();
  }
}

const stateOf = async (id: string) => {
  const { rows } = await world.owner.query(
    `select a.status, a.opinion, (select json_agg(json_build_array(s.from_status, s.to_status, s.staff_name) order by s.at, s.id)
       from application_step s where s.application_id = a.id) as steps
     from aid_application a where a.id = $1`,
    [id],
  );
  return rows[0];
};

const approve = async (id: string) => {
  const { rows } = valueOf(await approveApplications(world.contextOf(approver), { ids: [id] }));
  return rows[0]!.problems.map((each) => each.code);
};

describe('an application that waits for its approver', () => {
  test.each([
    ['exits', 'EXIT', 'DIED', '档案已退出（户主去世），申请随之撤回'],
    ['is revoked', 'REVOKE', undefined, '档案已取消，申请随之撤回'],
  ] as const)('is withdrawn with the reason when its file %s', async (_what, command, exitReason, opinion) => {
    const { caseFileId, applicationId } = await putForwardOne();
    await moveFile(caseFileId, command, exitReason);
    expect(await stateOf(applicationId)).toEqual({
      status: 'WITHDRAWN',
      opinion,
      steps: [
        [null, 'COUNTY_REVIEW', clerk.name],
        ['COUNTY_REVIEW', 'WITHDRAWN', second.name],
      ],
    });
    expect(await approve(applicationId)).toContain('APPLICATION_STATUS');
  });

  test('is held while its file is suspended, and returns to its former status when the file is resumed', async () => {
    const { caseFileId, applicationId } = await putForwardOne();
    await moveFile(caseFileId, 'SUSPEND');
    expect(await stateOf(applicationId)).toMatchObject({ status: 'SUSPENDED', opinion: '档案已暂停，恢复后继续审批' });
    expect(await approve(applicationId)).toContain('APPLICATION_STATUS');
    await moveFile(caseFileId, 'RESUME');
    expect(await stateOf(applicationId)).toMatchObject({
      status: 'COUNTY_REVIEW',
      opinion: null,
      steps: [
        [null, 'COUNTY_REVIEW', clerk.name],
        ['COUNTY_REVIEW', 'SUSPENDED', second.name],
        ['SUSPENDED', 'COUNTY_REVIEW', third.name],
      ],
    });
    expect(await approve(applicationId)).toEqual([]);
  });

  test('must be returned when the household changed while its file was suspended', async () => {
    const { caseFileId, applicationId } = await putForwardOne();
    await moveFile(caseFileId, 'SUSPEND');
    await world.owner.query('update case_file set version = version + 1 where id = $1', [caseFileId]);
    await moveFile(caseFileId, 'RESUME');
    expect(await approve(applicationId)).toEqual(['FILE_CHANGED']);
  });

  test('is withdrawn when the suspended file exits, and can be put forward again when the file is active again', async () => {
    const { caseFileId, applicationId } = await putForwardOne();
    await moveFile(caseFileId, 'SUSPEND');
    await moveFile(caseFileId, 'EXIT');
    expect(await stateOf(applicationId)).toMatchObject({ status: 'WITHDRAWN' });
    await world.owner.query('set session_replication_role = replica');
    await world.owner.query(`update case_file set status = 'ACTIVE' where id = $1`, [caseFileId]);
    await world.owner.query(
      `update household set live = true where id = (select household_id from case_file where id = $1)`,
      [caseFileId],
    );
    await world.owner.query('set session_replication_role = origin');
    const rows = valueOf(await putForwardCampaignList(world.contextOf(clerk), { campaignId: world.campaignId }));
    expect(rows.find((row) => row.id === caseFileId)).toMatchObject({ ok: true });
  });
});

test('a waiting application is withdrawn when a confirmed change sends its file back to posting', async () => {
  const { caseFileId, applicationId } = await putForwardOne();
  await world.owner.query(
    `insert into case_file_step (case_file_id, organization_path, from_status, to_status, at, staff_id, staff_name)
     values ($1, $2, 'ACTIVE', 'COUNTY_REVIEW', now(), $3, $4)`,
    [caseFileId, second.scope, second.staffId, second.name],
  );
  const opinion = '家庭情况变更，档案重新审核公示，申请随之撤回';
  expect(await stateOf(applicationId)).toMatchObject({ status: 'WITHDRAWN', opinion });
});

test('a decided application stays decided when the file leaves the register', async () => {
  const { caseFileId, applicationId } = await putForwardOne();
  expect(await approve(applicationId)).toEqual([]);
  await moveFile(caseFileId, 'EXIT', 'AIDED');
  expect(await stateOf(applicationId)).toMatchObject({ status: 'APPROVED' });
});

test('an approval that waited for a lock of the file is judged by the changed file and refused', async () => {
  const { caseFileId, applicationId } = await putForwardOne();
  await world.owner.query('begin');
  await world.owner.query('update case_file set version = version + 1 where id = $1', [caseFileId]);
  const approving = approve(applicationId);
  await new Promise((resolve) => setTimeout(resolve, 300));
  await world.owner.query('commit');
  expect(await approving).toEqual(['FILE_CHANGED']);
});

test('the database refuses an approval on a file that changed', async () => {
  const { caseFileId, applicationId } = await putForwardOne();
  await world.owner.query('update case_file set version = version + 1 where id = $1', [caseFileId]);
  const forged = world.database.sqlTransaction(identityOf(approver), (client) =>
    client.query(
      `update aid_application set status = 'APPROVED', grant_id = uuidv7(), approved_by = $2, approved_name = 'x',
         approved_at = now(), snapshot = '{}', snapshot_hash = repeat('0', 64) where id = $1`,
      [applicationId, approver.staffId],
    ),
  );
  await expect(forged).rejects.toThrow('application_file_unchanged');
  const moved = world.database.sqlTransaction(identityOf(approver), (client) =>
    client.query('update aid_application set standing_version = 6 where id = $1', [applicationId]),
  );
  await expect(moved).rejects.toThrow('application_facts_stay');
});

import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '@nuangong/access';
import { contracts, makeEvent, newEventId, type EventData } from '@nuangong/events';
import { buildActor } from '@nuangong/service/testing';
import {
  clerk,
  otherClerk,
  reviewer,
  startCaseRecords,
  type CaseRecordsService,
} from '../../testing/case-records-service.ts';
import { fillDrafts } from '../../testing/fill-drafts.ts';
import { listCommands, told, type ToldJob } from '../../testing/commands-over-lists.ts';

const households = 1_200;

let service: CaseRecordsService;

beforeAll(async () => {
  service = await startCaseRecords();
  await fillDrafts(service, households);
});

afterAll(() => service?.stop());

beforeEach(async () => {
  await service.inspect('delete from job');
  await service.inspect('delete from rights_ended');
  await service.inspect('set session_replication_role = replica');
  await service.inspect(`update case_file set status = 'DRAFT', version = 1, submitted_by = null`);
  await service.inspect('delete from case_file_step');
  await service.inspect('set session_replication_role = origin');
});

const { all, jobOf, untilEnded } = listCommands(() => service);

const countBy = async (status: string) =>
  (await service.inspect<{ n: number }>(`select count(*)::int as n from case_file where status = $1`, [status]))[0]?.n;

describe('a command over a long list', () => {
  test('starts immediately, runs in pieces, answers each row, and does nothing twice', async () => {
    const begun = await all(clerk, 'submitCaseFiles');
    expect(begun).toMatchObject({
      problems: [],
      rows: [],
      job: { status: 'RUNNING', total: households, title: '提交档案' },
    });
    expect(await untilEnded(clerk, begun.job?.id)).toMatchObject({ status: 'DONE', done: households, refused: 0 });
    expect(await countBy('SUBMITTED')).toBe(households);
    const [kept] = await service.inspect(
      `select count(*)::int as steps, count(distinct case_file_id)::int as files from case_file_step`,
    );
    expect(kept).toEqual({ steps: households, files: households });
    const audited = await service.inspect(
      `select action, count(*)::int as n from audit_entry where staff_id = $1 group by action order by action`,
      [clerk.staffId],
    );
    expect(audited).toEqual([
      { action: 'case-file.submit', n: households },
      { action: 'job.start', n: 1 },
    ]);
    const { caseRecordsJob } = await service.ask<{
      caseRecordsJob: { rows: { total: number; items: { label: string; outcome: string }[] } };
    }>(
      clerk,
      'query($id: ID!) { caseRecordsJob(id: $id) { rows(page: 2, perPage: 100) { total items { label outcome } } } }',
      { id: begun.job?.id },
    );
    expect(caseRecordsJob.rows).toMatchObject({
      total: households,
      items: expect.arrayContaining([{ label: '510101-2026-000101', outcome: 'DONE' }]),
    });
  });

  test('refuses the rows that the single command would refuse, with their reasons', async () => {
    await untilEnded(clerk, (await all(clerk, 'submitCaseFiles')).job?.id);
    await service.inspect('set session_replication_role = replica');
    await service.inspect(`update case_file set opened_by = $1 where sequence in (1, 700, 1200)`, [reviewer.staffId]);
    await service.inspect('set session_replication_role = origin');
    const ended = await untilEnded(reviewer, (await all(reviewer, 'passCaseFiles', { opinion: '属实' })).job?.id);
    expect(ended).toMatchObject({ status: 'DONE', done: households - 3, refused: 3 });
    const { caseRecordsJob } = await service.ask<{ caseRecordsJob: { rows: unknown } }>(
      reviewer,
      'query($id: ID!) { caseRecordsJob(id: $id) { rows(outcome: REFUSED) { total items { label problems { code zh } } } } }',
      { id: ended.id },
    );
    const ofOwn = [{ code: expect.any(String), zh: expect.any(String) }];
    expect(caseRecordsJob.rows).toEqual({
      total: 3,
      items: ['510101-2026-000001', '510101-2026-000700', '510101-2026-001200'].map((label) => ({
        label,
        problems: ofOwn,
      })),
    });
  });

  test('continues past a row that fails its piece; only that row keeps the fault', async () => {
    await service.inspect(
      `create function broken() returns trigger language plpgsql as $$ begin raise exception 'disk on fire'; end $$`,
    );
    await service.inspect(
      `create trigger broken before update on case_file for each row when (old.sequence = 777) execute function broken()`,
    );
    try {
      const ended = await untilEnded(clerk, (await all(clerk, 'submitCaseFiles')).job?.id);
      expect(ended).toMatchObject({ status: 'DONE', done: households - 1, refused: 1 });
      expect(await countBy('SUBMITTED')).toBe(households - 1);
      const rows = await service.inspect(
        `select label, problems -> 0 ->> 'code' as code from job_row where outcome = 'REFUSED'`,
      );
      expect(rows).toEqual([{ label: '510101-2026-000777', code: 'INTERNAL_SERVER_ERROR' }]);
    } finally {
      await service.inspect('drop trigger broken on case_file; drop function broken()');
    }
  });

  test('ends with the reason when every row has the same one', async () => {
    await service.inspect(
      `create function broken() returns trigger language plpgsql as $$ begin raise exception 'disk on fire'; end $$`,
    );
    await service.inspect(
      `create trigger broken before update on case_file for each statement execute function broken()`,
    );
    try {
      const ended = await untilEnded(clerk, (await all(clerk, 'submitCaseFiles')).job?.id);
      expect(ended).toMatchObject({ status: 'FAILED', done: 0, reasons: [{ code: 'INTERNAL_SERVER_ERROR' }] });
      expect(ended.refused).toBeLessThan(30);
    } finally {
      await service.inspect('drop trigger broken on case_file; drop function broken()');
    }
  });

  test('is cancelled between two pieces: finished rows stay, the rest is unchanged', async () => {
    const { job } = await all(clerk, 'submitCaseFiles');
    const cancelled = await service.ask<{ cancelCaseRecordsJob: { problems: unknown[]; job: ToldJob | null } }>(
      clerk,
      `mutation($id: ID!) { cancelCaseRecordsJob(input: { jobId: $id }) { problems { code } job { ${told} } } }`,
      { id: job?.id },
    );
    expect(cancelled.cancelCaseRecordsJob).toMatchObject({ problems: [], job: { status: 'CANCELLED' } });
    await pause(1_500);
    const after = await jobOf(clerk, job?.id ?? '');
    expect(after).toMatchObject({ status: 'CANCELLED', done: cancelled.cancelCaseRecordsJob.job?.done });
    expect(await countBy('SUBMITTED')).toBe(after?.done);
    expect(await countBy('DRAFT')).toBe(households - (after?.done ?? 0));
  });

  test('is cancelled after the running piece, however fast pieces follow each other', async () => {
    await service.inspect(
      `create function slow() returns trigger language plpgsql as $$ begin perform pg_sleep(0.1); return null; end $$`,
    );
    await service.inspect('create trigger slow after update on case_file for each statement execute function slow()');
    try {
      const { job } = await all(clerk, 'submitCaseFiles');
      await service.inspect('update job set piece = 1');
      for (let done = 0; done === 0; await pause(20)) done = (await jobOf(clerk, job?.id ?? ''))?.done ?? 0;
      const { cancelCaseRecordsJob: cancelled } = await service.ask<{
        cancelCaseRecordsJob: { problems: unknown[]; job: ToldJob | null };
      }>(
        clerk,
        `mutation($id: ID!) { cancelCaseRecordsJob(input: { jobId: $id }) { problems { code } job { ${told} } } }`,
        { id: job?.id },
      );
      expect(cancelled).toMatchObject({ problems: [], job: { status: 'CANCELLED' } });
      expect(cancelled.job?.done).toBeLessThan(300);
    } finally {
      await service.inspect('drop trigger slow on case_file; drop function slow()');
    }
  });

  test('ends with its last row, so that it cannot be cancelled with nothing left', async () => {
    await service.inspect(
      `create function nothing_left() returns trigger language plpgsql as $$ begin raise exception 'nothing is left'; end $$`,
    );
    await service.inspect(`create trigger nothing_left before update on job for each row
      when (new.status = 'RUNNING' and new.done + new.refused = new.total) execute function nothing_left()`);
    try {
      expect(await untilEnded(clerk, (await all(clerk, 'submitCaseFiles')).job?.id)).toMatchObject({
        status: 'DONE',
        done: households,
      });
    } finally {
      await service.inspect('drop trigger nothing_left on job; drop function nothing_left()');
    }
  });

  test('is one job, however often it is started; a colleague sees who started it', async () => {
    const [one, other] = await Promise.all([all(clerk, 'submitCaseFiles'), all(clerk, 'submitCaseFiles')]);
    expect(one.job?.id).toBe(other.job?.id);
    await untilEnded(clerk, one.job?.id);
    await service.inspect('set session_replication_role = replica');
    await service.inspect(`update case_file set status = 'DRAFT'`);
    await service.inspect('set session_replication_role = origin');
    const colleague = buildActor({ name: '李明', roles: ['CLERK'] });
    await service.inspect('begin');
    await service.inspect('select from job for update');
    await service.inspect(
      `insert into job (organization_path, kind, subject, input, actor, staff_id, staff_name, request_id, total, piece, started_at, worked_at)
       values ($1, 'case-file.submit', '', '{}', $2, $3, $4, 'r', 1, 500, now(), now())`,
      [clerk.scope, JSON.stringify(clerk), clerk.staffId, clerk.name],
    );
    const waiting = all(colleague, 'submitCaseFiles');
    await pause(200);
    await service.inspect('commit; begin; select from job for update');
    expect(await waiting).toMatchObject({ job: null, problems: [{ code: 'JOB_UNDER_WAY' }] });
    await service.inspect('rollback');
  });

  test('is visible only to the person who started it, and needs the role and the opinion', async () => {
    expect(await all(reviewer, 'submitCaseFiles')).toMatchObject({ job: null, problems: [{ code: 'FORBIDDEN' }] });
    const { job } = await all(clerk, 'submitCaseFiles');
    for (const stranger of [reviewer, otherClerk, { ...reviewer, scope: otherClerk.scope }]) {
      expect(await jobOf(stranger, job?.id ?? '')).toBeNull();
      const { cancelCaseRecordsJob } = await service.ask<{ cancelCaseRecordsJob: { problems: unknown[] } }>(
        stranger,
        'mutation($id: ID!) { cancelCaseRecordsJob(input: { jobId: $id }) { problems { code } } }',
        { id: job?.id },
      );
      expect(cancelCaseRecordsJob.problems).toEqual([{ code: 'NOT_FOUND' }]);
    }
    await untilEnded(clerk, job?.id);
    expect(await all(reviewer, 'returnCaseFiles')).toMatchObject({
      job: null,
      problems: [{ code: 'TEXT_MISSING', field: 'opinion' }],
    });
  });

  test('that could not continue for half a day ends with that reason, the rest unchanged', async () => {
    await service.inspect(
      `insert into job (organization_path, kind, subject, input, actor, staff_id, staff_name, request_id, total, piece, started_at, worked_at)
       values ($1, 'case-file.submit', '', '{}', $2, $3, $4, 'r', 1, 500, now() - interval '13 hours', now() - interval '13 hours')`,
      [clerk.scope, JSON.stringify(clerk), clerk.staffId, clerk.name],
    );
    const [job] = await service.inspect<{ id: string }>('select id from job');
    expect(await untilEnded(clerk, job?.id)).toMatchObject({
      status: 'FAILED',
      reasons: [{ code: 'JOB_STOOD_STILL' }],
    });
    expect(await countBy('DRAFT')).toBe(households);
  });

  test('that its worker left within a piece continues from there', async () => {
    const { job } = await all(clerk, 'submitCaseFiles');
    await service.inspect(
      `select pg_terminate_backend(pid) from pg_stat_activity where usename = 'nuangong_case_records' and datname = current_database()`,
    );
    const ended = await untilEnded(clerk, job?.id);
    expect(ended).toMatchObject({ status: 'DONE', done: households, refused: 0 });
    expect(await service.inspect('select count(*)::int as n from case_file_step')).toEqual([{ n: households }]);
  });
});

describe('a job ends when the rights it was started with end:', () => {
  type Ended = EventData<(typeof contracts)['staff-rights-ended.v1']>;
  const lender = buildActor({ name: '陈立新', roles: ['CLERK'] });
  const borrower = {
    ...buildActor({ name: '刘洋', roles: ['CLERK'] }),
    onBehalfOf: [{ staffId: lender.staffId, name: lender.name }],
  };
  const aMinuteAgo = () => new Date(Date.now() - 60_000);

  const tell = (data: Ended, time = new Date()) =>
    service.service.events.receive(
      makeEvent(contracts['staff-rights-ended.v1'], data, {
        id: newEventId(),
        time,
        organizationPath: clerk.scope,
        actor: 'test',
        requestId: 'test',
      }),
    );

  /** Announces that rights have ended while a piece is being processed, and waits for the job to end. */
  async function meanwhile(actor: Actor, data: Ended): Promise<ToldJob> {
    const { job } = await all(actor, 'submitCaseFiles');
    await service.inspect('begin; select from job for update');
    await tell(data);
    await service.inspect('commit');
    return untilEnded(actor, job?.id);
  }

  test.each(['ACCOUNT_CLOSED', 'ROLES_CHANGED', 'PASSWORD_RESET'] as const)('%s', async (act) => {
    const ended = await meanwhile(clerk, { staffId: clerk.staffId, act, borrowerId: null });
    expect(ended).toMatchObject({ status: 'FAILED', reasons: [{ code: act }] });
    expect(ended.done).toBeLessThan(households);
    expect(await countBy('DRAFT')).toBe(households - ended.done);
    const rest = await untilEnded(lender, (await all(lender, 'submitCaseFiles')).job?.id);
    expect(rest).toMatchObject({ status: 'DONE', done: households - ended.done });
  });

  test.each([
    ['of the borrower', 'DELEGATION_ENDED', borrower.staffId],
    ['of the lender', 'ACCOUNT_CLOSED', null],
  ] as const)('delegated roles %s', async (_whose, act, borrowerId) => {
    const ended = await meanwhile(borrower, { staffId: lender.staffId, act, borrowerId });
    expect(ended).toMatchObject({ status: 'FAILED', reasons: [{ code: 'DELEGATION_ENDED' }] });
  });

  test('also when the job was started with a token that was still valid', async () => {
    await tell({ staffId: clerk.staffId, act: 'ACCOUNT_CLOSED', borrowerId: null });
    const { job } = await all(clerk, 'submitCaseFiles');
    expect(await untilEnded(clerk, job?.id)).toMatchObject({
      status: 'FAILED',
      done: 0,
      reasons: [{ code: 'ACCOUNT_CLOSED' }],
    });
  });

  test('the last day of the delegation is over', async () => {
    await service.inspect(
      `with j as (
         insert into job (organization_path, kind, subject, input, actor, staff_id, staff_name, request_id, total, piece, started_at, worked_at)
         values ($1, 'case-file.submit', '', '{}', $2, $3, $4, 'r', 1, 500, now() - interval '25 hours', now()) returning id
       )
       insert into job_row (job_id, place, organization_path, record_id, label) select j.id, 1, $1, c.id, c.number from j, case_file c where sequence = 1`,
      [borrower.scope, JSON.stringify(borrower), borrower.staffId, borrower.name],
    );
    const [job] = await service.inspect<{ id: string }>('select id from job');
    expect(await untilEnded(borrower, job?.id)).toMatchObject({
      status: 'FAILED',
      done: 0,
      reasons: [{ code: 'DELEGATED_DAY_OVER' }],
    });
  });

  test('but not a job started later, another person’s, or one with a delegation to a colleague', async () => {
    await tell({ staffId: clerk.staffId, act: 'ROLES_CHANGED', borrowerId: null }, aMinuteAgo());
    await tell({ staffId: reviewer.staffId, act: 'ROLES_CHANGED', borrowerId: null });
    await tell({ staffId: clerk.staffId, act: 'DELEGATION_ENDED', borrowerId: reviewer.staffId });
    const { job } = await all(clerk, 'submitCaseFiles');
    expect(await untilEnded(clerk, job?.id)).toMatchObject({ status: 'DONE', done: households });
  });
});

test('a short list is carried out immediately', async () => {
  await service.inspect('set session_replication_role = replica');
  await service.inspect(`update case_file set status = 'SUBMITTED' where sequence > 400`);
  await service.inspect('set session_replication_role = origin');
  const { job, rows } = await all(clerk, 'submitCaseFiles');
  expect(job).toBeNull();
  expect(rows).toHaveLength(400);
});

test('a long list is one posting, whose files are opened after its last day', async () => {
  await service.inspect('set session_replication_role = replica');
  await service.inspect(
    `update case_file set status = 'COUNTY_REVIEW', opened_by = $1, submitted_by = $1, reviewed_by = $2`,
    [clerk.staffId, reviewer.staffId],
  );
  await service.inspect(
    `update household set hardship_class = null, per_capita_income_fen = 500000, causes = '{}' where id in (select household_id from case_file where sequence <= 501)`,
  );
  await service.inspect('set session_replication_role = origin');
  const day = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  const posting = await service.command<{ job: ToldJob; posting: null }>(
    reviewer,
    'publishPosting',
    { place: '县总工会公示栏', from: day, allReviewed: true },
    `posting { id } job { ${told} }`,
  );
  expect(posting).toMatchObject({ problems: [], posting: null, job: { total: households } });
  expect(await untilEnded(reviewer, posting.job.id)).toMatchObject({
    status: 'DONE',
    done: households - 501,
    refused: 501,
  });
  const hanging = await service.inspect<{ id: string; files: number }>(
    `select p.id, count(c.id)::int as files from public_posting p left join case_file c on c.posting_id = p.id group by p.id`,
  );
  expect(hanging).toEqual([{ id: expect.any(String), files: households - 501 }]);
  const [{ id: postingId } = { id: '' }] = hanging;
  await service.inspect('set session_replication_role = replica');
  await service.inspect(
    `update public_posting set starts_on = starts_on - 30, ends_on = ends_on - 30, published_at = published_at - interval '30 days'`,
  );
  await service.inspect('set session_replication_role = origin');
  const opener = buildActor({ name: '周正', roles: ['APPROVER'] });
  const opened = await service.command<{ job: ToldJob }>(opener, 'activatePosting', { postingId }, `job { ${told} }`);
  expect(opened.problems).toEqual([]);
  expect(await untilEnded(opener, opened.job.id)).toMatchObject({ status: 'DONE', done: households - 501, refused: 0 });
  const ended = await service.inspect(`select activated_at is not null as opened from public_posting`);
  expect(ended).toEqual([{ opened: true }]);
  expect(
    await service.inspect(`select count(*)::int as n from outbox where type = 'nuangong.case-file-activated.v1'`),
  ).toEqual([{ n: households - 501 }]);
});

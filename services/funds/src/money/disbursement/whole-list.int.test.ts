import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { campaignId, finance, startFunds, type FundsService } from '../../testing/funds-service.ts';
import { commitGrants } from '../../testing/commit-grants.ts';
import { fundWith } from '../../testing/money.ts';

const grants = 5_200;
const told = 'id status total done refused reasons { code } made { recordType name }';

interface ToldJob {
  readonly id: string;
  readonly status: string;
  readonly total: number;
  readonly done: number;
}

let funds: FundsService;

beforeAll(async () => {
  funds = await startFunds();
  await fundWith(funds, `${grants * 300}.00`);
  await commitGrants(funds, grants);
});

afterAll(() => funds?.stop());

const prepare = async () =>
  (
    await funds.ask<{ prepareBatch: { problems: unknown[]; batch: { id: string } | null; job: ToldJob | null } }>(
      finance,
      `mutation($id: ID) { prepareBatch(input: { campaignId: $id }) { problems { code } batch { id } job { ${told} } } }`,
      { id: campaignId },
    )
  ).prepareBatch;

async function untilEnded(job: ToldJob | null): Promise<ToldJob> {
  for (const deadline = Date.now() + 40_000; ; await pause(100)) {
    const { fundsJob } = await funds.ask<{ fundsJob: ToldJob }>(
      finance,
      `query($id: ID!) { fundsJob(id: $id) { ${told} } }`,
      { id: job?.id },
    );
    if (fundsJob.status !== 'RUNNING') return fundsJob;
    if (Date.now() > deadline) throw new Error('the job does not end');
  }
}

test('more grants than one batch takes become several batches, one for each piece, without gaps or duplicates', async () => {
  const { problems, batch, job } = await prepare();
  expect({ problems, batch, job }).toMatchObject({ problems: [], batch: null, job: { total: grants } });
  expect(await untilEnded(job)).toMatchObject({
    status: 'DONE',
    done: grants,
    refused: 0,
    made: [
      { name: expect.stringMatching(/^FF-\d{6}-001（5000 笔）$/) },
      { name: expect.stringMatching(/^FF-\d{6}-002（200 笔）$/) },
    ],
  });
  expect(
    await funds.inspect(
      `select number, payment_count as payments, total_fen::text as total from disbursement_batch order by number`,
    ),
  ).toEqual([
    { number: 1, payments: 5_000, total: `${5_000 * 30_000}` },
    { number: 2, payments: 200, total: `${200 * 30_000}` },
  ]);
  expect(await funds.inspect(`select count(distinct grant_id)::int as n from payment`)).toEqual([{ n: grants }]);
  expect(await prepare()).toMatchObject({ problems: [{ code: 'NOTHING_TO_PAY' }], batch: null, job: null });
});

test('a piece whose grants have all changed since makes no batch; the next piece does', async () => {
  await commitGrants(funds, grants);
  await funds.inspect('set session_replication_role = replica');
  await funds.inspect(
    `update aid_grant set status = 'AWAITING_FUNDS' where status = 'COMMITTED' and worksheet_row <= 5000`,
  );
  await funds.inspect('set session_replication_role = origin');
  const [job] = await funds.inspect<ToldJob>(
    `with j as (
       insert into job (organization_path, kind, subject, input, actor, staff_id, staff_name, request_id, total, piece, started_at, worked_at)
       values ($1, 'batch.prepare', $5, $6, $2, $3, $4, 'r', 5200, 5000, now(), now()) returning id
     ), listed as (
       insert into job_row (job_id, place, organization_path, record_id, label)
       select j.id, g.worksheet_row, $1, g.id, g.worksheet_row::text from j, aid_grant g where g.status in ('COMMITTED', 'AWAITING_FUNDS')
     )
     select id::text as id from j`,
    [finance.scope, JSON.stringify(finance), finance.staffId, finance.name, campaignId, JSON.stringify({ campaignId })],
  );
  expect(await untilEnded(job ?? null)).toMatchObject({
    status: 'DONE',
    done: 200,
    refused: 5_000,
    made: [{ name: expect.stringMatching(/^FF-\d{6}-003（200 笔）$/) }],
  });
  const reasons = await funds.inspect(
    `select problems -> 0 ->> 'code' as code, count(*)::int as n from job_row where outcome = 'REFUSED' group by 1`,
  );
  expect(reasons).toEqual([{ code: 'GRANT_LEFT_OUT', n: 5_000 }]);
});

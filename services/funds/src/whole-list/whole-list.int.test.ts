import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { campaignId, finance, startFunds, type FundsService } from '../testing/funds-service.ts';
import { fundWith } from '../testing/money.ts';

const grants = 5_200;
const told = 'id status total done refused reasons { code }';

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
  await funds.inspect('set session_replication_role = replica');
  await funds.inspect(committedGrants, [campaignId, grants]);
  await funds.inspect('set session_replication_role = origin');
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

test('more grants than one batch takes become several, each of a piece, none left out and none twice', async () => {
  const { problems, batch, job } = await prepare();
  expect({ problems, batch, job }).toMatchObject({ problems: [], batch: null, job: { total: grants } });
  for (const deadline = Date.now() + 40_000; ; await pause(100)) {
    const { fundsJob } = await funds.ask<{ fundsJob: ToldJob }>(finance, `query($id: ID!) { fundsJob(id: $id) { ${told} } }`, { id: job?.id });
    if (fundsJob.status !== 'RUNNING') {
      expect(fundsJob).toMatchObject({ status: 'DONE', done: grants, refused: 0 });
      break;
    }
    if (Date.now() > deadline) throw new Error('the job does not end');
  }
  expect(await funds.inspect(`select number, payment_count as payments, total_fen::text as total from disbursement_batch order by number`)).toEqual([
    { number: 1, payments: 5_000, total: `${5_000 * 30_000}` },
    { number: 2, payments: 200, total: `${200 * 30_000}` },
  ]);
  expect(await funds.inspect(`select count(distinct grant_id)::int as n from payment`)).toEqual([{ n: grants }]);
  expect(await prepare()).toMatchObject({ problems: [{ code: 'NOTHING_TO_PAY' }], batch: null, job: null });
});

const committedGrants = `
with g as (
  insert into aid_grant (id, organization_path, organization_id, organization_code, organization_name, book_path,
    application_id, campaign_id, household_id, case_file_id, decision_sheet_id, aid_type, mark, purpose, amount_fen, status,
    payee_name, unit_name, sealed_payee, masked_identity_number, masked_bank_account, reason, clause, migrant_worker,
    model_worker, worksheet_row, approved_by_id, approved_by_name, approved_at)
  select uuidv7(), '51/5101/510101/', '00000000-0000-7000-8000-000000510101', '510101', '青禾县总工会', '51/5101/510101/',
    uuidv7(), $1, uuidv7(), uuidv7(), uuidv7(), 'LIVING', 'HOLIDAY_VISIT', '送温暖', 30000, 'COMMITTED', '王建国', '县农机厂',
    'v1.' || repeat('x', 200), '5****************8', '****0123', '本人患大病', '2 低保户和低保边缘户', false, false, n,
    '00000000-0000-7000-8000-000000000009', '张志强', '2026-12-02'
  from generate_series(1, $2::int) as n returning id, organization_path
), c as (
  insert into commitment (organization_path, grant_id, attempt, amount_fen, made_at)
  select organization_path, id, 1, 30000, '2026-12-02' from g returning id, organization_path
)
insert into commitment_part (commitment_id, fund_id, organization_path, fund_name, source, amount_fen)
select c.id, f.id, c.organization_path, f.name, f.source, 30000 from c cross join fund f`;

import { valueOf } from '@nuangong/primitives';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  campaignId,
  cityFinance,
  clerk,
  finance,
  financeLead,
  otherFinance,
  startFunds,
  type FundsService,
} from '../../testing/funds-service.ts';
import { fundWith } from '../../testing/money.ts';
import { approveBatch } from '../disbursement/approve-batch.ts';
import { payBatch } from '../disbursement/pay-batch.ts';
import { prepareBatch } from '../disbursement/prepare-batch.ts';

let funds: FundsService;
let voucher: { id: string; number: string };
let batch: { id: string; number: string };

type Found = { papersByNumber: readonly { id: string; paper: string; number: string; amount: string }[] };
const find = async (actor: typeof finance, number: string) =>
  (
    await funds.ask<Found>(
      actor,
      `{ papersByNumber(number: ${JSON.stringify(number)}) { id paper number organizationName amount } }`,
    )
  ).papersByNumber;

beforeAll(async () => {
  funds = await startFunds();
  await fundWith(funds, '600.00');
  await funds.approve({});
  const { id } = valueOf(await prepareBatch(funds.commandOf(finance), { campaignId }));
  valueOf(await approveBatch(funds.commandOf(financeLead), { batchId: id }));
  valueOf(await payBatch(funds.commandOf(finance), { batchId: id }));
  const asked = await funds.ask<{
    batch: { id: string; number: string; payments: { items: { voucher: { id: string; number: string } }[] } };
  }>(finance, `{ batch(id: "${id}") { id number payments { items { voucher { id number } } } } }`);
  batch = asked.batch;
  voucher = asked.batch.payments.items[0]!.voucher;
});
afterAll(() => funds.stop());

it('finds a voucher and a batch by the number printed on them', async () => {
  expect(await find(finance, voucher.number)).toEqual([
    { id: voucher.id, paper: 'VOUCHER', number: voucher.number, organizationName: '青禾县总工会', amount: '300.00' },
  ]);
  expect(await find(finance, ` ${batch.number.toLowerCase()} `)).toMatchObject([{ id: batch.id, paper: 'BATCH' }]);
});

it('finds nothing for another county, nor for a role that may not open the paper', async () => {
  expect(await find(otherFinance, voucher.number)).toEqual([]);
  expect(await find(otherFinance, batch.number)).toEqual([]);
  expect(await find(clerk, voucher.number)).toMatchObject([{ id: voucher.id }]);
  expect(await find(clerk, batch.number)).toEqual([]);
});

it('finds nothing for a text that is no number', async () => {
  expect(await find(finance, '张三')).toEqual([]);
});

it('finds the batches of every book under a number, one’s own first, and one book’s by a part of its name', async () => {
  const copies = 30;
  await funds.inspect('set session_replication_role = replica');
  await funds.inspect(
    `insert into disbursement_batch (organization_path, organization_id, organization_code, organization_name, number,
       total_fen, payment_count, prepared_by, prepared_by_name, prepared_at, prepared_on)
     select '51/5101/' || 510200 + n || '/', uuidv7(), (510200 + n)::text, '第' || n || '县总工会', b.number, 100, 1,
       b.prepared_by, b.prepared_by_name, b.prepared_at, b.prepared_on
     from disbursement_batch b, generate_series(1, $2::int) n where b.id = $1`,
    [batch.id, copies],
  );
  await funds.inspect('set session_replication_role = origin');
  expect(await find(cityFinance, batch.number)).toHaveLength(copies + 1);
  const [own] = await find(finance, batch.number);
  expect(own).toMatchObject({ id: batch.id });
  expect(await find(cityFinance, `${batch.number} 第27县`)).toMatchObject([{ organizationName: '第27县总工会' }]);
  expect(await find(cityFinance, `${voucher.number} 第27县`)).toEqual([]);
});

it('finds what the province allocated', async () => {
  await funds.inspect('set session_replication_role = replica');
  const [{ id } = { id: '' }] = await funds.inspect<{ id: string }>(
    `insert into allocation (organization_path, from_organization_id, from_organization_name, to_organization_path,
       to_organization_id, to_organization_name, fund_id, source, purposes, year, amount_fen, matching_requirement, number,
       idempotency_key, sent_on, sent_by)
     values ('51/', uuidv7(), '省总工会', '51/5101/', uuidv7(), '锦川市总工会', uuidv7(), 'CENTRAL_FISCAL', '{}', 2026, 100,
       'NONE', 7, 'k', '2026-12-01', uuidv7()) returning id`,
  );
  await funds.inspect('set session_replication_role = origin');
  expect(await find(cityFinance, 'BK-51-202612-0007')).toMatchObject([{ id, number: 'BK-51-202612-0007' }]);
  expect(await find(cityFinance, 'BK-5101-202612-0007')).toEqual([]);
});

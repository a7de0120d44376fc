import { valueOf } from '@nuangong/primitives';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  campaignId,
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

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Fund } from '../../generated/prisma/client.ts';
import {
  cityFinance,
  clerk,
  finance,
  otherFinance,
  startFunds,
  type FundsService,
} from '../../testing/funds-service.ts';
import { fundWith } from '../../testing/money.ts';

let funds: FundsService;
let fund: Fund;

beforeAll(async () => {
  funds = await startFunds();
  fund = await fundWith(funds, '0');
});
afterAll(async () => {
  await funds.stop();
});

interface Answer {
  readonly recordReceipt: {
    readonly problems: readonly { readonly code: string; readonly field: string | null; readonly zh: string }[];
    readonly receipt: { readonly id: string; readonly entryNumber: string } | null;
  };
}

async function record(input: Record<string, unknown>, actor = finance): Promise<Answer['recordReceipt']> {
  const answer = await funds.ask<Answer>(
    actor,
    `mutation ($input: RecordReceiptInput!) {
      recordReceipt(input: $input) { problems { code field zh } receipt { id entryNumber } }
    }`,
    {
      input: {
        fundId: fund.id,
        amount: '300.00',
        payer: '县财政局',
        receivedOn: '2026-11-20',
        idempotencyKey: 'k',
        ...input,
      },
    },
  );
  return answer.recordReceipt;
}

const codesOf = (answer: Answer['recordReceipt']) => answer.problems.map(({ code, field }) => [code, field]);

describe('a receipt', () => {
  it.each([
    ['-1', 'AMOUNT_NEGATIVE'],
    ['0', 'AMOUNT_TOO_SMALL'],
    ['0.001', 'AMOUNT_TOO_PRECISE'],
    ['1000000000000000', 'AMOUNT_TOO_LARGE'],
    ['一百', 'AMOUNT_NOT_A_NUMBER'],
  ])('of %s is refused with a message at its field', async (amount, code) => {
    const answer = await record({ amount });
    expect(codesOf(answer)).toEqual([[code, 'amount']]);
    expect(answer.problems[0]?.zh).toMatch(/金额/);
  });

  it('is refused with every wrong field together', async () => {
    const answer = await record({ amount: '-1', receivedOn: '2026-02-30', payer: ' ' });
    expect(codesOf(answer)).toEqual([
      ['AMOUNT_NEGATIVE', 'amount'],
      ['TEXT_MISSING', 'payer'],
      ['DATE_IMPOSSIBLE', 'receivedOn'],
    ]);
    expect(codesOf(await record({ receivedOn: '2999-01-01' }))).toEqual([['DATE_IN_FUTURE', 'receivedOn']]);
  });

  it('sent again with its key gives the same entry, also concurrently; other content is a conflict', async () => {
    const twice = await Promise.all([record({ idempotencyKey: 'once' }), record({ idempotencyKey: 'once' })]);
    expect(twice.flatMap(codesOf)).toEqual([]);
    expect(twice[0].receipt).toEqual(twice[1].receipt);
    expect(await record({ idempotencyKey: 'once' })).toEqual(twice[0]);
    expect(codesOf(await record({ idempotencyKey: 'once', amount: '301' }))).toEqual([
      ['IDEMPOTENCY_CONFLICT', 'idempotencyKey'],
    ]);
    const [booked] = await funds.inspect('select balance_fen::text as balance from fund_balance where fund_id = $1', [
      fund.id,
    ]);
    expect(booked).toEqual({ balance: '30000' });
  });

  it('before 1 January of last year needs a reason, which is kept', async () => {
    const old = { receivedOn: '2024-12-31', idempotencyKey: 'old' };
    expect(codesOf(await record(old))).toEqual([['DATE_REASON_MISSING', 'dateReason']]);
    expect(codesOf(await record({ ...old, receivedOn: '1899-12-31' }))).toEqual([['DATE_TOO_OLD', 'receivedOn']]);
    expect(codesOf(await record({ ...old, dateReason: '上年底到账，账簿刚移交' }))).toEqual([]);
    expect(await funds.inspect('select date_reason from receipt where date_reason is not null')).toEqual([
      { date_reason: '上年底到账，账簿刚移交' },
    ]);
  });

  it('is refused to other roles, to other counties and for other books', async () => {
    expect(codesOf(await record({}, clerk))).toEqual([['FORBIDDEN', null]]);
    expect(codesOf(await record({}, otherFinance))).toEqual([['NOT_FOUND', 'fundId']]);
    expect(codesOf(await record({}, cityFinance))).toEqual([['ANOTHER_BOOK', null]]);
    await expect(record({ fundId: 'x' })).rejects.toThrow('编号不完整');
  });
});

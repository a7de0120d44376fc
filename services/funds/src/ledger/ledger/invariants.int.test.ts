import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newEventId } from '@nuangong/events';
import { formatYuan, fen } from '@nuangong/primitives';
import { receiveAllocation } from '../../money/allocation/receive-allocation.ts';
import { sendAllocation } from '../../money/allocation/send-allocation.ts';
import { payBatch } from '../../money/disbursement/pay-batch.ts';
import { prepareBatch } from '../../money/disbursement/prepare-batch.ts';
import { returnBatch } from '../../money/disbursement/return-batch.ts';
import { confirmGrantDecision } from '../../money/grant/confirm-grant-decision.ts';
import { proposeGrantDecision } from '../../money/grant/propose-grant-decision.ts';
import type { Fund } from '../../generated/prisma/client.ts';
import {
  campaignId,
  cityFinance,
  county,
  finance,
  financeLead,
  startFunds,
  type FundsService,
} from '../../testing/funds-service.ts';
import { invariants } from '../../testing/invariants.ts';
import { allocationOf, approveAsFound, correctPayee, fundWith, receive, returnPayment } from '../../testing/money.ts';
import { accountBalances } from './account-balances.ts';

let funds: FundsService;
let cityFund: Fund;
let countyFunds: readonly Fund[] = [];

beforeAll(async () => {
  funds = await startFunds();
  cityFund = await fundWith(funds, '100000.00', { actor: cityFinance, source: 'UNION' });
  countyFunds = [
    await fundWith(funds, '0', { priority: 10 }),
    await fundWith(funds, '0', { source: 'DONATION', campaignId: null, purposes: ['助学', '送温暖'] }),
    await fundWith(funds, '0', { purposes: ['助学'] }),
  ];
});
afterAll(async () => {
  await funds.stop();
});

const amount = fc.bigInt({ min: 1n, max: 100_000n }).map(fen);

/** One action on money; each may be refused, and none may break an invariant. */
const deed = fc.oneof(
  fc.record({ do: fc.constant('receive' as const), amount, fund: fc.nat(2) }),
  fc.record({
    do: fc.constant('approve' as const),
    amount,
    purpose: fc.constantFrom('送温暖', '送温暖', '助学'),
    free: fc.boolean(),
  }),
  fc.record({ do: fc.constant('allocate' as const), amount, received: fc.boolean() }),
  fc.record({ do: fc.constant('pay' as const), free: fc.boolean(), copies: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ do: fc.constant('send-batch-back' as const) }),
  fc.record({
    do: fc.constant('bank-returns' as const),
    copies: fc.integer({ min: 1, max: 2 }),
    confirmed: fc.boolean(),
  }),
  fc.record({ do: fc.constant('leave' as const), kind: fc.constantFrom('PAY_ON' as const, 'RELEASE' as const) }),
);
type Deed = typeof deed extends fc.Arbitrary<infer D> ? D : never;

async function carryOut(act: Deed): Promise<void> {
  switch (act.do) {
    case 'receive':
      return receive(funds, countyFunds[act.fund] as Fund, formatYuan(act.amount));
    case 'approve':
      await funds.approve({ amountFen: act.amount, purpose: act.purpose, campaignId: act.free ? null : campaignId });
      return;
    case 'allocate':
      return allocate(formatYuan(act.amount), act.received);
    case 'pay':
      return pay(act.free ? null : campaignId, act.copies);
    case 'send-batch-back': {
      const batch = await prepareBatch(funds.commandOf(finance), { campaignId });
      if (batch.ok) await returnBatch(funds.commandOf(financeLead), { batchId: batch.value.id, reason: '再核' });
      return;
    }
    case 'bank-returns': {
      const [paid] = await funds.inspect<{ id: string; grant: string }>(
        "select id, grant_id as grant from payment where status = 'PAID' order by id limit 1",
      );
      if (paid === undefined) return;
      await returnPayment(funds, paid.id, act.copies);
      if (act.confirmed) await correctPayee(funds, paid.grant);
      return;
    }
    case 'leave': {
      const [unpaid] = await funds.inspect<{ id: string; file: string; household: string }>(
        `select id, case_file_id as file, household_id as household from aid_grant
         where status in ('AWAITING_FUNDS', 'COMMITTED', 'IN_BATCH') order by id limit 1`,
      );
      if (unpaid === undefined) return;
      const left = { caseFileId: unpaid.file, householdId: unpaid.household, organization: county };
      await funds.tell('case-file-exited.v1', { ...left, reason: 'MOVED', exitedOn: '2026-12-12' });
      const input = { grantId: unpaid.id, kind: act.kind, reason: '已核实' };
      await Promise.all([1, 2].map(() => proposeGrantDecision(funds.commandOf(finance), input)));
      await Promise.all([1, 2].map(() => confirmGrantDecision(funds.commandOf(financeLead), input)));
    }
  }
}

async function allocate(yuan: string, received: boolean): Promise<void> {
  const sent = await sendAllocation(funds.commandOf(cityFinance), {
    fundId: cityFund.id,
    toOrganizationId: county.id,
    amount: yuan,
    matchingRequirement: 'NONE',
    idempotencyKey: newEventId(),
  });
  if (!sent.ok || !received) return;
  const input = { allocationId: allocationOf(sent).id };
  await Promise.all([1, 2].map(() => receiveAllocation(funds.commandOf(finance), input)));
}

async function pay(campaign: string | null, copies: number): Promise<void> {
  const prepared = await Promise.all(
    Array.from({ length: copies }, () => prepareBatch(funds.commandOf(finance), { campaignId: campaign })),
  );
  for (const batch of prepared) {
    if (!batch.ok) continue;
    await approveAsFound(funds, batch.value.id);
    const payments = Array.from({ length: copies }, () =>
      payBatch(funds.commandOf(finance), { batchId: batch.value.id }),
    );
    expect((await Promise.all(payments)).filter((paid) => paid.ok)).toHaveLength(1);
  }
}

const bookAsOf = (moment: Date) =>
  funds.service.database.transaction({ scope: finance.scope, staffId: finance.staffId }, (tx) =>
    accountBalances(tx, county.path, moment),
  );

describe('after any operations in any order', () => {
  it.each(Object.entries(invariants))('%s', async (_name, breaks) => {
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { minLength: 3, maxLength: 9 }), async (deeds) => {
        for (const act of deeds) await carryOut(act);
        expect(await funds.inspect(breaks)).toEqual([]);
      }),
      { numRuns: 4, endOnFailure: true },
    );
  });

  it('2. any balance can be read as it was known at an earlier moment', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { minLength: 2, maxLength: 5 }), async (deeds) => {
        const [clock] = await funds.inspect<{ now: Date }>('select clock_timestamp() as now');
        const moment = clock?.now ?? new Date();
        const known = await bookAsOf(moment);
        await receive(funds, countyFunds[0] as Fund, '1.00');
        for (const act of deeds) await carryOut(act);
        expect(await bookAsOf(moment)).toEqual(known);
        const [later] = await funds.inspect<{ now: Date }>("select clock_timestamp() + interval '1 second' as now");
        expect(await bookAsOf(later?.now ?? moment)).not.toEqual(known);
      }),
      { numRuns: 4, endOnFailure: true },
    );
  });

  it('the operations covered payment, waiting, return, sending back and allocation', async () => {
    const [seen] = await funds.inspect<Record<string, number>>(
      `select count(*) filter (where status = 'PAID')::integer as paid, count(*) filter
        (where status = 'RETURNED')::integer as returned,
         count(*) filter (where status = 'WITHDRAWN')::integer as withdrawn, (select count(*)::integer
           from allocation) as allocated
       from payment`,
    );
    for (const count of Object.values(seen ?? {})) expect(count).toBeGreaterThan(0);
  });
});

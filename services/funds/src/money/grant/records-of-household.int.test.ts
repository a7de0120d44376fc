import { afterAll, beforeAll, expect, test } from 'vitest';
import { cityFinance, startFunds, type FundsService } from '../../testing/funds-service.ts';
import { fundWith, payAll } from '../../testing/money.ts';

let funds: FundsService;

beforeAll(async () => {
  funds = await startFunds();
});
afterAll(() => funds.stop());

test('given a household that was paid, then the auditor finds its batch, and not that of another household', async () => {
  await fundWith(funds, '600.00');
  const [paid, other] = [crypto.randomUUID(), crypto.randomUUID()];
  await funds.approve({ grantId: crypto.randomUUID(), householdId: paid });
  const { id: batchId } = await payAll(funds);
  await funds.approve({ grantId: crypto.randomUUID(), householdId: other });
  const auditor = { ...cityFinance, roles: ['AUDITOR' as const] };
  const actionsOf = async (householdId: string) => {
    const { fundsAuditEntries } = await funds.ask<{
      fundsAuditEntries: { items: readonly { action: string; recordId: string }[] };
    }>(auditor, 'query($id: ID!) { fundsAuditEntries(filter: { householdId: $id }) { items { action recordId } } }', {
      id: householdId,
    });
    return fundsAuditEntries.items;
  };
  const found = await actionsOf(paid);
  expect(found).toContainEqual({ action: 'batch.pay', recordId: batchId });
  expect(found).toContainEqual({ action: 'batch.approve', recordId: batchId });
  expect(await actionsOf(other)).toEqual([]);
});

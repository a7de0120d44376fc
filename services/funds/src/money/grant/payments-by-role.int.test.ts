import { afterAll, beforeAll, expect, test } from 'vitest';
import { permits, roles, type Role } from '@nuangong/access';
import { valueOf } from '@nuangong/primitives';
import { payBatch } from '../disbursement/pay-batch.ts';
import { prepareBatch } from '../disbursement/prepare-batch.ts';
import { campaignId, county, finance, staffOf, startFunds, type FundsService } from '../../testing/funds-service.ts';
import { approveAsFound, fundWith } from '../../testing/money.ts';

let funds: FundsService;
let ids: { readonly grant: string; readonly batch: string; readonly payment: string; readonly voucher: string };

beforeAll(async () => {
  funds = await startFunds();
  await fundWith(funds, '300.00');
  const grant = await funds.approve({});
  const { id: batch } = valueOf(await prepareBatch(funds.commandOf(finance), { campaignId }));
  await approveAsFound(funds, batch);
  valueOf(await payBatch(funds.commandOf(finance), { batchId: batch }));
  const [paid] = await funds.inspect<{ payment: string; voucher: string }>(
    'select p.id as payment, v.id as voucher from payment p join voucher v on v.payment_id = p.id',
  );
  ids = { grant, batch, ...paid! };
});
afterAll(() => funds.stop());

const byReference = (type: string, fields: string) => (id: string) =>
  `{ _entities(representations: [{ __typename: "${type}", id: "${id}" }]) { ... on ${type} { ${fields} } } }`;

/** Each way to a payee, with the permission that it requires. */
const ways = [
  ['grants', 'batch.read', () => '{ grants { items { payeeName maskedBankAccount } } }'],
  ['grant', 'voucher.read', () => `{ grant(id: "${ids.grant}") { payeeName reason } }`],
  ['payment', 'voucher.read', () => `{ payment(id: "${ids.payment}") { payeeName householdId } }`],
  ['voucher', 'voucher.read', () => `{ voucher(id: "${ids.voucher}") { householdHead maskedIdentityNumber } }`],
  ['batch', 'batch.read', () => `{ batch(id: "${ids.batch}") { payments { items { payeeName } } } }`],
  ['batches', 'batch.read', () => '{ batches { items { payments { items { payeeName } } } } }'],
  ['a grant by reference', 'voucher.read', () => byReference('Grant', 'payeeName')(ids.grant)],
  ['a payment by reference', 'voucher.read', () => byReference('Payment', 'payeeName')(ids.payment)],
  ['a voucher by reference', 'voucher.read', () => byReference('Voucher', 'householdHead')(ids.voucher)],
  ['the entries of the ledger', 'ledger.read', () => '{ journalEntries { items { memo } } }'],
  [
    'a batch by reference',
    'batch.read',
    () => byReference('DisbursementBatch', 'heldPayments { id } number')(ids.batch),
  ],
] as const;

test.each(roles)('%s sees who was paid only when the role reads it', async (role: Role) => {
  const actor = staffOf(county, '某人', role);
  for (const [way, action, query] of ways) {
    const { errors } = await funds.answer(actor, query());
    expect([way, errors?.map(({ extensions }) => extensions?.['code']) ?? []]).toEqual([
      way,
      permits([role], action) ? [] : ['FORBIDDEN'],
    ]);
  }
  for (const path of [`vouchers/${ids.voucher}.pdf`, `batches/${ids.batch}/vouchers.pdf`]) {
    const { status } = await funds.fetch(`/files/funds/${path}`, {
      headers: { authorization: await funds.tokens.authorizationOf(actor) },
    });
    expect([path, status === 200]).toEqual([path, permits([role], 'voucher.read')]);
  }
});

test.each(['STATISTICS', 'ADMINISTRATOR'] as const)('%s sees the sums, without persons', async (role) => {
  const actor = staffOf(county, '某人', role);
  const told = await funds.ask<object>(
    actor,
    `{ funds { items { name balance committed } } fundsWork { grantsCommittedAmount available }
       accounts { code balance } }`,
  );
  expect(JSON.stringify(told)).toContain('300.00');
  expect(ways.filter(([, action]) => permits([role], action))).toEqual([]);
});

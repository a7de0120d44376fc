import { afterAll, beforeAll, expect, test } from 'vitest';
import { permits, roles, type Role } from '@nuangong/access';
import { contracts, wordsElsewhere } from '@nuangong/events';
import { valueOf } from '@nuangong/primitives';
import { masterKeys, readKey, rotateDataKey } from '@nuangong/sealing';
import {
  approvedGrant,
  campaignId,
  county,
  finance,
  financeLead,
  staffOf,
  startFunds,
  type FundsService,
} from '../../testing/funds-service.ts';
import { approveBatch } from '../disbursement/approve-batch.ts';
import { confirmReturnedPayment } from '../disbursement/confirm-returned-payment.ts';
import { payBatch } from '../disbursement/pay-batch.ts';
import { prepareBatch } from '../disbursement/prepare-batch.ts';
import { recordReturnedPayment } from '../disbursement/record-returned-payment.ts';
import { refuseReturnedPayment } from '../disbursement/refuse-returned-payment.ts';
import { returnBatch } from '../disbursement/return-batch.ts';
import { correctPayee, fundWith } from '../../testing/money.ts';
import { confirmGrantDecision } from '../grant/confirm-grant-decision.ts';
import { proposeGrantDecision } from '../grant/propose-grant-decision.ts';
import { refuseGrantDecision } from '../grant/refuse-grant-decision.ts';
import { wordsOfOthers } from './written-words.ts';

/** A text that this test writes; no table, audit entry or event may contain it. */
const planted = '患尿毒症';

let funds: FundsService;
let grantId = '';
let householdId = '';
let [returnedBatchId, againId, paymentId, heldGrantId] = ['', '', '', ''];

beforeAll(async () => {
  funds = await startFunds();
  await fundWith(funds, '900.00');
  const grant = approvedGrant({
    reason: `大病${planted}`,
    clauses: [{ policy: 'p', code: '3.3', title: `条款${planted}` }],
  });
  ({ householdId } = grant);
  grantId = await funds.approve(grant);
  const { example } = contracts['case-file-suspended.v1'];
  const { caseFileId, organization } = grant;
  const sealedReason = funds.keyring.sealForTransit(`暂停${planted}`, caseFileId);
  await funds.tell('case-file-suspended.v1', {
    ...example,
    caseFileId,
    householdId,
    organization,
    reason: wordsElsewhere,
    sealedReason,
  });
  const propose = (what: string) =>
    proposeGrantDecision(funds.commandOf(finance), { grantId, kind: 'RELEASE', reason: `${what}${planted}` });
  valueOf(await propose('提出'));
  valueOf(await refuseGrantDecision(funds.commandOf(financeLead), { grantId, answer: `不同意${planted}` }));
  valueOf(await propose('再提'));
  valueOf(await confirmGrantDecision(funds.commandOf(financeLead), { grantId }));
  await returnAndPayAgain();
}, 60_000);
afterAll(() => funds.stop());

const said = (what: string) => `${what}${planted}`;

/**
 * Two grants: their batch is sent back, prepared again and paid; the bank returns both, and one is paid again
 * unchanged.
 */
async function returnAndPayAgain(): Promise<void> {
  const lead = funds.commandOf(financeLead);
  const officer = funds.commandOf(finance);
  const prepare = async () => valueOf(await prepareBatch(officer, { campaignId })).id;
  const [first, second] = [approvedGrant(), approvedGrant({ householdId })];
  for (const grant of [first, second]) await funds.approve(grant);
  returnedBatchId = await prepare();
  valueOf(await returnBatch(lead, { batchId: returnedBatchId, reason: said('退批') }));
  const batchId = await prepare();
  valueOf(await approveBatch(lead, { batchId }));
  valueOf(await payBatch(officer, { batchId }));
  const payments = await funds.inspect<{ id: string; grant: string }>(
    'select id, grant_id as grant from payment where batch_id = $1 order by place',
    [batchId],
  );
  for (const [place, { id: paymentId }] of payments.entries()) {
    const claim = { paymentId, returnedOn: '2026-12-12', dateReason: said('迟报') };
    valueOf(await recordReturnedPayment(officer, { ...claim, bankReference: `A${place}`, reason: said('误退') }));
    valueOf(await refuseReturnedPayment(lead, { paymentId, answer: said('未见回单') }));
    valueOf(await recordReturnedPayment(officer, { ...claim, bankReference: `B${place}`, reason: said('户名不符') }));
    valueOf(await confirmReturnedPayment(lead, { paymentId }));
  }
  [paymentId, heldGrantId] = [payments[1]?.id ?? '', payments[1]?.grant ?? ''];
  await correctPayee(funds, first.grantId);
  againId = await prepare();
  const { batch } = await funds.ask<{ batch: { findings: { key: string }[] } }>(
    financeLead,
    `{ batch(id: "${againId}") { findings { key } } }`,
  );
  valueOf(
    await approveBatch(lead, {
      batchId: againId,
      answers: batch.findings.map(({ key }) => ({ finding: key, reason: said('照付') })),
    }),
  );
}

const ofReturns = () => `{
  sentBack: batch(id: "${returnedBatchId}") { returnReason }
  again: batch(id: "${againId}") { findings { kind words given { reason } } }
  payment(id: "${paymentId}") { returnReason returnClaims { reason dateReason answer } }
  grant(id: "${heldGrantId}") { holds { cause reason } } }`;

const payers = roles.filter((role) => permits([role], 'voucher.read') && permits([role], 'batch.read'));
test.each(payers)('%s reads the reasons of returns only when the role allows it', async (role) => {
  const told = JSON.stringify(await funds.ask(staffOf(county, '某人', role), ofReturns()));
  const reads = permits([role], 'payment-reason.read');
  const words = ['退批', '迟报', '误退', '未见回单', '户名不符', '照付'];
  expect(words.filter((what) => told.includes(said(what)))).toEqual(reads ? words : []);
  expect(told.includes('"cause":"RETURNED"')).toBe(true);
  expect(told.includes(`"cause":"RETURNED","reason":"${said('户名不符')}"`)).toBe(reads);
  expect(told.includes(wordsOfOthers.zh)).toBe(!reads);
});

test.each([
  `update disbursement_batch set return_reason = 'v2.1.x' where status = 'RETURNED'`,
  `update batch_answer set reason = 'v2.1.x'`,
  `update return_claim set reason = 'v2.1.x'`,
  `update return_claim set date_reason = 'v2.1.x'`,
  `update return_claim set answer = 'v2.1.x' where status = 'REFUSED'`,
])('the database refuses a changed reason: %s', async (change) => {
  await expect(funds.attack(county.path, change)).rejects.toThrow(/may not change|append-only/);
});

const asked = () => `{ grant(id: "${grantId}") { reason clause holds { reason } decisions { reason answer } } }`;
const onTimeline = () =>
  `{ _entities(representations: [{ __typename: "Household", id: "${householdId}" }]) { ... on Household { aidTimeline { kind detail } } } }`;

test.each(roles)('%s reads the reasons of a grant only when the role allows it', async (role: Role) => {
  const actor = staffOf(county, '某人', role);
  const reads = permits([role], 'payment-reason.read');
  if (permits([role], 'voucher.read')) {
    const told = JSON.stringify(await funds.ask(actor, asked()));
    for (const what of ['大病', '条款', '提出', '不同意', '再提'])
      expect([what, told.includes(`${what}${planted}`)]).toEqual([what, reads]);
  }
  const timeline = JSON.stringify(await funds.ask(actor, onTimeline()));
  const sees = permits([role], 'household.read') || permits([role], 'voucher.read');
  expect([timeline.includes(planted), timeline.includes(wordsOfOthers.zh)]).toEqual([sees && reads, sees && !reads]);
});

test('such words are in no table, audit entry or event in plain', async () => {
  const tables = await funds.inspect<{ name: string }>(
    `select quote_ident(relname) as name from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace`,
  );
  expect(tables.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['aid_grant', 'grant_decision', 'audit_entry', 'outbox']),
  );
  for (const { name } of tables) {
    const found = await funds.inspect(`select left(t::text, 300) as row from ${name} t where t::text like $1 limit 2`, [
      `%${planted}%`,
    ]);
    expect([name, found]).toEqual([name, []]);
  }
});

test('they are resealed when keys change, and read as before', async () => {
  const read = () => Promise.all([asked(), ofReturns(), onTimeline()].map((query) => funds.ask(finance, query)));
  const before = await read();
  expect(JSON.stringify(before[2])).toContain(said('户名不符'));
  const masters = masterKeys(readKey(funds.service.environment.FIELD_KEY, 'FIELD_KEY'));
  await rotateDataKey({
    service: 'funds',
    ownerUrl: funds.databases.ownerUrl,
    masters,
    cipher: 'AES256GCM',
    learnMs: 0,
  });
  expect(await read()).toEqual(before);
  const sealed = await funds.inspect(`select reason from batch_answer where reason !~ '^v2[.]2[.]'`);
  expect(sealed).toEqual([]);
});

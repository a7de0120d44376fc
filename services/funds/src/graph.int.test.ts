import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { columnsThatDiffer } from '@nuangong/database/testing';
import { valueOf } from '@nuangong/primitives';
import { sendAllocation } from './money/allocation/send-allocation.ts';
import { approveBatch } from './money/disbursement/approve-batch.ts';
import { payBatch } from './money/disbursement/pay-batch.ts';
import { prepareBatch } from './money/disbursement/prepare-batch.ts';
import { getDatamodel } from './generated/pothos-types.ts';
import { PrismaClient } from './generated/prisma/client.ts';
import { loadDemonstration } from './load-demonstration.ts';
import {
  campaignId,
  cityFinance,
  clerk,
  county,
  finance,
  financeLead,
  now,
  otherFinance,
  startFunds,
  type FundsService,
} from './testing/funds-service.ts';
import { allocationOf, fundWith } from './testing/money.ts';

let funds: FundsService;
const batches: { small: string; large: string } = { small: '', large: '' };

async function payFor(households: number): Promise<string> {
  for (let household = 0; household < households; household += 1) await funds.approve({});
  const batch = valueOf(await prepareBatch(funds.commandOf(finance), { campaignId }));
  valueOf(await approveBatch(funds.commandOf(financeLead), { batchId: batch.id }));
  return valueOf(await payBatch(funds.commandOf(finance), { batchId: batch.id })).id;
}

beforeAll(async () => {
  funds = await startFunds();
  await fundWith(funds, '50000.00', { priority: 10 });
  await fundWith(funds, '50000.00', { source: 'UNION' });
  batches.small = await payFor(10);
  batches.large = await payFor(200);
});
afterAll(async () => {
  await funds.stop();
});

/** The number of SQL statements that an answer takes. */
async function costOf(query: string, variables: Record<string, unknown> = {}): Promise<number> {
  await funds.ask(finance, query, variables);
  const before = funds.service.database.statements();
  await funds.ask(finance, query, variables);
  return funds.service.database.statements() - before;
}

const batchPage = `query ($id: ID!) { batch(id: $id) {
  number status total paymentCount parts { fundName amount } lockedForMe
  payments(perPage: 200) { total items {
    id status amount payeeName maskedBankAccount parts { fundName amount } grant { unitName reason parts { amount } }
    voucher { number amountInCapitals maskedIdentityNumber entryNumber eligibilityDecisionId } } } } }`;

describe('a page costs the same number of statements however many rows it has', () => {
  it('for a batch of 10 and of 200', async () => {
    const costs = [await costOf(batchPage, { id: batches.small }), await costOf(batchPage, { id: batches.large })];
    expect(costs[0]).toBe(costs[1]);
    expect(costs[0]).toBeLessThanOrEqual(24);
  });

  it.each([
    ['grants', '{ id payeeName amount status parts { fundName source amount } approvedAt }'],
    ['journalEntries', '{ number memo lines { accountName debit credit } }'],
  ])('for 5 and 100 %s', async (list, selection) => {
    const query = `query ($rows: Int!) { ${list}(perPage: $rows) { total items ${selection} } }`;
    expect(await costOf(query, { rows: 5 })).toBe(await costOf(query, { rows: 100 }));
  });

  it('for 2 and 12 funds with their receipts', async () => {
    const query = `{ funds { total items { name source balance committed available organization { id }
        receipts { amount entryNumber } } } }`;
    const few = await costOf(query);
    for (let fund = 0; fund < 10; fund += 1) await fundWith(funds, '1.00');
    expect(await costOf(query)).toBe(few);
  });

  it('for payments and aid of 3 and 60 households', async () => {
    const rows = await funds.inspect<{ household_id: string; application_id: string }>(
      'select household_id, application_id from aid_grant limit 60',
    );
    const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) {
      ... on Household { id payments { amount voucher { number unitName } parts { amount } }
        aidTimeline { kind title } }
      ... on AidApplication { grant { status } payment { status } } } }`;
    const representations = (count: number) => ({
      representations: rows.slice(0, count).flatMap((row) => [
        { __typename: 'Household', id: row.household_id },
        { __typename: 'AidApplication', id: row.application_id },
      ]),
    });
    expect(await costOf(query, representations(3))).toBe(await costOf(query, representations(60)));
    const { _entities } = await funds.ask<{ _entities: unknown[] }>(finance, query, representations(1));
    expect(_entities).toMatchObject([
      {
        payments: [{ amount: '300.00', voucher: { unitName: '县农机厂工会' } }],
        aidTimeline: [{ kind: 'PAYMENT_MADE' }, { kind: 'GRANT_APPROVED' }],
      },
      { grant: { status: 'PAID' }, payment: { status: 'PAID' } },
    ]);
  });

  it('for 3 and 60 payments and vouchers that other services refer to', async () => {
    const rows = await funds.inspect<{ id: string; voucher_id: string }>('select id, voucher_id from payment limit 60');
    const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) {
      ... on Payment { amount parts { amount } grant { unitName } voucher { number } }
      ... on Voucher { number unitName entryNumber payment { status } } } }`;
    const representations = (count: number) => ({
      representations: rows.slice(0, count).flatMap((row) => [
        { __typename: 'Payment', id: row.id },
        { __typename: 'Voucher', id: row.voucher_id },
      ]),
    });
    expect(await costOf(query, representations(3))).toBe(await costOf(query, representations(60)));
  });
});

describe('the county’s own employment staff', () => {
  it('see a household’s aid on its timeline, and no payments or grants', async () => {
    const [paid] = await funds.inspect<{ household_id: string; application_id: string }>(
      `select p.household_id, g.application_id from payment p join aid_grant g on g.id = p.grant_id limit 1`,
    );
    const answer = await funds.ask(
      { ...finance, roles: ['EMPLOYMENT'] },
      `query ($representations: [_Any!]!) { _entities(representations: $representations) {
        ... on Household { payments { id } aidTimeline { kind } } ... on AidApplication { grant { id } payment { id } } } }`,
      {
        representations: [
          { __typename: 'Household', id: paid?.household_id },
          { __typename: 'AidApplication', id: paid?.application_id },
        ],
      },
    );
    expect(answer).toMatchObject({
      _entities: [
        { payments: [], aidTimeline: [{ kind: 'PAYMENT_MADE' }, { kind: 'GRANT_APPROVED' }] },
        { grant: null, payment: null },
      ],
    });
  });
});

describe('the county’s own window clerks', () => {
  it('see that a household was paid, but no voucher', async () => {
    const [paid] = await funds.inspect<{ household_id: string }>('select household_id from payment limit 1');
    const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) {
      ... on Household { payments { status voucher { unitName pdfUrl } } } } }`;
    const variables = { representations: [{ __typename: 'Household', id: paid?.household_id }] };
    expect(await funds.ask({ ...finance, roles: ['WINDOW_CLERK'] }, query, variables)).toEqual({
      _entities: [{ payments: [{ status: 'PAID', voucher: null }] }],
    });
  });
});

describe('another county', () => {
  it('gets nothing by id, by list, by count or through entities', async () => {
    const [paid] = await funds.inspect<{ id: string; voucher_id: string; household_id: string }>(
      'select id, voucher_id, household_id from payment limit 1',
    );
    const answer = await funds.ask(
      otherFinance,
      `query ($batch: ID!, $payment: ID!, $voucher: ID!, $representations: [_Any!]!) {
        batch(id: $batch) { id } payment(id: $payment) { id } voucher(id: $voucher) { id }
          funds { total items { id } } grants { total }
        batches { total } journalEntries { total }
          accounts(organizationId: "00000000-0000-7000-8000-000000510101") { balance }
        fundsWork { grantsCommitted available }
        _entities(representations: $representations) { ... on Household { payments { id } aidTimeline { id } }
          ... on Payment { amount } } }`,
      {
        batch: batches.small,
        payment: paid?.id,
        voucher: paid?.voucher_id,
        representations: [
          { __typename: 'Household', id: paid?.household_id },
          { __typename: 'Payment', id: paid?.id },
        ],
      },
    );
    expect(answer).toMatchObject({
      batch: null,
      payment: null,
      voucher: null,
      funds: { total: 0, items: [] },
      grants: { total: 0 },
      batches: { total: 0 },
      journalEntries: { total: 0 },
      fundsWork: { grantsCommitted: 0, available: '0.00' },
      _entities: [{ payments: [], aidTimeline: [] }, null],
    });
    const { accounts } = answer as { accounts: { balance: string }[] };
    expect(new Set(accounts.map((account) => account.balance))).toEqual(new Set(['0.00']));
  });

  it('is answered differently from a role without permission (FORBIDDEN) and an invalid id (BAD_USER_INPUT)', async () => {
    const { errors } = await funds.answer(clerk, '{ funds { total } }');
    expect(errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    for (const query of ['{ batch(id: "x") { id } }', '{ fund(id: "1") { id } }']) {
      const refused = await funds.answer(finance, query);
      expect(refused.errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
    }
  });
});

describe('the schema', () => {
  it('is the same in Prisma and in the migrations', async () => {
    expect(
      await columnsThatDiffer(funds.databases.ownerUrl, (adapter) => new PrismaClient({ adapter }), getDatamodel()),
    ).toEqual([]);
  });
});

describe('the demonstration city', () => {
  it('gets its money once, however often it is loaded', async () => {
    await loadDemonstration(funds.databases.ownerUrl, now);
    await loadDemonstration(funds.databases.ownerUrl, now);
    const own = '{ funds(filter: { own: true }) { items { name source balance } } }';
    expect(await funds.ask(cityFinance, own)).toEqual({
      funds: {
        items: [
          { name: '市总工会送温暖专项资金', source: 'UNION', balance: '5000000.00' },
          { name: '市财政送温暖专项资金', source: 'LOCAL_FISCAL', balance: '2000000.00' },
        ],
      },
    });
    expect(await funds.ask(cityFinance, '{ fundsWork { entriesToCheck } }')).toEqual({
      fundsWork: { entriesToCheck: 1 },
    });
  });
});

describe('a receipt, an allocation and a grant', () => {
  it('are read by id, but not by another county', async () => {
    const [one] = await funds.inspect<{ receipt: string; grant: string }>(
      `select (select r.id from receipt r where r.organization_path = '51/5101/510101/' limit 1) as receipt,
         (select id from aid_grant limit 1) as grant`,
    );
    const union = await fundWith(funds, '100.00', { actor: cityFinance, source: 'UNION' });
    const { id: allocation } = allocationOf(
      await sendAllocation(funds.commandOf(cityFinance), {
        fundId: union.id,
        toOrganizationId: county.id,
        amount: '100.00',
        matchingRequirement: 'NONE',
        idempotencyKey: 'opened-by-id',
      }),
    );
    const query = `query ($receipt: ID!, $allocation: ID!, $grant: ID!) {
      receipt(id: $receipt) { payer entryNumber fund { name purposes } }
      allocation(id: $allocation) { amount status matched unspent }
      grant(id: $grant) { payeeName amount parts { amount } } }`;
    const ids = { ...one, allocation };
    for (const actor of [finance, cityFinance])
      expect(await funds.ask(actor, query, ids)).toMatchObject({
        receipt: { payer: '县财政局', fund: { purposes: ['送温暖'] } },
        allocation: { amount: '100.00', status: 'IN_TRANSIT', matched: '0.00', unspent: '100.00' },
        grant: { amount: '300.00', parts: [{ amount: '300.00' }] },
      });
    const nothing = { receipt: null, allocation: null, grant: null };
    expect(await funds.ask(otherFinance, query, ids)).toEqual(nothing);
    const { errors } = await funds.answer(clerk, `{ receipt(id: "${ids.receipt}") { id } }`);
    expect(errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
  });
});

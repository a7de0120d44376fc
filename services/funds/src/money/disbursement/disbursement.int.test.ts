import type { Actor } from '@nuangong/access';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readEvent } from '@nuangong/events';
import { masterKeys, readKey, rotateDataKey } from '@nuangong/sealing';
import { openPayee } from '../payee/payee.ts';
import { receiveAllocation } from '../allocation/receive-allocation.ts';
import { sendAllocation } from '../allocation/send-allocation.ts';
import {
  campaignId,
  city,
  cityFinance,
  county,
  finance,
  financeLead,
  startFunds,
  type FundsService,
} from '../../testing/funds-service.ts';
import { allocationOf, correctPayee, fundWith, payAll, returnPayment } from '../../testing/money.ts';
import { approveBatch } from './approve-batch.ts';
import { payBatch } from './pay-batch.ts';
import { prepareBatch } from './prepare-batch.ts';
import { returnBatch } from './return-batch.ts';

let funds: FundsService;

beforeAll(async () => {
  funds = await startFunds();
});
afterAll(async () => {
  await funds.stop();
});

const codesOf = (result: { readonly ok: boolean; readonly problems?: readonly { code: string }[] }) =>
  result.ok ? [] : (result.problems ?? []).map((problem) => problem.code);

/** How many batches wait for this person’s own step. */
const batchesFor = async (actor: Actor) =>
  (await funds.ask<{ fundsWork: unknown }>(actor, '{ fundsWork { batchesToApprove batchesToPay } }')).fundsWork;

describe('the winter campaign of one county', () => {
  const waiting = { id: '' };
  let batchId = '';

  it('collects 97,500.00 from the city’s union money and the county’s own', async () => {
    const union = await fundWith(funds, '5000000.00', { actor: cityFinance, source: 'UNION', name: '市总送温暖资金' });
    const sent = await sendAllocation(funds.commandOf(cityFinance), {
      fundId: union.id,
      toOrganizationId: county.id,
      amount: '48750.00',
      matchingRequirement: 'EQUAL',
      idempotencyKey: 'winter-510101',
    });
    expect(sent).toMatchObject({
      ok: true,
      value: { allocation: { status: 'IN_TRANSIT', toOrganizationName: county.name } },
    });
    const received = await receiveAllocation(funds.commandOf(finance), { allocationId: allocationOf(sent).id });
    expect(received).toMatchObject({ ok: true, value: { status: 'RECEIVED' } });
    await fundWith(funds, '48750.00', { name: '县财政送温暖资金' });
    const work = await funds.ask<{ fundsWork: { available: string } }>(finance, '{ fundsWork { available } }');
    expect(work.fundsWork.available).toBe('97500.00');
  });

  it('commits 325 households once each, and lets the 326th wait', async () => {
    for (let household = 0; household < 325; household += 1) await funds.approve({});
    waiting.id = await funds.approve({});
    const { fundsWork } = await funds.ask<{ fundsWork: Record<string, unknown> }>(
      finance,
      '{ fundsWork { grantsCommitted grantsCommittedAmount grantsAwaitingFunds available } }',
    );
    expect(fundsWork).toEqual({
      grantsCommitted: 325,
      grantsCommittedAmount: '97500.00',
      grantsAwaitingFunds: 1,
      available: '0.00',
    });
    const [grant] = await funds.inspect<{ status: string; missing: string }>(
      'select status, missing_fen::text as missing from aid_grant where id = $1',
      [waiting.id],
    );
    expect(grant).toEqual({ status: 'AWAITING_FUNDS', missing: '30000' });
  });

  it('is prepared by one person and approved by another, each once', async () => {
    const prepared = await prepareBatch(funds.commandOf(finance), { campaignId });
    expect(prepared).toMatchObject({ ok: true, value: { totalFen: 9_750_000n, paymentCount: 325 } });
    if (!prepared.ok) return;
    batchId = prepared.value.id;
    expect(codesOf(await prepareBatch(funds.commandOf(finance), { campaignId }))).toEqual(['NOTHING_TO_PAY']);
    expect(codesOf(await payBatch(funds.commandOf(finance), { batchId }))).toEqual(['NOT_APPROVED']);
    expect(await funds.ask(finance, '{ fundsWork { grantsCommittedAmount committed available } }')).toEqual({
      fundsWork: { grantsCommittedAmount: '0.00', committed: '97500.00', available: '0.00' },
    });
    const makerAsLead = { ...finance, roles: ['FINANCE_LEAD' as const] };
    expect(await batchesFor(makerAsLead)).toEqual({ batchesToApprove: 0, batchesToPay: 0 });
    expect(await batchesFor(financeLead)).toEqual({ batchesToApprove: 1, batchesToPay: 0 });
    expect(codesOf(await approveBatch(funds.commandOf(makerAsLead), { batchId }))).toEqual(['OWN_BATCH']);
    const twice = await Promise.all([1, 2].map(() => approveBatch(funds.commandOf(financeLead), { batchId })));
    expect(twice.map((result) => result.ok).sort()).toEqual([false, true]);
    expect(await batchesFor({ ...financeLead, roles: ['FINANCE'] })).toEqual({ batchesToApprove: 0, batchesToPay: 0 });
    expect(await batchesFor(finance)).toEqual({ batchesToApprove: 0, batchesToPay: 1 });
  });

  it('is paid once under concurrent payments', async () => {
    const paid = await Promise.all([1, 2, 3, 4].map(() => payBatch(funds.commandOf(finance), { batchId })));
    expect(paid.filter((result) => result.ok)).toHaveLength(1);
    expect(paid.flatMap(codesOf)).toEqual(['ALREADY_PAID', 'ALREADY_PAID', 'ALREADY_PAID']);
    const [sums] = await funds.inspect(
      `select count(*)::integer as payments, count(distinct p.grant_id)::integer as grants,
        sum(p.amount_fen)::text as total,
         (select count(*)::integer from voucher) as vouchers, (select sum(amount_fen)::text
           from payment_source) as traced,
         (select sum(credit_fen)::text from journal_line l join journal_entry e on e.id = l.entry_id
          where e.origin_type = 'PAYMENT' and l.account_code = '102') as booked
       from payment p where p.status = 'PAID'`,
    );
    expect(sums).toEqual({
      payments: 325,
      grants: 325,
      total: '9750000',
      vouchers: 325,
      traced: '9750000',
      booked: '9750000',
    });
  });

  it('numbers vouchers from 1 to 325 and reports each payment in a valid event', async () => {
    const numbers = await funds.inspect<{ number: number }>('select number from voucher order by number');
    expect(numbers.map((row) => row.number)).toEqual(Array.from({ length: 325 }, (_, at) => at + 1));
    const outbox = await funds.inspect<{
      envelope: unknown;
      event_id: string;
      key: string;
      topic: string;
      type: string;
    }>('select envelope, event_id, key, topic, type from outbox order by position');
    const events = outbox.map((row) => {
      const event = readEvent(row.envelope);
      expect([event.id, event.key, event.source, event.type]).toEqual([row.event_id, row.key, row.topic, row.type]);
      return event;
    });
    const payments = events.filter((event) => event.type === 'nuangong.payment-made.v1');
    expect(payments).toHaveLength(325);
    for (const { data, actor } of payments) {
      expect(data.parts.reduce((sum, part) => sum + part.amountFen, 0n)).toBe(data.amountFen);
      expect(actor).toBe(finance.staffId);
      expect(data.purpose).toBe('送温暖');
    }
    const moneyIn = events.flatMap(({ type, data }) =>
      type === 'nuangong.receipt-recorded.v1' || type === 'nuangong.allocation-received.v1' ? [data] : [],
    );
    expect(moneyIn.length).toBeGreaterThan(2);
    expect(moneyIn.filter((data) => data.purposes?.join() !== '送温暖')).toEqual([]);
    expect(new Set(payments.flatMap(({ data }) => data.parts.map((part) => part.source)))).toEqual(
      new Set(['UNION', 'LOCAL_FISCAL']),
    );
  });

  it('commits the waiting household when money comes in', async () => {
    await fundWith(funds, '300.00', { name: '追加资金' });
    const [grant] = await funds.inspect<{ status: string }>('select status from aid_grant where id = $1', [waiting.id]);
    expect(grant?.status).toBe('COMMITTED');
  });

  it('shows both ends of the allocation, what was matched and what was paid from it', async () => {
    const query =
      '{ allocations { total items { fromOrganizationName amount matched matchingRequired paid unspent status } } }';
    const seen = await Promise.all(
      [cityFinance, finance].map((actor) => funds.ask<{ allocations: unknown }>(actor, query)),
    );
    for (const { allocations } of seen) {
      expect(allocations).toEqual({
        total: 1,
        items: [
          {
            fromOrganizationName: city.name,
            amount: '48750.00',
            matched: '49050.00',
            matchingRequired: '48750.00',
            paid: '48750.00',
            unspent: '0.00',
            status: 'RECEIVED',
          },
        ],
      });
    }
  });
});

describe('a payment that the bank returns', () => {
  it('restores its commitment and is paid again as a new attempt', async () => {
    const batch = await payAll(funds);
    const [payment] = await funds.inspect<{ id: string; grant_id: string }>(
      'select id, grant_id from payment where batch_id = $1',
      [batch.id],
    );
    await returnPayment(funds, payment?.id ?? '', 2);
    const commitments = () =>
      funds.inspect('select attempt, status from commitment where grant_id = $1 order by attempt', [payment?.grant_id]);
    expect(await commitments()).toEqual([
      { attempt: 1, status: 'CONSUMED' },
      { attempt: 2, status: 'HELD' },
    ]);
    expect(codesOf(await prepareBatch(funds.commandOf(finance), { campaignId }))).toEqual(['NOTHING_TO_PAY']);
    await correctPayee(funds, payment?.grant_id ?? '');
    const again = await payAll(funds);
    expect(again.paymentCount).toBe(1);
    expect(await commitments()).toEqual([
      { attempt: 1, status: 'CONSUMED' },
      { attempt: 2, status: 'CONSUMED' },
    ]);
    const [traced] = await funds.inspect<{ parts: number }>(
      `select count(*)::integer as parts from payment p join payment_source s on s.payment_id = p.id
       where p.grant_id = $1 and p.status = 'PAID'`,
      [payment?.grant_id],
    );
    expect(traced?.parts).toBe(1);
  });
});

describe('a batch that is sent back', () => {
  it('leaves its grants committed for the next batch', async () => {
    await fundWith(funds, '600.00');
    await funds.approve({});
    await funds.approve({});
    const first = await prepareBatch(funds.commandOf(finance), { campaignId });
    if (!first.ok) throw new Error('not prepared');
    expect(codesOf(await returnBatch(funds.commandOf(financeLead), { batchId: first.value.id, reason: ' ' }))).toEqual([
      'TEXT_MISSING',
    ]);
    const returned = await returnBatch(funds.commandOf(financeLead), { batchId: first.value.id, reason: '账号待核' });
    expect(returned).toMatchObject({ ok: true, value: { status: 'RETURNED' } });
    expect(codesOf(await payBatch(funds.commandOf(finance), { batchId: first.value.id }))).toEqual(['NOT_APPROVED']);
    expect((await payAll(funds)).paymentCount).toBe(2);
  });
});

describe('the payee', () => {
  const keptAs = (id: string, kept?: { readonly sealed: string; readonly path?: string }) => ({
    grant: { id, organizationPath: kept?.path ?? county.path, sealedPayee: kept?.sealed ?? '' },
    payeeNews: null,
  });

  it('is resealed under a new key in any state of the grant, by the database owner only, and stays the same payee', async () => {
    const grant = await funds.approve({
      payee: { name: '王建国', identityNumber: '510101196501010018', bankAccount: '6222021234567890123' },
    });
    const paid = await funds.inspect<{ status: string }>('select distinct status from aid_grant order by 1');
    expect(paid.map(({ status }) => status)).toContain('PAID');
    const done = await rotateDataKey({
      service: 'funds',
      ownerUrl: funds.databases.ownerUrl,
      masters: masterKeys(readKey(funds.service.environment.FIELD_KEY, 'FIELD_KEY')),
      cipher: 'SM4SM3',
      learnMs: 0,
    });
    expect(done.retired).toEqual([1]);
    const rows = await funds.inspect<{ id: string; path: string; sealed: string }>(
      'select id, organization_path as path, sealed_payee as sealed from aid_grant',
    );
    expect(rows.filter(({ sealed }) => !sealed.startsWith('v2.2.SM4SM3.'))).toEqual([]);
    const news = await funds.inspect<{ texts: string[] }>(
      'select array[sealed_content, sealed_payee] as texts from case_file_news',
    );
    expect(news).not.toEqual([]);
    expect(news.flatMap(({ texts }) => texts).filter((text) => !text.startsWith('v2.2.SM4SM3.'))).toEqual([]);
    const kept = rows.find(({ id }) => id === grant);
    const payee = await openPayee(funds.keyring, keptAs(grant, kept));
    expect(payee.bankAccount).toBe('6222021234567890123');
    const other = rows.find(({ id }) => id !== grant);
    const exchanged = funds.attack(county.path, 'update aid_grant set sealed_payee = $2 where id = $1', [
      grant,
      other?.sealed,
    ]);
    await expect(exchanged).rejects.toThrow('may not change');
  });

  it('stays sealed in the grant and opens only for that grant', async () => {
    const grant = await funds.approve({
      payee: { name: '李玉', identityNumber: '510101197001010023', bankAccount: null },
    });
    const [kept] = await funds.inspect<{ row: string; sealed: string }>(
      'select to_jsonb(g)::text as row, sealed_payee as sealed from aid_grant g where id = $1',
      [grant],
    );
    expect(kept?.row).not.toContain('510101197001010023');
    expect((await openPayee(funds.keyring, keptAs(grant, kept))).identityNumber).toBe('510101197001010023');
    await expect(openPayee(funds.keyring, keptAs(county.id, kept))).rejects.toThrow();
  });
});

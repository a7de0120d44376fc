import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { valueOf } from '@nuangong/primitives';
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
import { fundWith } from '../../testing/money.ts';
import { recordReceipt } from '../receipt/record-receipt.ts';
import { approveBatch } from './approve-batch.ts';
import { payBatch } from './pay-batch.ts';
import { prepareBatch } from './prepare-batch.ts';
import { recordReturnedPayment } from './record-returned-payment.ts';
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
const anotherFinance = staffOf(county, '孙会计', 'FINANCE');
const anotherLead = staffOf(county, '钱敏', 'FINANCE_LEAD');
const prepare = (actor = finance) => prepareBatch(funds.commandOf(actor), { campaignId });
const approve = (batchId: string, actor = financeLead, at?: Date) =>
  approveBatch(funds.commandOf(actor, at), { batchId });

describe('the person who handled a household', () => {
  it('cannot prepare, approve, pay or record a return for it; others can', async () => {
    await fundWith(funds, '600.00');
    const handlers = [finance.staffId, financeLead.staffId];
    const handled = await funds.approve(approvedGrant({ handlers }));
    await funds.approve({});
    const own = valueOf(await prepare());
    expect(own.paymentCount).toBe(1);
    valueOf(await returnBatch(funds.commandOf(anotherLead), { batchId: own.id, reason: '合并编制' }));
    const { id } = valueOf(await prepare(anotherFinance));
    expect(codesOf(await approve(id))).toEqual(['OWN_HOUSEHOLD']);
    const seen = await funds.ask<{
      batch: { payments: { items: { lockReason: string | null; grant: { id: string } }[] } };
    }>(financeLead, `{ batch(id: "${id}") { lockedForMe lockReason payments { items { lockReason grant { id } } } } }`);
    expect(seen).toMatchObject({
      batch: { lockedForMe: true, lockReason: expect.stringMatching(/^本批有 1 户由本人经办/) },
    });
    const locked = seen.batch.payments.items.filter(({ lockReason }) => lockReason !== null);
    expect(locked).toEqual([{ grant: { id: handled }, lockReason: expect.stringContaining('由他人办理') }]);
    const toApprove = '{ fundsWork { batchesToApprove batchesToPay } }';
    expect(await funds.ask(financeLead, toApprove)).toMatchObject({ fundsWork: { batchesToApprove: 0 } });
    expect(await funds.ask(anotherLead, toApprove)).toMatchObject({ fundsWork: { batchesToApprove: 1 } });
    valueOf(await approve(id, anotherLead));
    expect(await funds.ask(finance, toApprove)).toMatchObject({ fundsWork: { batchesToPay: 0 } });
    expect(codesOf(await payBatch(funds.commandOf(finance), { batchId: id }))).toEqual(['OWN_HOUSEHOLD']);
    valueOf(await payBatch(funds.commandOf(anotherFinance), { batchId: id }));
    const [payment] = await funds.inspect<{ id: string }>(
      "select id from payment where grant_id = $1 and status = 'PAID'",
      [handled],
    );
    const input = { paymentId: payment!.id, bankReference: 'TH-9', reason: '户名不符', returnedOn: '2026-12-12' };
    expect(codesOf(await recordReturnedPayment(funds.commandOf(finance), input))).toEqual(['OWN_HOUSEHOLD']);
  });

  it('is refused by the database too, as is an approver who pays', async () => {
    await fundWith(funds, '300.00');
    const handler = staffOf(county, '李会计', 'FINANCE_LEAD');
    await funds.approve(approvedGrant({ handlers: [handler.staffId] }));
    const { id } = valueOf(await prepare());
    const approving = (who: string) =>
      funds.attack(
        county.path,
        `update disbursement_batch set status = 'APPROVED', approved_by = $2, approved_by_name = 'x', approved_at = now()
         where id = $1`,
        [id, who],
      );
    const paying = (who: string) =>
      funds.attack(county.path, `select post_batch($1, '2026-12-12', $2, 'x', 'x', now())`, [id, who]);
    await expect(approving(handler.staffId)).rejects.toThrow(/handler_decides_nothing/);
    await expect(
      funds.attack(county.path, `insert into batch_answer values ($1, 'x', $2, null, $3, 'x', now())`, [
        id,
        county.path,
        handler.staffId,
      ]),
    ).rejects.toThrow(/handler_decides_nothing/);
    valueOf(await approve(id));
    await expect(paying(handler.staffId)).rejects.toThrow(/handler_decides_nothing/);
    await expect(paying(financeLead.staffId)).rejects.toThrow(/payer_is_not_approver/);
    await expect(
      funds.attack(county.path, `update aid_grant set handlers = '{}' where status = 'IN_BATCH'`),
    ).rejects.toThrow(/may not change/);
    const approverAsFinance = { ...financeLead, roles: ['FINANCE' as const] };
    expect(codesOf(await payBatch(funds.commandOf(approverAsFinance), { batchId: id }))).toEqual(['OWN_APPROVAL']);
    valueOf(await payBatch(funds.commandOf(finance), { batchId: id }));
  });
});

describe('the day of a payment', () => {
  it('is not in the future, before the approval, or before the money came in', async () => {
    const fund = await fundWith(funds, '0');
    const receive = (receivedOn: string) =>
      recordReceipt(funds.commandOf(finance), {
        fundId: fund.id,
        amount: '200.00',
        payer: '县财政局',
        receivedOn,
        idempotencyKey: receivedOn,
      });
    valueOf(await receive('2026-12-01'));
    valueOf(await receive('2026-12-12'));
    await funds.approve({});
    const { id } = valueOf(await prepare());
    valueOf(await approve(id, financeLead, new Date('2026-12-11T01:00:00Z')));
    const on = async (paidOn: string) => {
      const answer = await payBatch(funds.commandOf(finance), { batchId: id, paidOn });
      return answer.ok ? [] : answer.problems.map(({ code, message }) => `${code} ${message.zh}`);
    };
    expect(await on('2026-12-13')).toEqual([expect.stringMatching(/^DATE_IN_FUTURE/)]);
    expect(await on('2026-12-10')).toEqual([expect.stringMatching(/^DATE_BEFORE_BASIS.*批次复核日期（2026-12-11）/)]);
    expect(await on('2026-12-11')).toEqual([expect.stringMatching(/^DATE_BEFORE_BASIS.*资金到账日期（2026-12-12）/)]);
    for (const [day, rule] of [
      ['2026-12-10', /paid_after_approval/],
      ['2026-12-11', /paid_after_receipts/],
    ] as const) {
      const paying = funds.attack(county.path, `select post_batch('${id}', '${day}', uuidv7(), 'x', 'x', now())`);
      await expect(paying).rejects.toThrow(rule);
    }
    expect(await on('2026-12-12')).toEqual([]);
  });
});

describe('a payment and its return that are entered in a later year', () => {
  it('need a reason, which is kept and shown', async () => {
    await fundWith(funds, '300.00');
    await funds.approve({});
    const { id } = valueOf(await prepare());
    valueOf(await approve(id));
    const later = funds.commandOf(finance, new Date('2028-02-01T02:00:00Z'));
    const paying = { batchId: id, paidOn: '2026-12-12' };
    expect(codesOf(await payBatch(later, paying))).toEqual(['DATE_REASON_MISSING']);
    valueOf(await payBatch(later, { ...paying, dateReason: '当年现金发放，补录' }));
    const [payment] = await funds.inspect<{ id: string }>('select id from payment where batch_id = $1', [id]);
    const returning = {
      paymentId: payment?.id ?? '',
      bankReference: 'TH1',
      reason: '账号已销户',
      returnedOn: '2026-12-14',
    };
    expect(codesOf(await recordReturnedPayment(later, returning))).toEqual(['DATE_REASON_MISSING']);
    valueOf(await recordReturnedPayment(later, { ...returning, dateReason: '银行迟报' }));
    const seen = await funds.ask(
      finance,
      `{ batch(id: "${id}") { paidOn dateReason } payment(id: "${payment?.id}") { returnClaims { returnedOn dateReason } } }`,
    );
    expect(seen).toEqual({
      batch: { paidOn: '2026-12-12', dateReason: '当年现金发放，补录' },
      payment: { returnClaims: [{ returnedOn: '2026-12-14', dateReason: '银行迟报' }] },
    });
    await expect(
      funds.attack(
        county.path,
        `update return_claim set date_reason = '别的', status = 'REFUSED', answered_by = uuidv7(),
        answered_by_name = 'x', answered_at = now(), answer = 'x' where payment_id = '${payment?.id}'`,
      ),
    ).rejects.toThrow();
  });
});

describe('one account for several households', () => {
  it('is shown: within the batch it needs a reason, outside it the other household is named', async () => {
    await fundWith(funds, '900.00');
    const payee = (name: string, identityNumber: string, bankAccount: string) => ({
      name,
      identityNumber,
      bankAccount,
    });
    await funds.approve({ payeeName: '甲', payee: payee('甲', 'A1', '8866000000000017') });
    await funds.approve({ payeeName: '乙', payee: payee('乙', 'B1', '8866000000000017') });
    const outside = await funds.approve({ payeeName: '丙', payee: payee('丙', 'C1', '8866000000000017') });
    const other = await funds.approve({ payeeName: '丁', payee: payee('丁', 'D1', '9966000000000017') });
    const grants = await funds.inspect<{ id: string }>(
      "select id from aid_grant where status = 'COMMITTED' and id <> all ($1::uuid[])",
      [[outside, other]],
    );
    const { id } = valueOf(
      await prepareBatch(funds.commandOf(finance), { campaignId, grantIds: grants.map((grant) => grant.id) }),
    );
    const { batch } = await funds.ask<{ batch: { findings: object[] } }>(
      financeLead,
      `{ batch(id: "${id}") { findings { kind answer words payments { payeeName } } } }`,
    );
    expect(batch.findings).toEqual([
      {
        kind: 'SAME_ACCOUNT',
        answer: 'REASON',
        words: '本批有 2 笔付往同一账号，写明缘由',
        payments: [{ payeeName: '甲' }, { payeeName: '乙' }],
      },
      ...['甲', '乙'].map((payeeName) => ({
        kind: 'ACCOUNT_OF_ANOTHER',
        answer: 'NONE',
        words: '同一活动中另有 1 户用这个账号：丙',
        payments: [{ payeeName }],
      })),
    ]);
    const statistics = staffOf(county, '统计', 'STATISTICS');
    await expect(
      funds.ask(statistics, `{ batch(id: "${id}") { findings { words } paymentFiles { digest } } }`),
    ).rejects.toThrow('FORBIDDEN');
  });
});

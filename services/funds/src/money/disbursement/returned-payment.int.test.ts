import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readEvent } from '@nuangong/events';
import { valueOf } from '@nuangong/primitives';
import {
  approvedGrant,
  campaignId,
  cityFinance,
  county,
  finance,
  financeLead,
  staffOf,
  startFunds,
  type FundsService,
} from '../../testing/funds-service.ts';
import { approveAsFound, correctPayee, fundWith, payAll, returnPayment } from '../../testing/money.ts';
import { approveBatch } from './approve-batch.ts';
import { confirmReturnedPayment } from './confirm-returned-payment.ts';
import { payBatch } from './pay-batch.ts';
import { prepareBatch } from './prepare-batch.ts';
import { recordReturnedPayment } from './record-returned-payment.ts';
import { refuseReturnedPayment } from './refuse-returned-payment.ts';

let funds: FundsService;

beforeEach(async () => {
  funds = await startFunds();
});
afterEach(async () => {
  await funds.stop();
});

const codesOf = (result: { readonly ok: boolean; readonly problems?: readonly { code: string }[] }) =>
  result.ok ? [] : (result.problems ?? []).map((problem) => problem.code);
const claim = (paymentId: string, bankReference = 'TH 20261212-0001') => ({
  paymentId,
  bankReference,
  reason: '户名与账号不符',
  returnedOn: '2026-12-12',
});
const anotherLead = staffOf(county, '钱敏', 'FINANCE_LEAD');

/** Grants paid in one batch; returns the payments by place. */
async function paid(count: number): Promise<readonly { id: string; grant: string }[]> {
  await fundWith(funds, `${300 * count}.00`);
  for (let grant = 0; grant < count; grant += 1) await funds.approve({});
  const { id } = await payAll(funds);
  return funds.inspect('select id, grant_id as grant from payment where batch_id = $1 order by place', [id]);
}

describe('a return recorded by one officer', () => {
  it('changes nothing until the head of finance confirms it: no money back, no second payment', async () => {
    const [payment] = await paid(1);
    valueOf(await recordReturnedPayment(funds.commandOf(finance), claim(payment!.id)));
    expect(codesOf(await prepareBatch(funds.commandOf(finance), { campaignId }))).toEqual(['NOTHING_TO_PAY']);
    expect(await funds.inspect('select status from payment')).toEqual([{ status: 'PAID' }]);
    expect(await funds.inspect("select from outbox where type = 'nuangong.payment-returned.v1'")).toEqual([]);
    expect(codesOf(await recordReturnedPayment(funds.commandOf(finance), claim(payment!.id, 'TH-2')))).toEqual([
      'CHANGED_MEANWHILE',
    ]);
    const seen = await funds.ask(
      finance,
      '{ fundsWork { returnsToConfirm } grants(filter: { status: RETURN_CLAIMED }) { total } }',
    );
    expect(seen).toEqual({ fundsWork: { returnsToConfirm: 1 }, grants: { total: 1 } });
    valueOf(await confirmReturnedPayment(funds.commandOf(financeLead), { paymentId: payment!.id }));
    const [told] = await funds.inspect<{ envelope: unknown }>(
      "select envelope from outbox where type = 'nuangong.payment-returned.v1'",
    );
    expect(readEvent(told?.envelope)).toMatchObject({ data: { paymentId: payment!.id, returnedOn: '2026-12-12' } });
    expect(codesOf(await confirmReturnedPayment(funds.commandOf(financeLead), { paymentId: payment!.id }))).toEqual([
      'NOTHING_TO_CONFIRM',
    ]);
  });

  it('is confirmed neither by its recorder, nor by the payer, nor by another book, and can be refused', async () => {
    const [payment] = await paid(1);
    const input = { paymentId: payment!.id };
    const recorder = { ...staffOf(county, '孙会计', 'FINANCE'), roles: ['FINANCE' as const, 'FINANCE_LEAD' as const] };
    valueOf(await recordReturnedPayment(funds.commandOf(recorder), claim(payment!.id)));
    const payerAsLead = { ...finance, roles: ['FINANCE_LEAD' as const] };
    const cityLead = { ...cityFinance, roles: ['FINANCE_LEAD' as const] };
    for (const [actor, code] of [
      [recorder, 'OWN_RETURN'],
      [payerAsLead, 'OWN_RETURN'],
      [cityLead, 'ANOTHER_BOOK'],
      [finance, 'FORBIDDEN'],
    ] as const) {
      expect(codesOf(await confirmReturnedPayment(funds.commandOf(actor), input))).toEqual([code]);
    }
    valueOf(await refuseReturnedPayment(funds.commandOf(financeLead), { ...input, answer: '银行回单上没有这一笔' }));
    valueOf(await recordReturnedPayment(funds.commandOf(finance), claim(payment!.id)));
    valueOf(await confirmReturnedPayment(funds.commandOf(financeLead), input));
    expect(await funds.inspect('select status from return_claim order by id')).toEqual([
      { status: 'REFUSED' },
      { status: 'CONFIRMED' },
    ]);
  });

  it('needs a bank reference that is unique in the book', async () => {
    const [one, other] = await paid(2);
    expect(codesOf(await recordReturnedPayment(funds.commandOf(finance), claim(one!.id, '  ')))).toEqual([
      'BANK_REFERENCE_MISSING',
    ]);
    valueOf(await recordReturnedPayment(funds.commandOf(finance), claim(one!.id)));
    expect(
      codesOf(await recordReturnedPayment(funds.commandOf(finance), claim(other!.id, 'th２0261212-0001'))),
    ).toEqual(['BANK_REFERENCE_TAKEN']);
  });

  it('is not dated before the payment or in the future', async () => {
    const [payment] = await paid(1);
    const on = (returnedOn: string) =>
      recordReturnedPayment(funds.commandOf(finance), { ...claim(payment!.id), returnedOn });
    expect(codesOf(await on('2026-12-11'))).toEqual(['DATE_BEFORE_BASIS']);
    expect(codesOf(await on('2026-12-13'))).toEqual(['DATE_IN_FUTURE']);
    await expect(
      funds.attack(
        county.path,
        `insert into return_claim (organization_path, book_path, payment_id, bank_reference, reason, returned_on, paid_by,
           recorded_by, recorded_by_name, recorded_at)
         select p.organization_path, p.book_path, p.id, 'x', 'x', '2026-12-11', b.paid_by, uuidv7(), 'x', now()
         from payment p join disbursement_batch b on b.id = p.batch_id`,
      ),
    ).rejects.toThrow(/returned_after_paid/);
  });
});

describe('a returned grant', () => {
  const account = { name: '王建国', identityNumber: '510101196501010018', bankAccount: '8899000000001234' };

  it('waits for its account, and is then paid to the corrected one; the earlier payment stays unchanged', async () => {
    const [payment] = await paid(1);
    await returnPayment(funds, payment!.id);
    expect(codesOf(await prepareBatch(funds.commandOf(finance), { campaignId }))).toEqual(['NOTHING_TO_PAY']);
    await correctPayee(funds, payment!.grant, account);
    const again = valueOf(await prepareBatch(funds.commandOf(finance), { campaignId }));
    await approveAsFound(funds, again.id);
    const authorization = await funds.tokens.authorizationOf(finance);
    const file = await funds.fetch(`/files/funds/batches/${again.id}/payment-file.csv`, { headers: { authorization } });
    expect(await file.text()).toContain('8899000000001234');
    valueOf(await payBatch(funds.commandOf(finance), { batchId: again.id }));
    const { grant } = await funds.ask<{ grant: unknown }>(
      finance,
      `{ grant(id: "${payment!.grant}") { maskedBankAccount payments { status maskedBankAccount earlierAttempts { id returnReason } }
        payeeCorrections { changed maskedBankAccount why who } } }`,
    );
    expect(grant).toEqual({
      maskedBankAccount: '****1234',
      payments: [
        {
          status: 'PAID',
          maskedBankAccount: '****1234',
          earlierAttempts: [{ id: payment!.id, returnReason: '户名与账号不符' }],
        },
        { status: 'RETURNED', maskedBankAccount: expect.not.stringContaining('1234'), earlierAttempts: [] },
      ],
      payeeCorrections: [
        { changed: true, maskedBankAccount: '****1234', why: '账号录错一位', who: ['李干事', '赵审核'] },
      ],
    });
  });

  it('is paid to the same account again only with a written reason', async () => {
    const [payment] = await paid(1);
    await returnPayment(funds, payment!.id);
    const news = await correctPayee(funds, payment!.grant);
    const { id } = valueOf(await prepareBatch(funds.commandOf(finance), { campaignId }));
    const { batch } = await funds.ask<{ batch: { findings: { key: string; kind: string }[] } }>(
      financeLead,
      `{ batch(id: "${id}") { findings { key kind } } }`,
    );
    expect(batch.findings.map(({ kind }) => kind)).toEqual(['PAYEE_CORRECTED', 'ACCOUNT_RETURNED_BEFORE']);
    const seen = { finding: `NEWS:${news}` };
    const again = batch.findings[1]!.key;
    const approveWith = (answers: readonly { finding: string; reason?: string }[]) =>
      approveBatch(funds.commandOf(financeLead), { batchId: id, answers });
    expect(codesOf(await approveWith([seen]))).toEqual(['FINDINGS_UNANSWERED']);
    expect(codesOf(await approveWith([seen, { finding: again, reason: ' ' }]))).toEqual(['TEXT_MISSING']);
    valueOf(await approveWith([seen, { finding: again, reason: '银行系统故障，账号无误' }]));
    valueOf(await payBatch(funds.commandOf(finance), { batchId: id }));
  });

  it('goes to an account that was corrected while the money was away', async () => {
    const [payment] = await paid(1);
    await correctPayee(funds, payment!.grant, account, new Date('2026-12-12T03:00:00Z'));
    const late = new Date('2026-12-12T04:00:00Z');
    valueOf(await recordReturnedPayment(funds.commandOf(finance, late), claim(payment!.id)));
    valueOf(await confirmReturnedPayment(funds.commandOf(financeLead, late), { paymentId: payment!.id }));
    expect(await funds.inspect('select status, masked_bank_account as account from aid_grant')).toEqual([
      { status: 'COMMITTED', account: '****1234' },
    ]);
    expect(valueOf(await prepareBatch(funds.commandOf(finance), { campaignId })).paymentCount).toBe(1);
  });

  it('of a household that left after the payment is held for that too', async () => {
    const [payment] = await paid(1);
    const [grant] = await funds.inspect<{ file: string; household: string }>(
      'select case_file_id as file, household_id as household from aid_grant',
    );
    const left = { caseFileId: grant!.file, householdId: grant!.household, organization: county };
    await funds.tell('case-file-exited.v1', { ...left, reason: 'DIED', exitedOn: '2026-12-12' });
    await returnPayment(funds, payment!.id);
    await correctPayee(funds, payment!.grant);
    expect(await funds.inspect('select cause from grant_hold where ended_at is null')).toEqual([{ cause: 'EXITED' }]);
  });
});

describe('a corrected payee', () => {
  const corrected = { name: '王建国', identityNumber: '510101196501010018', bankAccount: '8899000000001234' };

  it('replaces the former payee in every unpaid grant, also inside a batch, and in later grants', async () => {
    await fundWith(funds, '600.00');
    const early = approvedGrant();
    const inBatch = await funds.approve(early);
    const { id } = valueOf(await prepareBatch(funds.commandOf(finance), { campaignId }));
    await correctPayee(funds, inBatch, corrected);
    await funds.approve(approvedGrant({ caseFileId: early.caseFileId, householdId: early.householdId }));
    expect(await funds.inspect('select distinct masked_bank_account as account from aid_grant')).toEqual([
      { account: '****1234' },
    ]);
    await approveAsFound(funds, id);
    valueOf(await payBatch(funds.commandOf(finance), { batchId: id }));
    expect(await funds.inspect('select masked_bank_account as account, status from payment')).toEqual([
      { account: '****1234', status: 'PAID' },
    ]);
    await correctPayee(funds, inBatch, { ...corrected, bankAccount: '8899000000005678' });
    expect(await funds.inspect('select masked_bank_account as account from payment')).toEqual([
      { account: '****1234' },
    ]);
  });

  it('changes only by a correction event: nobody in the service can replace it', async () => {
    await fundWith(funds, '300.00');
    await funds.approve({});
    await prepareBatch(funds.commandOf(finance), { campaignId });
    const attempts = [
      `update aid_grant set masked_bank_account = '****6666'`,
      `update aid_grant set payee_name = '别人'`,
      `update case_file_news set masked_bank_account = '****6666'`,
    ];
    await correctPayee(funds, (await funds.inspect<{ id: string }>('select id from aid_grant'))[0]!.id);
    for (const attempt of attempts) {
      await expect(funds.attack(county.path, attempt)).rejects.toThrow(/changes by a correction|append-only/);
    }
  });
});

it('a second head of finance may confirm a return that the first one may not', async () => {
  const [payment] = await paid(1);
  await funds.inspect('alter table aid_grant disable trigger user');
  await funds.inspect('update aid_grant set handlers = handlers || $1::uuid', [financeLead.staffId]);
  await funds.inspect('alter table aid_grant enable trigger user');
  valueOf(await recordReturnedPayment(funds.commandOf(finance), claim(payment!.id)));
  const input = { paymentId: payment!.id };
  expect(codesOf(await confirmReturnedPayment(funds.commandOf(financeLead), input))).toEqual(['OWN_HOUSEHOLD']);
  valueOf(await confirmReturnedPayment(funds.commandOf(anotherLead), input));
});

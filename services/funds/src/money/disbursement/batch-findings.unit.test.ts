import { describe, expect, it } from 'vitest';
import { findInBatch, unanswered, type BatchToLookThrough, type OpenedPayment } from './batch-findings.ts';

const payment = (id: string, person: string, account: string | null): OpenedPayment => ({
  id,
  householdId: `household of ${id}`,
  payeeName: `户主${id}`,
  maskedBankAccount: '****',
  amountFen: 30_000n,
  identityNumber: person,
  bankAccount: account,
});
const look = (batch: Partial<BatchToLookThrough>) =>
  findInBatch({ payments: [], told: [], returned: [], elsewhere: [], ...batch });
const shown = (batch: Partial<BatchToLookThrough>) =>
  look(batch).map(({ kind, answer, paymentIds }) => [kind, answer, paymentIds]);

describe('a batch', () => {
  it('of different people with different accounts has no findings', () => {
    expect(
      shown({ payments: [payment('1', 'A', '88010001'), payment('2', 'B', '88020001'), payment('3', 'C', null)] }),
    ).toEqual([]);
  });

  it('requires a reason for a repeated person or account, except cash', () => {
    const payments = [
      payment('1', '51010119650101001x', '88010001'),
      payment('2', '51010119650101001X', '88090001'),
      payment('3', 'B', '8801 0001'),
      payment('4', 'C', null),
      payment('5', 'D', null),
    ];
    expect(shown({ payments })).toEqual([
      ['SAME_PERSON', 'REASON', ['1', '2']],
      ['SAME_ACCOUNT', 'REASON', ['1', '3']],
    ]);
  });

  it('shows consecutive accounts and invalid card numbers, without requiring a reason', () => {
    const payments = [
      payment('1', 'A', '88010007'),
      payment('2', 'B', '6222020000000000005'),
      payment('3', 'C', '88010008'),
    ];
    expect(shown({ payments })).toEqual([
      ['CONSECUTIVE_ACCOUNTS', 'NONE', ['1', '3']],
      ['ACCOUNT_CHECK_DIGIT', 'NONE', ['2']],
    ]);
  });

  it('requires a reason only for an account that the bank returned before', () => {
    const payments = [payment('1', 'A', '88010001'), payment('2', 'B', '88020002')];
    const returned = [
      { paymentId: '1', bankAccount: '88010001', reason: '户名不符', on: '2026-12-12' },
      { paymentId: '2', bankAccount: '88020020', reason: '账号错误', on: '2026-12-12' },
    ];
    expect(shown({ payments, returned })).toEqual([['ACCOUNT_RETURNED_BEFORE', 'REASON', ['1']]]);
    expect(look({ payments, returned })[0]).toMatchObject({
      on: '2026-12-12',
      words: { zh: expect.stringMatching(/：户名不符$/) },
    });
  });

  it('asks again when a finding covers other payments', () => {
    const two = look({ payments: [payment('1', 'A', '1'), payment('2', 'A', '2000')] });
    const three = look({ payments: [payment('1', 'A', '1'), payment('2', 'A', '2000'), payment('3', 'A', '70000')] });
    const answered = two.map(({ key }) => ({ finding: key }));
    expect(unanswered(two, answered)).toEqual([]);
    expect(unanswered(three, answered)).toHaveLength(1);
  });
});

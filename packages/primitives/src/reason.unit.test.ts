import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readReason } from './reason.ts';
import { valueOf } from './result.ts';

const codeOf = (typed: string): string => {
  const read = readReason(typed, 'reason');
  return read.ok ? 'OK' : (read.problems[0]?.code ?? '');
};

describe('readReason', () => {
  it.each([
    '核对身份证复印件',
    '与本人电话核对账号',
    '银行退汇，核对收款账号',
    '通知走访时间',
    '核对账号',
    'checking the bank account with the bank',
    ' 走访前　联系本人\n确认在家 ',
  ])('accepts a text that gives a purpose: %s', (typed) => {
    expect(codeOf(typed)).toBe('OK');
  });

  it.each([
    'x',
    '1',
    '核对',
    '。。。。。。',
    '111111111111',
    '的的的的的的',
    '好好好学',
    'aaaa bbbb',
    'asdfgh',
    'abcabcabc',
    '查查看看',
    'ok ok ok ok',
    '😀😀😀😀😀',
  ])('refuses a text that says nothing: %s', (typed) => {
    expect(codeOf(typed)).toBe('REASON_SAYS_NOTHING');
  });

  it('has separate codes for an empty text and one that is too long', () => {
    expect(codeOf('  ')).toBe('TEXT_MISSING');
    expect(codeOf('核对收款人的银行账号'.repeat(51))).toBe('TEXT_TOO_LONG');
    expect(valueOf(readReason(' 核对收款账号 ', 'reason'))).toBe('核对收款账号');
  });

  it('refuses a text of fewer than four different letters or characters, however long', () => {
    const alphabet = fc.constantFrom('x', '1', '核', ' ', '，', '.', 'é');
    fc.assert(
      fc.property(fc.array(alphabet, { maxLength: 60 }), (signs) => {
        expect(codeOf(signs.join(''))).not.toBe('OK');
      }),
    );
  });
});

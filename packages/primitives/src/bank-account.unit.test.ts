import { describe, expect, it } from 'vitest';
import { findAccountSigns, fitsCheckDigit, isCardNumber } from './bank-account.ts';

const named = (...accounts: readonly string[]) => accounts.map((account, key) => ({ key, account }));

describe('the check digit of a card', () => {
  it('is checked', () => {
    expect(['6222020000000000000', '4539578763621486', '5500005555555559'].map(fitsCheckDigit)).toEqual([
      true,
      true,
      true,
    ]);
    expect(['6222020000000000005', '4539578763621487'].map(fitsCheckDigit)).toEqual([false, false]);
  });

  it('is checked in card numbers only', () => {
    expect(['6222 0200 0000 0000 000', '6222-0200-0000-0000'].map(isCardNumber)).toEqual([true, true]);
    expect(['88010120001234567', '62220200', '1234567890123456', ''].map(isCardNumber)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});

describe('a list of accounts', () => {
  it('finds who shares one, however it is typed', () => {
    expect(findAccountSigns(named('88010001', '8801-0001', '88020009', '8801 0001')).shared).toEqual([[0, 1, 3]]);
  });

  it('finds consecutive numbers, for cards without the check digit', () => {
    const cards = ['622202000000000000', '622202000000000001', '622202000000000002'].map(
      (body) => [...'0123456789'].map((digit) => body + digit).find(fitsCheckDigit) ?? '',
    );
    const signs = findAccountSigns(named('88010007', ...cards, '88010008', '99990000', '188010008'));
    expect(signs.consecutive.map((run) => run.toSorted())).toEqual([
      [0, 4],
      [1, 2, 3],
    ]);
    expect(findAccountSigns(named('1', '1', '3')).consecutive).toEqual([]);
  });

  it('finds a column that was filled down, although one number in ten has a valid check digit by chance', () => {
    const filled = Array.from({ length: 12 }, (_, at) => `62220200000000008${String(at).padStart(2, '0')}`);
    expect(filled.map(fitsCheckDigit)).toContain(true);
    expect(findAccountSigns(named(...filled)).consecutive).toEqual([filled.map((_, at) => at)]);
  });

  it('finds whose card number is invalid', () => {
    expect(
      findAccountSigns(named('6222020000000000000', '6222020000000000005', '88010120001')).wrongCheckDigit,
    ).toEqual([1]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fen,
  formatWanYuan,
  formatWanYuanFixed,
  formatYuan,
  formatYuanGrouped,
  LARGEST_AMOUNT,
  multiplyFen,
  parseYuan,
  subtractFen,
  sumFen,
  yuan,
} from './money.ts';
import { valueOf } from './result.ts';

const amounts = fc.bigInt({ min: 0n, max: LARGEST_AMOUNT }).map(fen);

describe('parseYuan', () => {
  it.each([
    ['300', 30000n],
    ['300.5', 30050n],
    ['97,500.00', 9750000n],
    ['９７，５００．００', 9750000n],
    ['￥300', 30000n],
    ['¥ 300.00 元', 30000n],
    ['人民币300元整', 30000n],
    ['0', 0n],
    ['0.01', 1n],
    ['00300', 30000n],
    ['99,999,999,999.99', 9999999999999n],
  ])('reads %s', (text, expected) => {
    expect(parseYuan(text)).toEqual({ ok: true, value: expected });
  });

  it.each([
    ['-1', 'AMOUNT_NEGATIVE'],
    ['－１', 'AMOUNT_NEGATIVE'],
    ['¥-5', 'AMOUNT_NEGATIVE'],
    ['0.001', 'AMOUNT_TOO_PRECISE'],
    ['1000000000000000', 'AMOUNT_TOO_LARGE'],
    ['100,000,000,000', 'AMOUNT_TOO_LARGE'],
    ['10^15', 'AMOUNT_NOT_A_NUMBER'],
    ['1e3', 'AMOUNT_NOT_A_NUMBER'],
    ['九百', 'AMOUNT_NOT_A_NUMBER'],
    ['1,2', 'AMOUNT_NOT_A_NUMBER'],
    ['9.75万元', 'AMOUNT_NOT_A_NUMBER'],
    ['10²', 'AMOUNT_NOT_A_NUMBER'],
    ['--1', 'AMOUNT_NOT_A_NUMBER'],
    ['', 'AMOUNT_NOT_A_NUMBER'],
    ['NaN', 'AMOUNT_NOT_A_NUMBER'],
  ])('refuses %s: %s', (text, code) => {
    expect(parseYuan(text, { field: 'amount' })).toMatchObject({ ok: false, problems: [{ code, field: 'amount' }] });
  });

  it('respects the given limits, and reads negative amounts only when the minimum is negative', () => {
    expect(parseYuan('0.5', { min: yuan(1n) })).toMatchObject({ problems: [{ code: 'AMOUNT_TOO_SMALL' }] });
    expect(parseYuan('301', { max: yuan(300n) })).toMatchObject({ problems: [{ code: 'AMOUNT_TOO_LARGE' }] });
    expect(valueOf(parseYuan('-1.5', { min: yuan(-10n) }))).toBe(-150n);
  });

  it('reads back what it writes, grouped or not', () => {
    fc.assert(
      fc.property(amounts, (amount) => {
        expect(valueOf(parseYuan(formatYuan(amount)))).toBe(amount);
        expect(valueOf(parseYuan(formatYuanGrouped(amount)))).toBe(amount);
      }),
    );
  });
});

describe('writing amounts', () => {
  it.each([
    [9750000n, '97500.00', '97,500.00', '9.75', '9.7500'],
    [0n, '0.00', '0.00', '0', '0.0000'],
    [1n, '0.01', '0.01', '0.000001', '0.0000'],
    [100000000n, '1000000.00', '1,000,000.00', '100', '100.0000'],
    [-150n, '-1.50', '-1.50', '-0.00015', '-0.0002'],
    [50n, '0.50', '0.50', '0.00005', '0.0001'],
  ])('%s fen', (count, plain, grouped, wan, wanFixed) => {
    const amount = fen(count);
    expect([formatYuan(amount), formatYuanGrouped(amount), formatWanYuan(amount), formatWanYuanFixed(amount)]).toEqual([
      plain,
      grouped,
      wan,
      wanFixed,
    ]);
  });

  it('keeps every fen in 万元', () => {
    fc.assert(
      fc.property(amounts, (amount) => {
        const [whole = '', fraction = ''] = formatWanYuan(amount).split('.');
        expect(BigInt(whole + fraction.padEnd(6, '0'))).toBe(amount);
      }),
    );
  });
});

describe('sums', () => {
  it('are exact in any order', () => {
    fc.assert(
      fc.property(fc.array(amounts), (list) => {
        expect(sumFen(list)).toBe(sumFen(list.toReversed()));
        expect(list.reduce(subtractFen, sumFen(list))).toBe(0n);
      }),
    );
    expect(multiplyFen(yuan(300n), 325n)).toBe(yuan(97500n));
  });
});

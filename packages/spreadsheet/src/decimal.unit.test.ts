import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalOf, mayHaveLostDigits, roundedTo } from './decimal.ts';

describe('a number of a cell', () => {
  it.each([
    ['457.56999999999999', '457.57'],
    ['488.80000000000001', '488.8'],
    ['333.33333333333331', '333.333333333333'],
    ['300', '300'],
    ['1.2E3', '1200'],
    ['1E-3', '0.001'],
    ['-0.10000000000000001', '-0.1'],
    ['0', '0'],
    ['1234567890123456', '1234567890123460'],
    ['面议', '面议'],
    ['', ''],
  ])('%s is %s', (raw, decimal) => expect(decimalOf(raw)).toBe(decimal));

  it('typed to the fen is read exactly, however the program stores it', () => {
    fc.assert(
      fc.property(fc.integer({ min: -10_000_000_000, max: 10_000_000_000 }), (fen) => {
        const typed = (fen / 100)
          .toFixed(2)
          .replace(/\.?0+$/, '')
          .replace(/^-0$/, '0');
        expect(decimalOf((fen / 100).toPrecision(17))).toBe(typed);
      }),
    );
  });

  it.each([
    ['333.333333333333', 2, '333.33'],
    ['0.005', 2, '0.01'],
    ['-2.675', 2, '-2.68'],
    ['299.995', 2, '300'],
    ['333.3', 2, '333.3'],
    ['333.5', 0, '334'],
    ['0.4', 0, '0'],
  ])('%s is shown with %i decimals as %s', (decimal, places, shown) => expect(roundedTo(decimal, places)).toBe(shown));
});

describe('a long number', () => {
  it.each(['522701198001014012', '6222020000000000101'])('%s was written digit by digit', (raw) =>
    expect(mayHaveLostDigits(raw)).toBe(false),
  );
  it.each(['5.22701198001014E+17', '522701198001014000', '522701198001014016', '6222020000000000000'])(
    '%s may have lost its end',
    (raw) => expect(mayHaveLostDigits(raw)).toBe(true),
  );

  it('stored as floating point may have lost its end, whatever program wrote it', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 10n ** 17n, max: 10n ** 18n - 1n }), (number) => {
        const held = Number(number);
        for (const written of [String(held), BigInt(held).toString(), held.toPrecision(15), decimalOf(String(held))]) {
          expect(mayHaveLostDigits(written)).toBe(true);
        }
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountInCapitals } from './amount-in-capitals.ts';
import { fen } from './money.ts';

const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const UNITS = new Map([
  ['拾', 10n],
  ['佰', 100n],
  ['仟', 1000n],
]);
const GROUPS = new Map([
  ['万', 10_000n],
  ['亿', 100_000_000n],
]);

function numberOf(text: string): bigint {
  let total = 0n;
  let group = 0n;
  let digit = 0n;
  for (const character of text) {
    const unit = UNITS.get(character);
    const times = GROUPS.get(character);
    if (unit !== undefined) {
      group += digit * unit;
      digit = 0n;
    } else if (times !== undefined) {
      total = times === 10_000n ? total + (group + digit) * times : (total + group + digit) * times;
      group = 0n;
      digit = 0n;
    } else digit = BigInt(DIGITS.indexOf(character));
  }
  return total + group + digit;
}

function fenOf(text: string): bigint {
  const [, sign, yuan = '', jiao = '', count = ''] =
    /^(负?)(?:([^元]+)元)?零?(?:(.)角)?(?:(.)分)?整?$/.exec(text) ?? [];
  const size = numberOf(yuan) * 100n + numberOf(jiao) * 10n + numberOf(count);
  return sign === '负' ? -size : size;
}

describe('amountInCapitals', () => {
  it.each([
    ['300.00', '叁佰元整'],
    ['0.00', '零元整'],
    ['1.00', '壹元整'],
    ['10.00', '壹拾元整'],
    ['15.00', '壹拾伍元整'],
    ['300.50', '叁佰元伍角整'],
    ['300.05', '叁佰元零伍分'],
    ['300.55', '叁佰元伍角伍分'],
    ['0.50', '伍角整'],
    ['0.05', '伍分'],
    ['0.15', '壹角伍分'],
    ['1001.00', '壹仟零壹元整'],
    ['1409.50', '壹仟肆佰零玖元伍角整'],
    ['6007.14', '陆仟零柒元壹角肆分'],
    ['1680.32', '壹仟陆佰捌拾元叁角贰分'],
    ['107000.53', '壹拾万柒仟元伍角叁分'],
    ['16409.02', '壹万陆仟肆佰零玖元零贰分'],
    ['325.04', '叁佰贰拾伍元零肆分'],
    ['10500.00', '壹万零伍佰元整'],
    ['97500.00', '玖万柒仟伍佰元整'],
    ['100000.00', '壹拾万元整'],
    ['10010001.00', '壹仟零壹万零壹元整'],
    ['100000000.00', '壹亿元整'],
    ['200000001.00', '贰亿零壹元整'],
    ['100001000.00', '壹亿零壹仟元整'],
    ['100010000.30', '壹亿零壹万元叁角整'],
    ['99999999999.99', '玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分'],
    ['-300.00', '负叁佰元整'],
  ])('%s is %s', (yuan, capitals) => {
    const amount = fen(BigInt(yuan.replace('.', '')));
    expect(amountInCapitals(amount)).toBe(capitals);
    expect(fenOf(capitals)).toBe(amount);
  });

  it('reads back as the same number, with single 零, and 整 in the right place', () => {
    const sparse = fc
      .array(fc.constantFrom('0', '0', '0', '1', '7'), { minLength: 1, maxLength: 13 })
      .map((digits) => BigInt(digits.join('')));
    fc.assert(
      fc.property(fc.oneof(sparse, fc.bigInt({ min: 0n, max: 9_999_999_999_999n })), (count) => {
        const text = amountInCapitals(fen(count));
        expect(fenOf(text)).toBe(count);
        expect(text.endsWith('整')).toBe(count % 10n === 0n);
        expect(text).not.toMatch(/零零|零[万亿拾佰仟角分整]|.零元/);
      }),
      { numRuns: 500 },
    );
  });
});

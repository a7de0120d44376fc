/** The number of digits that spreadsheet programs keep. */
const KEPT_DIGITS = 15;

/**
 * A number as spreadsheet programs keep it, in 15 significant digits and plain notation: 457.56999999999999 → 457.57.
 * Text that is not a number is returned unchanged.
 */
export function decimalOf(raw: string): string {
  const value = Number(raw);
  if (raw.trim() === '' || !Number.isFinite(value)) return raw;
  const [mantissa = '', exponent = '0'] = Math.abs(value)
    .toExponential(KEPT_DIGITS - 1)
    .split('e');
  return joined(value < 0, mantissa.replace('.', ''), Number(exponent) + 1);
}

/** A decimal rounded to a format's number of decimals, half away from zero: 333.333333333333 → 333.33. */
export function roundedTo(decimal: string, places: number): string {
  const parts = /^(-?)(\d+)(?:\.(\d+))?$/.exec(decimal);
  if (parts === null) return decimal;
  const [, sign = '', whole = '', fraction = ''] = parts;
  if (fraction.length <= places) return decimal;
  const kept = BigInt(whole + fraction.slice(0, places)) + (fraction.charAt(places) >= '5' ? 1n : 0n);
  const digits = kept.toString().padStart(places + 1, '0');
  return joined(sign === '-', digits, digits.length - places);
}

/**
 * Whether a long whole number may have lost digits: floating point holds 15 digits, and programs write the rest as
 * zeros or as arbitrary digits. A number that floating point cannot produce was written digit by digit.
 */
export function mayHaveLostDigits(raw: string): boolean {
  if (!/^\d+$/.test(raw)) return true;
  if (raw.length <= KEPT_DIGITS) return false;
  const value = Number(raw);
  return String(value) === raw || BigInt(value) === BigInt(raw) || raw.replace(/0+$/, '').length <= KEPT_DIGITS;
}

/** Digits with a decimal point after the first `point` of them, without zeros at either end. */
function joined(isNegative: boolean, digits: string, point: number): string {
  const whole = point > 0 ? digits.slice(0, point).padEnd(point, '0') : '0';
  const fraction = (point > 0 ? digits.slice(point) : digits.padStart(digits.length - point, '0')).replace(/0+$/, '');
  const plain = `${whole.replace(/^0+(?=\d)/, '')}${fraction === '' ? '' : `.${fraction}`}`;
  return isNegative && plain !== '0' ? `-${plain}` : plain;
}

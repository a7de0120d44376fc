import { expect, test } from 'vitest';
import { day, longDay, moment } from './dates.ts';
import { amount, exceeds, money, sumOf } from './money.ts';

test('amounts are grouped with two decimals; missing is a dash, zero is zero', () => {
  expect(amount('97500.00')).toBe('97,500.00');
  expect(amount('0.00')).toBe('0.00');
  expect(amount(null)).toBe('—');
  expect(money('1234.5')).toBe('¥1,234.50');
});

test('a reversal shows the minus sign', () => {
  expect(amount('-300.00')).toBe('−300.00');
  expect(money('-300.00')).toBe('−¥300.00');
});

test('sums are exact to the fen', () => {
  expect(sumOf(['0.10', '0.20', '299.70'])).toBe('300.00');
  expect(sumOf([])).toBe('0.00');
  expect(exceeds('300.01', '300.00')).toBe(true);
  expect(exceeds('300.00', '300.00')).toBe(false);
});

test('instants are shown in the city’s time, dates unchanged', () => {
  expect(moment('2026-11-22T18:08:00Z')).toBe('2026-11-23 02:08');
  expect(day('2026-11-22T18:08:00Z')).toBe('2026-11-23');
  expect(day('2026-12-08')).toBe('2026-12-08');
  expect(longDay('2026-12-08', 'zh')).toBe('2026年12月8日');
  expect(longDay('2026-12-08', 'en')).toBe('8 December 2026');
});

import { describe, expect, test } from 'vitest';
import { formatValue, parseValue, readStoredValue, type ValuedCell } from './cell-value.ts';

const yesNo: ValuedCell = { type: 'YES_NO' };
const choice: ValuedCell = {
  type: 'CHOICE',
  choices: [
    { code: 'OWN', label: { zh: '自办', en: 'by the union' } },
    { code: 'SHARED', label: { zh: '合用', en: 'shared' } },
  ],
};
const given = (cell: ValuedCell, text: string) => {
  const read = parseValue(cell, text);
  return read.ok ? read.value : read.problems.map(({ code }) => code).join();
};

describe('a value that is not a number', () => {
  test.each([
    [yesNo, ' 是 ', 1n],
    [yesNo, 'No', 0n],
    [yesNo, '', null],
    [yesNo, '有', 'FIGURE_NOT_YES_OR_NO'],
    [choice, '合用', 'SHARED'],
    [choice, 'OWN', 'OWN'],
    [choice, '外包', 'FIGURE_NO_CHOICE'],
    [{ type: 'TEXT' }, '  当月到账 ', '当月到账'],
    [{ type: 'TEXT' }, '好'.repeat(501), 'FIGURE_TOO_LONG'],
  ] as const)('given %o and %s, then it is %s', (cell, text, expected) => {
    expect(given(cell, text)).toBe(expected);
  });

  test('is shown as printed, and read back from the stored form', () => {
    expect([formatValue(yesNo, 1n), formatValue(yesNo, 0n), formatValue(yesNo, null)]).toEqual(['是', '否', '']);
    expect(formatValue(choice, 'SHARED')).toBe('合用');
    expect([readStoredValue(yesNo, '1'), readStoredValue(choice, 'OWN')]).toEqual([1n, 'OWN']);
  });
});

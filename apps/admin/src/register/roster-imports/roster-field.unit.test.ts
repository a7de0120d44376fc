import { expect, test } from 'vitest';
import { fieldsWanted, groupByHeadings, hasQuestions, type AskedColumn } from './roster-field.ts';

const column = (
  index: number,
  heading: string,
  field: string | null,
  asked: Partial<AskedColumn> = {},
): AskedColumn => ({
  index,
  heading,
  field,
  guessed: false,
  doubled: null,
  ...asked,
});

const whole = ['NAME', 'IDENTITY', 'HOUSEHOLD_SIZE', 'INCOME', 'CAUSES'].map((field, index) =>
  column(index, field, field),
);

test('a yearly income replaces a monthly one', () => {
  const yearly = whole.map((each) => (each.field === 'INCOME' ? { ...each, field: 'INCOME_YEARLY' } : each));
  expect(fieldsWanted(yearly)).toEqual([]);
  expect(fieldsWanted(whole.slice(0, 3))).toEqual(['INCOME', 'CAUSES']);
});

test('the clerk is asked about a guess, a doubled heading, and a missing size unless one was given', () => {
  expect(hasQuestions(whole, null)).toBe(false);
  expect(hasQuestions([...whole, column(5, '户主电话', 'PHONE', { guessed: true })], null)).toBe(true);
  expect(hasQuestions([...whole, column(5, '电话', null, { doubled: 'PHONE' })], null)).toBe(true);
  const sizeless = whole.filter(({ field }) => field !== 'HOUSEHOLD_SIZE');
  expect([hasQuestions(sizeless, null), hasQuestions(sizeless, 3)]).toEqual([true, false]);
});

test('sheets with the same headings are named together', () => {
  const sheets = [
    { number: 1, columns: whole },
    { number: 2, columns: whole.slice(1) },
    { number: 3, columns: whole },
  ];
  expect(groupByHeadings(sheets).map((group) => group.map(({ number }) => number))).toEqual([[1, 3], [2]]);
});

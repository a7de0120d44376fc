import { expect, test } from 'vitest';
import { cellsOf, faultsOf, parseForm, type FormDefinition } from './form.ts';
import { warmthTable } from '../../testing/warmth-table.ts';

test('given the warmth table, then it has every printed line in order, L after H, and no fault', () => {
  expect(warmthTable.lines.map((line) => line.code).join(' ')).toBe(
    '1A 2A 3A 3B 3C 3D 3E 4A 4B 4C 5A 5B 5C 5D 5E 6A 6B 6C 7A 7B 7C 7D 7E 7F 7G 7H 7L 7J 8A 8B 8C 9 9A 9B 9C 9D ' +
      '10A 10B 10C 10D 10E 10F 10G 11A',
  );
  expect(faultsOf(warmthTable)).toEqual([]);
});

test('given the warmth table, then exactly the lines that facts can tell are derived', () => {
  const derived = cellsOf(warmthTable).flatMap((cell) => (cell.kind === 'DERIVED' ? [cell.key] : []));
  expect(derived.join(' ')).toBe(
    '2A 2A.migrant 3A 3A.migrant 3B 3C 3D 3E 4A.households 4C 4C.workers 4C.migrant 4C.model 5A 5B 5C 5D 5E 6A 6B 6C ' +
      '7C 7D 7E 7F 7G 7H 7L 7L.amount 8C 8C.amount 8C.migrant 8C.migrant-amount',
  );
});

test('given a form that prints what it does not hold, then its faults say so', () => {
  const [line] = warmthTable.lines;
  const broken: FormDefinition = {
    ...warmthTable,
    lines: [{ ...line!, printed: '{1A} {2B}' }, line!],
    checks: [{ relation: 'PART_WITHIN_WHOLE', severity: 'ERROR', whole: '9Z', parts: ['1A'] }],
  };
  expect(faultsOf(broken)).toEqual([
    '1A is given twice',
    '1A.migrant is given twice',
    'line 1A prints 1A,2B and holds 1A,1A.migrant',
    'no cell 9Z',
  ]);
});

test('given computed cells that add up one computed after them, then their faults say so, and no circle is left', () => {
  const cell = (key: string, sumOf: readonly string[]) => ({
    code: key,
    section: '1',
    label: { zh: key, en: key },
    printed: `{${key}}`,
    cells: [{ key, label: { zh: key, en: key }, unit: '人', kind: 'COMPUTED' as const, type: 'COUNT' as const, sumOf }],
  });
  const lines = [...warmthTable.lines, cell('C1', ['C2']), cell('C2', ['C1', '1A'])] as FormDefinition['lines'];
  expect(faultsOf({ ...warmthTable, lines })).toEqual(['C1 adds up C2, which is computed after it']);
});

test.each(['', ' ', '一\u0000', '一\n二'])('given the title %j, then the form is refused', (zh) => {
  const read = parseForm({ ...warmthTable, title: { zh, en: 'Table' } });
  expect(read.ok ? [] : read.problems.map(({ code }) => code)).toEqual(['FORM_FAULTY']);
});

test.each([
  ['a line', { lines: [{ ...warmthTable.lines[0]!, printed: '{1A}\u0000 {1A.migrant}' }] }],
  ['a heading', { sectionHeadings: { '1': '一\u0000' } }],
])('given a control character in %s, then the form is refused', (_where, change) => {
  const read = parseForm({ ...warmthTable, checks: [], ...change });
  expect(read.ok ? [] : read.problems.map(({ code }) => code)).toEqual(['FORM_FAULTY']);
});

test('given the warmth table as it is, then it is read', () => {
  expect(parseForm(JSON.parse(JSON.stringify(warmthTable))).ok).toBe(true);
});

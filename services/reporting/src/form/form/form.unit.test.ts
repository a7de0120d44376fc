import { describe, expect, test } from 'vitest';
import { faultsOf } from './form-faults.ts';
import { cellsOf, type FormDefinition } from './form.ts';
import { parseForm } from './parse-form.ts';
import { warmthTable } from '../../testing/warmth-table.ts';

const english = (form: FormDefinition) => faultsOf(form).map(({ en }) => en);

test('given the warmth table, then it has every printed line in order, L after H, and no faults', () => {
  expect(warmthTable.lines.map((line) => line.code).join(' ')).toBe(
    '1A 2A 3A 3B 3C 3D 3E 4A 4B 4C 5A 5B 5C 5D 5E 6A 6B 6C 7A 7B 7C 7D 7E 7F 7G 7H 7L 7J 8A 8B 8C 9 9A 9B 9C 9D ' +
      '10A 10B 10C 10D 10E 10F 10G 11A',
  );
  expect(faultsOf(warmthTable)).toEqual([]);
});

test('given the warmth table, then exactly the lines that facts can fill are derived', () => {
  const derived = cellsOf(warmthTable).flatMap((cell) => (cell.kind === 'DERIVED' ? [cell.key] : []));
  expect(derived.join(' ')).toBe(
    '2A 2A.migrant 3A 3A.migrant 3B 3C 3D 3E 4A.households 4C 4C.workers 4C.migrant 4C.model 5A 5B 5C 5D 5E 6A 6B 6C ' +
      '7C 7D 7E 7F 7G 7H 7L 7L.amount 8C 8C.amount 8C.migrant 8C.migrant-amount',
  );
});

test('given a form that prints a cell it does not have, then its faults say so', () => {
  const [line] = warmthTable.lines;
  const broken: FormDefinition = {
    ...warmthTable,
    lines: [{ ...line!, printed: '{1A} {2B}' }, line!],
    checks: [{ relation: 'PART_WITHIN_WHOLE', severity: 'ERROR', whole: '9Z', parts: ['1A'] }],
  };
  expect(english(broken)).toEqual(
    expect.arrayContaining([
      'the line 1A is given twice',
      'the cell 1A is given twice',
      'the cell 1A.migrant is given twice',
      'line 1A prints 1A、2B and holds 1A、1A.migrant',
      'there is no cell 9Z',
    ]),
  );
});

test('given computed cells that add up a later computed cell, then their faults say so, and no cycle is possible', () => {
  const cell = (key: string, sumOf: readonly string[]) => ({
    code: key,
    section: '1',
    label: { zh: key, en: key },
    printed: `{${key}}`,
    cells: [{ key, label: { zh: key, en: key }, unit: '人', kind: 'COMPUTED' as const, type: 'COUNT' as const, sumOf }],
  });
  const lines = [...warmthTable.lines, cell('C1', ['C2']), cell('C2', ['C1', '1A'])] as FormDefinition['lines'];
  expect(english({ ...warmthTable, lines })).toEqual(['C1 adds up C2, which is computed after it']);
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

test('given the warmth table, then it is read', () => {
  expect(parseForm(JSON.parse(JSON.stringify(warmthTable))).ok).toBe(true);
});

describe('given a faulty form, then each fault is reported in both languages', () => {
  const [line] = warmthTable.lines;
  const lineOf = (code: string, cells: readonly object[]) => ({
    ...line!,
    code,
    printed: cells.map((cell) => `{${(cell as { key: string }).key}}`).join(''),
    cells,
  });
  const cell = { label: { zh: '格', en: 'cell' }, unit: '', kind: 'ENTERED' };
  const number = (key: string, type = 'COUNT') => ({ ...cell, key, type });
  const choice = (code: string) => ({ code, label: { zh: code, en: code } });
  const sum = (key: string, sumOf: readonly string[]) => ({ ...number(key), kind: 'COMPUTED', sumOf });
  const small = { ...warmthTable, sectionHeadings: {}, checks: [] };
  const many = (count: number) => Array.from({ length: count }, (_, at) => number(`X${at}`));

  test.each([
    ['a cell that is a list', { lines: [] }, /^lines /, /^lines: /],
    ['an unknown field', { colour: 'red' }, /colour/, /colour/],
    ['too many cells in a line', { lines: [lineOf('1', many(21))] }, /^lines\.0\.cells /, /^lines\.0\.cells: /],
    [
      'too many cells',
      { lines: Array.from({ length: 25 }, (_, at) => lineOf(`${at}`, many(20))) },
      /^lines 全表最多 400 格$/,
      /^lines: at most 400 cells/,
    ],
    [
      'a line twice',
      { lines: [lineOf('1', [number('a')]), lineOf('1', [number('b')])] },
      /行号 1 重复/,
      /line 1 .*twice/,
    ],
    ['a heading without lines', { sectionHeadings: { '99': '九' } }, /栏目 99 没有行/, /section 99/],
    ['a key with a wrong sign', { lines: [lineOf('1', [number('甲')])] }, /应为行号/, /use a line’s code/],
    [
      'a choice twice',
      { lines: [lineOf('1', [{ ...number('a', 'CHOICE'), choices: [choice('A'), choice('A')] }])] },
      /a 的选项 A 重复/,
      /choice of a A is given twice/,
    ],
    [
      'a sum that adds a cell twice',
      { lines: [lineOf('1', [number('a'), sum('s', ['a', 'a'])])] },
      /s 的加项 a 重复/,
      /part of s a is given twice/,
    ],
    [
      'a sum of a count and money',
      { lines: [lineOf('1', [number('a', 'MONEY'), sum('s', ['a'])])] },
      /a 与 s 一个是人数户数、一个是金额/,
      /a is MONEY and s is COUNT/,
    ],
    [
      'a check between a count and money',
      {
        lines: [lineOf('1', [number('a', 'MONEY'), number('b')])],
        checks: [{ relation: 'PART_WITHIN_WHOLE', severity: 'ERROR', whole: 'b', parts: ['a'] }],
      },
      /a 与 b 一个是人数户数/,
      /a is MONEY and b is COUNT/,
    ],
  ])('%s', (_what, change, zh, en) => {
    const read = parseForm({ ...small, ...change });
    const told = read.ok ? [] : read.problems.map(({ message }) => message);
    expect(told.map((each) => each.zh.replace(/^表样有误，改正后重新载入：/, ''))).toContainEqual(
      expect.stringMatching(zh),
    );
    expect(told.map((each) => each.en.replace(/^Correct the form and load it again: /, ''))).toContainEqual(
      expect.stringMatching(en),
    );
  });
});

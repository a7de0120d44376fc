import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changesNothing, isBlock, spreadBlock } from './cell-draft.ts';
import { gridOf, type Figure, type Table } from './statutory-table.ts';

const figure = (key: string, more: Partial<Figure> = {}): Figure => ({
  key,
  label: key,
  labelEn: key,
  unit: '户',
  type: 'COUNT',
  choices: [],
  kind: 'ENTERED',
  value: '',
  derived: null,
  present: '',
  difference: null,
  state: 'EMPTY',
  own: null,
  accepted: null,
  reason: null,
  enteredBy: null,
  enteredAt: null,
  records: 0,
  rule: '',
  ruleEn: '',
  opensRecords: false,
  ...more,
});

const line = (code: string, cells: readonly Figure[]) => ({
  code,
  section: code.slice(0, -1),
  label: code,
  labelEn: code,
  printed: '',
  heading: null,
  cells: [...cells],
});

const rows = gridOf({
  lines: [
    line('9A', [figure('9A'), figure('9A.young')]),
    line('9B', [figure('9B', { kind: 'COMPUTED' }), figure('9B.young')]),
    line('9C', [figure('9C')]),
  ],
} as unknown as Table);

describe('a pasted block', () => {
  test('fills cells down and to the right; sums, blanks and values beyond the table are left out', () => {
    expect(spreadBlock(rows, '9A', '1\t2\t3\r\n4\t\r\n7\t8\r\n9\r\n')).toEqual([
      { key: '9A', text: '1' },
      { key: '9A.young', text: '2' },
      { key: '9C', text: '7' },
    ]);
    expect(spreadBlock(rows, '9A.young', '1\n2\n3')).toEqual([
      { key: '9A.young', text: '1' },
      { key: '9B.young', text: '2' },
    ]);
  });

  test('never puts two texts into one cell', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.integer({ min: 0 }).map(String))),
        fc.constantFrom('9A', '9C'),
        (lines, start) => {
          const keys = spreadBlock(rows, start, lines.map((each) => each.join('\t')).join('\n')).map(({ key }) => key);
          expect(new Set(keys).size).toBe(keys.length);
        },
      ),
    );
  });

  test('is distinguished from a single figure by its tabs and line ends', () => {
    expect([isBlock('52300\r\n'), isBlock('1\t2'), isBlock('1\n2\n')]).toEqual([false, true, true]);
  });
});

describe('a typed value that changes nothing', () => {
  const entered = figure('10A', { value: '52300', enteredBy: '赵敏' });
  test.each([
    [entered, '52,300', true],
    [entered, '52300 ', true],
    [entered, '5230', false],
    [entered, '', false],
    [figure('10A'), ' ', true],
    [figure('10A'), '0', false],
  ])('%#', (one, text, same) => {
    expect(changesNothing(one, { text, reason: '' }, '52,300')).toBe(same);
  });

  test('is compared with the own part only, given accepted subordinate tables', () => {
    const added = figure('1A', { value: '22300', own: '300', accepted: '22000', enteredBy: '谢芳' });
    expect(changesNothing(added, { text: '300', reason: '' }, '22,300')).toBe(true);
    expect(changesNothing(added, { text: '22,300', reason: '' }, '22,300')).toBe(false);
  });

  test('counts as a change when the reason of an adjustment differs', () => {
    const adjusted = figure('7D', { kind: 'DERIVED', value: '5', enteredBy: '赵敏', reason: '乡镇代发' });
    expect(changesNothing(adjusted, { text: '5', reason: '乡镇代发' }, '5')).toBe(true);
    expect(changesNothing(adjusted, { text: '5', reason: '又补一户' }, '5')).toBe(false);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatValue, parseValue } from '../../form/form/cell-value.ts';
import { cellsOf, findCell } from '../../form/form/form.ts';
import { warmthTable } from '../../testing/warmth-table.ts';
import { noFacts, type DerivedValue } from './compute-table.ts';
import { decideFigure } from './enter-figure.ts';
import { ruleInWords } from './rule-in-words.ts';
import { assembleFigures, type Entry, type FigureSources, type FrozenCell } from './figure.ts';

const codes = (text: string, type: 'COUNT' | 'MONEY') => {
  const read = parseValue({ type }, text);
  return read.ok ? read.value : read.problems.map(({ code, field }) => `${field}: ${code}`);
};

describe('a value typed into a cell', () => {
  test.each([
    ['325', 325n],
    [' １,２３４ ', 1234n],
    ['0', 0n],
    ['12.0', 12n],
    ['', null],
    ['-1', ['value: FIGURE_NEGATIVE']],
    ['0.001', ['value: FIGURE_NOT_WHOLE']],
    ['1000000000000000', ['value: FIGURE_TOO_LARGE']],
    ['1000000000', ['value: FIGURE_TOO_LARGE']],
    ['九', ['value: FIGURE_NOT_A_NUMBER']],
    ['1e3', ['value: FIGURE_NOT_A_NUMBER']],
  ])('as a count: %s', (text, expected) => {
    expect(codes(text, 'COUNT')).toEqual(expected);
  });

  test.each([
    ['9.75', 9_750_000n],
    ['0.000001', 1n],
    ['-1', ['value: FIGURE_NEGATIVE']],
    ['0.0000001', ['value: FIGURE_TOO_PRECISE']],
    ['1000000000000000', ['value: FIGURE_TOO_LARGE']],
  ])('as 万元: %s', (text, expected) => {
    expect(codes(text, 'MONEY')).toEqual(expected);
  });

  test('in 万元 is read back exactly, to the fen', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 9_999_999_999_999n }), (fen) => {
        expect(parseValue({ type: 'MONEY' }, formatValue({ type: 'MONEY' }, fen))).toEqual({ ok: true, value: fen });
      }),
    );
  });
});

describe('a cell’s rule of entry', () => {
  const cell = (key: string) => findCell(warmthTable, key)!;
  const codesOf = (key: string, value: string, reason?: string) => {
    const decided = decideFigure(cell(key), value, reason);
    return decided.ok ? decided.value : decided.problems.map((one) => [one.code, one.field]);
  };

  test('given a derived cell, then it is adjusted only with a reason', () => {
    expect(codesOf('3A', '326')).toEqual([['REASON_NEEDED', 'reason']]);
    expect(codesOf('3A', '326', '  ')).toEqual([['REASON_NEEDED', 'reason']]);
    expect(codesOf('3A', '326', '漏录一户')).toEqual({ value: 326n, reason: '漏录一户' });
    expect(codesOf('3A', '')).toEqual({ value: null, reason: null });
  });

  test('given a cell that adds up others, then nothing can be entered', () => {
    expect(codesOf('9', '5')).toEqual([['CELL_COMPUTED', 'cell']]);
  });

  test('given a cell for entry, then no reason is needed', () => {
    expect(codesOf('1A', '12000')).toEqual({ value: 12_000n, reason: null });
  });
});

describe('a table assembled', () => {
  const entry = (value: bigint | null, reason: string | null = null): Entry => ({
    value,
    reason,
    enteredByName: '赵敏',
    enteredAt: new Date('2027-01-10T02:00:00Z'),
  });
  const derivedWith = (values: Readonly<Record<string, bigint>>) =>
    new Map<string, DerivedValue>([
      ...noFacts(warmthTable),
      ...Object.entries(values).map(([key, value]): [string, DerivedValue] => [key, { value, records: Number(value) }]),
    ]);
  const sources = (change: Partial<FigureSources> = {}): FigureSources => ({
    derived: derivedWith({ '3A': 325n, '3B': 300n, '3C': 20n, '3D': 5n }),
    entries: new Map(),
    subordinates: new Map(),
    frozen: undefined,
    ...change,
  });
  const look = (given: FigureSources, key: string) => {
    const { figures } = assembleFigures(warmthTable, given);
    const { value, derived, state, submitted } = figures.find((figure) => figure.cell.key === key)!;
    return { value, derived, state, submitted };
  };

  test('given facts only, then derived cells are filled and entered ones empty', () => {
    expect(look(sources(), '3A')).toEqual({ value: 325n, derived: 325n, state: 'AUTO', submitted: null });
    expect(look(sources(), '1A')).toEqual({ value: null, derived: null, state: 'EMPTY', submitted: null });
    expect(look(sources(), '9')).toMatchObject({ value: null, state: 'EMPTY' });
  });

  test('given an adjustment, then both values are shown; after its removal only the derived one', () => {
    const adjusted = sources({ entries: new Map([['7D', entry(4n, '两户漏录')]]) });
    expect(look(adjusted, '7D')).toEqual({ value: 4n, derived: 0n, state: 'ADJUSTED', submitted: null });
    expect(look(sources({ entries: new Map([['7D', entry(null)]]) }), '7D')).toMatchObject({
      value: 0n,
      state: 'AUTO',
    });
  });

  test('given parts that do not add up, then all of them are marked, and the check gives both numbers', () => {
    const given = sources({ entries: new Map([['3B', entry(301n, '多一户')]]) });
    expect(look(given, '3A').state).toBe('MISMATCH');
    expect(look(given, '3D').state).toBe('MISMATCH');
    const failing = assembleFigures(warmthTable, given).checks.filter(
      (check) => !check.ok && check.severity === 'ERROR',
    );
    expect(failing.map((check) => [check.code, check.message.zh])).toEqual([
      ['3A = 3B + 3C + 3D', '3A 应等于 3B + 3C + 3D：现为 326 与 325，核对后改填'],
    ]);
  });

  test('given services entered, then their sum is computed, and a part above its whole is an error', () => {
    const entries = new Map([
      ['9A', entry(10n)],
      ['9C', entry(5n)],
      ['9A.new-generation', entry(11n)],
    ]);
    expect(look(sources({ entries }), '9')).toMatchObject({ value: 15n, state: 'AUTO' });
    expect(look(sources({ entries }), '9A').state).toBe('MISMATCH');
  });

  test('given any values, then checks and rules name cells by number and label, never by key', () => {
    const cells = cellsOf(warmthTable);
    const entries = new Map(cells.map((cell, at) => [cell.key, entry(BigInt(at % 7))]));
    const said = [
      ...assembleFigures(warmthTable, sources({ entries })).checks.map((check) => check.message),
      ...cells.map(ruleInWords),
    ];
    expect(said.filter(({ zh, en }) => /\d[A-Z]?\.[a-z]/.test(`${zh} ${en}`))).toEqual([]);
  });

  test('given accepted tables of subordinates, then an entered cell is their sum, plus the own part', () => {
    const subordinates = new Map([['1A', 90n]]);
    expect(look(sources({ subordinates }), '1A')).toMatchObject({ value: 90n, derived: 90n, state: 'AUTO' });
    const entries = new Map([['1A', entry(100n)]]);
    expect(look(sources({ subordinates, entries }), '1A')).toMatchObject({
      value: 190n,
      derived: 90n,
      state: 'ENTERED',
    });
  });

  test('given a submitted table, then it has the submitted values, and shows those that differ now', () => {
    const frozen = new Map<string, FrozenCell>([
      ['3A', { value: 324n, derived: 324n, state: 'AUTO', reason: null }],
      ['3B', { value: 300n, derived: 300n, state: 'AUTO', reason: null }],
    ]);
    expect(look(sources({ frozen }), '3A')).toEqual({
      value: 324n,
      derived: 325n,
      state: 'CHANGED',
      submitted: 324n,
    });
    expect(look(sources({ frozen }), '3B')).toMatchObject({ value: 300n, state: 'AUTO', submitted: 300n });
  });
});

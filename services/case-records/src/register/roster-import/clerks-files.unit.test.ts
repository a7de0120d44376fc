import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { formatYuan, localDate, valueOf } from '@nuangong/primitives';
import { findHeader, openWorkbook, readAsClerk, type Workbook } from '@nuangong/spreadsheet';
import { stagedCells } from './roster-cell.ts';
import {
  mappingOf,
  mappingProblems,
  openQuestions,
  proposedColumns,
  rememberedKeys,
  rosterHints,
  rosterVocabulary,
  withRememberedFields,
  type RosterColumn,
  type RosterField,
} from './roster-columns.ts';
import { readRosterRow, type RosterReading } from './roster-row.ts';

const today = localDate('2026-12-08');

interface ReadFile {
  readonly columns: readonly RosterColumn[];
  readonly rows: ReadonlyMap<number, RosterReading & { readonly hidden: boolean }>;
  readonly skipped: readonly string[];
}

type Remembered = ReadonlyMap<string, RosterField | null>;

/** Reads a clerk's file as an import does, with the columns that the clerk named. */
async function read(
  name: string,
  remembered: Remembered = new Map(),
  householdSize: number | null = null,
): Promise<ReadFile> {
  const workbook: Workbook = valueOf(
    await openWorkbook(fileURLToPath(new URL(`__fixtures__/clerks/${name}`, import.meta.url))),
  );
  const [sheet] = workbook.sheets;
  const header = await findHeader(sheet!.rows(), rosterVocabulary, rosterHints);
  if (header === undefined) throw new Error('no headings');
  const columns = withRememberedFields(proposedColumns(header), remembered);
  const mapping = mappingOf(columns);
  const rows = new Map<number, RosterReading & { readonly hidden: boolean }>();
  const skipped: string[] = [];
  const person = { name: header.mapping.NAME, identity: header.mapping.IDENTITY };
  const width = header.columns.at(-1)?.column ?? 0;
  for await (const each of readAsClerk(sheet!.rows(), header, { person, merged: await sheet!.mergedRanges() })) {
    if (each.kind === 'skipped') skipped.push(`${each.row} ${each.why}`);
    else {
      const cells = stagedCells(each.row, each.filled, width);
      const reading = readRosterRow(cells, mapping, today, { row: each.row.number, width, householdSize });
      rows.set(each.row.number, { ...reading, hidden: each.row.hidden === true });
    }
  }
  await workbook.close();
  return { columns, rows, skipped };
}

/** The result of each row: its income in yuan, or the codes against it. */
const outcomes = ({ rows }: ReadFile): string[] =>
  [...rows].map(
    ([row, { name, facts, reasons }]) =>
      `${row} ${name} ${reasons.length === 0 ? formatYuan(facts!.perCapitaIncome) : reasons.map((each) => each.code).join(' ')}`,
  );

const asked = ({ columns }: ReadFile, size: number | null = null): string[] =>
  [...mappingProblems(columns), ...openQuestions(columns, size)].map(({ code, field }) => `${code} ${field}`);

describe('a clerk’s file', () => {
  test('with yearly income and collectors: neither is guessed; when mapped, a twelfth counts as a month', async () => {
    const first = await read('annual-income-and-collector.csv');
    expect(asked(first)).toEqual(['COLUMN_MISSING NAME', 'COLUMN_MISSING INCOME']);
    expect(first.columns.map(({ field }) => field)).toEqual([
      null,
      null,
      'IDENTITY',
      null,
      'HOUSEHOLD_SIZE',
      null,
      'CAUSES',
    ]);
    const named = new Map<string, RosterField>([
      ['困难职工', 'NAME'],
      ['家庭年人均收入（元）', 'INCOME_YEARLY'],
    ]);
    const second = await read('annual-income-and-collector.csv', named);
    expect(asked(second)).toEqual([]);
    expect(outcomes(second)).toEqual(['2 真户主甲 450.00', '3 真户主乙 300.00']);
    expect(second.rows.get(2)?.readings).toContain('年人均收入 5400.00 元除以 12，月人均收入 450.00 元');
  });

  test('with incomes as Excel stores them: 15 digits, a formula to the fen, each reported', async () => {
    const file = await read('income-as-excel-stores-it.xlsx');
    expect(outcomes(file)).toEqual([
      '2 浮点一 457.57',
      '3 浮点二 333.33',
      '4 浮点三 488.80',
      '5 货币格式 456.50',
      '6 文字分组 1234.50',
      '7 文字人民币 456.50',
      '8 百分比 300.00',
      '9 整数 300.00',
    ]);
    expect([2, 3, 4].map((row) => file.rows.get(row)?.readings)).toEqual([
      ['月人均收入“457.56999999999999”读作 457.57 元'],
      ['月人均收入“333.33333333333331”读作 333.33 元'],
      ['月人均收入“488.80000000000001”读作 488.8 元'],
    ]);
  });

  test('with a unit merged downwards: the value applies to all its rows', async () => {
    const { rows } = await read('unit-merged-down.xlsx');
    expect([...rows.values()].map(({ facts }) => facts?.unitName)).toEqual(['县农机厂', '县农机厂', '县农机厂']);
    expect(rows.get(3)?.readings).toEqual(['工作单位取自合并单元格 E2']);
  });

  test('with rows hidden by a filter: they are recognised', async () => {
    const { rows } = await read('rows-hidden-by-filter.xlsx');
    expect([...rows].filter(([, { hidden }]) => hidden).map(([row]) => row)).toEqual([3, 5]);
  });

  test('with error values and an empty lookup: the row is refused with cell and error', async () => {
    const { rows } = await read('error-values-of-formulas.xlsx');
    expect([...rows.values()].map(({ reasons }) => reasons.map(({ message }) => message.zh))).toEqual([
      ['B2 的公式出错，显示 #N/A；照原件填写'],
      ['B3 的公式得 0，查到的多半是空单元格；照原件直接填写，确为 0 的也直接填 0'],
      ['E4 的公式出错，显示 #REF!；照原件填写'],
      ['G5 的公式出错，显示 #DIV/0!；照原件填写'],
      ['H6 的公式出错，显示 #N/A；照原件填写'],
    ]);
  });

  test('with formulas never calculated: the reason says so and how to fix it', async () => {
    const { rows } = await read('formulas-never-calculated.xlsx');
    expect([...rows.values()].map(({ reasons }) => reasons.map(({ message }) => message.zh))).toEqual([
      ['G2 的公式没有计算结果；用 WPS 或 Excel 打开此文件，保存后重新上传'],
      ['D3 的公式没有计算结果；用 WPS 或 Excel 打开此文件，保存后重新上传'],
    ]);
  });

  test('with a character that cannot be stored: it is removed and reported', async () => {
    const { rows } = await read('null-character-in-unit.xlsx');
    expect([...rows.values()].map(({ facts }) => facts?.unitName)).toEqual(['县农机厂', '农机厂']);
    expect(rows.get(3)?.readings).toEqual(['E3 去掉看不见的控制字符后读取']);
  });

  test('without a column for the size of households: asked before the start, instead of refusing every row', async () => {
    expect(asked(await read('no-column-for-household-size.csv'))).toEqual(['COLUMN_MISSING HOUSEHOLD_SIZE']);
    const file = await read('no-column-for-household-size.csv', new Map(), 2);
    expect(asked(file, 2)).toEqual([]);
    expect(outcomes(file)).toEqual(['2 无人口甲 300.00', '3 无人口乙 300.00']);
    expect(file.rows.get(2)?.facts?.declaredSize).toBe(2);
  });

  test('with subtotals, groups and notes: skipped and listed; a row with only a name is a row', async () => {
    const file = await read('subtotals-and-name-alone.csv');
    expect(file.skipped).toEqual(['3 SECTION', '5 TOTAL', '6 SECTION', '10 TOTAL', '11 NOTE', '12 SIGNATURE']);
    expect(outcomes(file).map((each) => each.split(' ').slice(0, 3).join(' '))).toEqual([
      '4 合计前 300.00',
      '7 合计后 300.00',
      '8 只有姓名 LENGTH',
      '9 只有姓名二 LENGTH',
    ]);
  });

  test('with more cells than headings: rejected, with any content of the extra cells', async () => {
    const file = await read('longer-rows-than-headings.csv');
    expect(outcomes(file)).toEqual([
      '2 何一 MORE_CELLS_THAN_HEADINGS',
      '3 何二 1250.50',
      '4 何三 MORE_CELLS_THAN_HEADINGS',
      '5 何四 MORE_CELLS_THAN_HEADINGS',
    ]);
  });

  test('with two telephones: the mapping is remembered by heading, position and count', async () => {
    const first = await read('two-columns-headed-phone.csv');
    expect(asked(first)).toEqual(['COLUMN_TWICE PHONE']);
    const keys = rememberedKeys(first.columns);
    const phones = first.columns.flatMap(({ heading }, at) => (heading === '联系电话' ? [keys[at] ?? ''] : []));
    expect(phones).toEqual(['联系电话 1/2', '联系电话 2/2']);
    const second = await read(
      'two-columns-headed-phone.csv',
      new Map([
        [phones[0] ?? '', 'PHONE'],
        [phones[1] ?? '', null],
      ]),
    );
    expect(asked(second)).toEqual([]);
    expect([...second.rows.values()].map(({ phone }) => phone)).toEqual(['13800000111', '13800001111']);
  });

  test('with two incomes: both are asked about; the answer does not affect ordinary files', async () => {
    const two = await read('two-income-columns.csv');
    expect(asked(two)).toEqual(['COLUMN_MISSING INCOME', 'COLUMN_TWICE INCOME']);
    const answered: Remembered = new Map([
      ['家庭月人均收入 1/2', null],
      ['家庭月人均收入 2/2', 'INCOME'],
    ]);
    expect(outcomes(await read('two-income-columns.csv', answered))).toEqual(['2 钱二 900.00']);
    const plain = await read('plain-after-two-income-columns.csv', answered);
    expect(asked(plain)).toEqual([]);
    expect(outcomes(plain)).toEqual(['2 吕一 300.00']);
  });
});

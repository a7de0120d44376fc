import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textOf } from './cell.ts';
import type { Row } from './cell.ts';
import { markRows } from './mark-rows.ts';
import { openWorkbook } from './open-workbook.ts';
import { MARK_COLOUR } from './xlsx/mark-styles.ts';

const FIXTURES = join(import.meta.dirname, '__fixtures__');
const ROSTER = join(FIXTURES, 'roster-county-winter.xlsx');
const TRICKY = join(FIXTURES, 'sheets/files');
const title = '未通过原因';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'spreadsheet-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function rowsOf(path: string): Promise<Row[]> {
  const opened = await openWorkbook(path);
  if (!opened.ok) throw new Error(opened.problems[0]?.code);
  const rows: Row[] = [];
  for await (const row of opened.value.sheets[0]!.rows()) rows.push(row);
  await opened.value.close();
  return rows;
}

const colourOf = (cell: ExcelJS.Cell): string | undefined =>
  cell.fill?.type === 'pattern' && cell.fill.pattern === 'solid' ? cell.fill.fgColor?.argb : undefined;

describe('a roster returned with its rejected rows marked', () => {
  const marks = new Map([
    [207, ['身份证号末位应为 8，核对原件后重录']],
    [222, ['身份证号被存成数字，末位已丢失，按原件重录', '性别与身份证号不符']],
  ]);

  it('keeps every cell, merge and number, and adds colour and reasons', async () => {
    const target = join(folder, 'marked.xlsx');
    expect(await markRows(ROSTER, target, marks, { columnTitle: title, headerRow: 3 })).toEqual({
      ok: true,
      value: { column: 15 },
    });
    const before = await rowsOf(ROSTER);
    const after = await rowsOf(target);
    expect(after.map(({ cells }) => cells.slice(0, 14))).toEqual(
      before.map(({ number, cells }) =>
        number === 3 || marks.has(number)
          ? [...cells, ...Array.from({ length: 14 - cells.length }, () => ({ kind: 'blank' }))]
          : cells,
      ),
    );
    const reasons = after.flatMap(({ number, cells }) => (cells[14] ? [[number, textOf(cells[14])]] : []));
    expect(reasons).toEqual([
      [3, title],
      [207, '身份证号末位应为 8，核对原件后重录'],
      [222, '身份证号被存成数字，末位已丢失，按原件重录；性别与身份证号不符'],
    ]);
  });

  it('opens in another program with the merges, the colour and the width', async () => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(join(folder, 'marked.xlsx'));
    const sheet = book.worksheets[0]!;
    expect(sheet.getCell('D1').master.address).toBe('A1');
    expect(sheet.getCell('A1').font.size).toBe(18);
    expect(colourOf(sheet.getCell('B207'))).toBe(MARK_COLOUR);
    expect(colourOf(sheet.getCell('O222'))).toBe(MARK_COLOUR);
    expect(colourOf(sheet.getCell('B206'))).toBeUndefined();
    expect(sheet.getColumn(15).width).toBe(48);
  });

  it('reuses its own column when it is marked a second time', async () => {
    const again = join(folder, 'again.xlsx');
    const result = await markRows(join(folder, 'marked.xlsx'), again, new Map([[207, ['仍未改']]]), {
      columnTitle: title,
      headerRow: 3,
    });
    expect(result).toEqual({ ok: true, value: { column: 15 } });
    const rows = await rowsOf(again);
    const reasons = rows.flatMap(({ number, cells }) => (cells[14] ? [[number, textOf(cells[14])]] : []));
    expect(reasons).toEqual([
      [3, title],
      [207, '仍未改'],
    ]);
  });
});

describe('workbooks of other programs returned with marks', () => {
  it.each([
    ['exceljs-dateIssue.xlsx', 2],
    ['frictionless-multiline-headers.xlsx', 6],
    ['phpss-utf16be.bom.xlsx', 1],
    ['phpss-ChartSheet.xlsx', 3],
    ['poi-InlineStrings.xlsx', 4],
    ['poi-SimpleStrict.xlsx', 2],
    ['sheetjs-text_and_numbers.xlsx', 4],
  ])('%s keeps its values', async (name, row) => {
    const source = join(TRICKY, name);
    const target = join(folder, name);
    const marks = new Map([[row, ['原因 <一> & "二"']]]);
    const result = await markRows(source, target, marks, { columnTitle: title, headerRow: 1 });
    if (!result.ok) throw new Error(result.problems[0]?.code);
    const before = await rowsOf(source);
    const after = await rowsOf(target);
    const column = result.value.column - 1;
    expect(
      after.map(({ number, cells }) => [number, cells.slice(0, column).map(textOf).join('|').replace(/\|+$/, '')]),
    ).toEqual(before.map(({ number, cells }) => [number, cells.map(textOf).join('|').replace(/\|+$/, '')]));
    expect(textOf(after.find(({ number }) => number === row)?.cells[column])).toBe('原因 <一> & "二"');
  });

  it('splits a column definition that covers the column of reasons', async () => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(join(folder, 'exceljs-dateIssue.xlsx'));
    const sheet = book.worksheets[0]!;
    expect([1, 2, 3].map((column) => Math.round(sheet.getColumn(column).width ?? 0))).toEqual([12, 48, 12]);
    expect(sheet.getCell('A2').value).toEqual(new Date('2020-11-20T00:00:00Z'));
  });

  it('a refused workbook leaves no target behind', async () => {
    const target = join(folder, 'none.xlsx');
    const source = join(TRICKY, 'poi-protected_passtika.xlsx');
    const result = await markRows(source, target, new Map(), { columnTitle: title });
    expect(result.ok ? [] : result.problems.map(({ code }) => code)).toEqual(['PASSWORD_PROTECTED']);
    await expect(stat(target)).rejects.toThrow('ENOENT');
  });
});

describe('a text file returned with marks', () => {
  const marks = new Map([[4, ['身份证号少一位，按原件补全']]]);
  let source = '';

  beforeAll(async () => {
    source = join(folder, 'roster.csv');
    await writeFile(
      source,
      '姓名,身份证号码,备注\r\n周艳明,522729198301259528,"=1+1"\r\n\r\n谭红敏,52272719850304565,\r\n',
    );
  });

  it('as text keeps blank rows and long numbers, and escapes formulas', async () => {
    const target = join(folder, 'marked.csv');
    expect((await markRows(source, target, marks, { columnTitle: title })).ok).toBe(true);
    expect(await readFile(target, 'utf8')).toBe(
      `\uFEFF姓名,身份证号码,备注,${title}\r\n周艳明,"=""522729198301259528""",'=1+1,\r\n\r\n` +
        '谭红敏,"=""52272719850304565""",,身份证号少一位，按原件补全\r\n',
    );
    expect((await rowsOf(target))[1]?.cells.map(textOf)).toEqual(['周艳明', '522729198301259528', '=1+1']);
  });

  it('as a workbook keeps every cell as text and colours the row', async () => {
    const target = join(folder, 'marked-from-text.xlsx');
    expect((await markRows(source, target, marks, { columnTitle: title })).ok).toBe(true);
    const rows = await rowsOf(target);
    expect(rows.map(({ number }) => number)).toEqual([1, 2, 4]);
    expect(rows[1]?.cells[1]).toEqual({ kind: 'text', text: '522729198301259528' });
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(target);
    expect(colourOf(book.worksheets[0]!.getCell('A4'))).toBe(MARK_COLOUR);
    expect(colourOf(book.worksheets[0]!.getCell('A2'))).toBeUndefined();
  });
});

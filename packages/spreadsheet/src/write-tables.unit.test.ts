import { mkdtemp, readFile, readdir, readlink, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textOf } from './cell.ts';
import type { Cell } from './cell.ts';
import { writeMarkedTable, writeOfficialList, writeOfficialSheet, writeTable } from './exceljs-writer.ts';
import { guardFormula, withoutGuard } from './formula-guard.ts';
import { markRows, type Marks } from './mark-rows.ts';
import { openWorkbook } from './open-workbook.ts';
import { yuanOfFen } from './table.ts';
import type { Table } from './table.ts';
import { generateRosterWorkbook, inventedIdentityNumber } from './testing/generate-roster-workbook.ts';
import { writeCsvTable } from './write-csv-table.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'spreadsheet-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function cellsOf(path: string): Promise<(readonly Cell[])[]> {
  const opened = await openWorkbook(path);
  if (!opened.ok) throw new Error(opened.problems[0]?.code);
  const rows: (readonly Cell[])[] = [];
  for await (const { cells } of opened.value.sheets[0]!.rows()) rows.push(cells);
  await opened.value.close();
  return rows;
}

async function markText(csv: string, path: string, text: string, marks: Marks): Promise<void> {
  await writeFile(csv, `姓名,单位\n"${text.replaceAll('"', '""')}",x\n`);
  const marked = await markRows(csv, path, marks, { columnTitle: '=原因' });
  if (!marked.ok) throw new Error(marked.problems[0]?.code);
}

/** The paths that this process holds open below the folder of these tests. */
async function openPaths(): Promise<string[]> {
  const open = await readdir('/proc/self/fd');
  const paths = await Promise.all(open.map((each) => readlink(`/proc/self/fd/${each}`).catch(() => '')));
  return paths.filter((path) => path.startsWith(folder));
}

/** The fields of a text file as a spreadsheet program would split them. */
async function fieldsOf(path: string): Promise<string[]> {
  return (parseCsv(await readFile(path), { bom: true, relax_column_count: true }) as string[][]).flat();
}

/** The texts of a workbook's cells; a computed cell is its formula. */
async function textsOf(path: string): Promise<string[]> {
  const shown = (cell: Cell): string => (cell.kind === 'formula' ? `=${cell.formula}` : textOf(cell));
  return (await cellsOf(path)).flatMap((cells) => cells.map(shown));
}

const payments = (): Table => ({
  sheetName: '发放清单',
  columns: [
    { heading: '姓名', format: 'text' },
    { heading: '银行账号', format: 'text', width: 24 },
    { heading: '金额', format: 'yuan' },
    { heading: '日期', format: 'date' },
    { heading: '人数', format: 'integer' },
  ],
  rows: [
    ['周艳明', '6274408500258298525', 30_000n, '2026-12-08', 5],
    ['=HYPERLINK("x")', '0012', 1n, null, 0],
  ],
});

describe('exports', () => {
  it('leave no file open when their rows fail', async () => {
    async function* failing<Row>(row: Row): AsyncGenerator<Row, void> {
      yield await Promise.resolve(row);
      throw new Error('the rows failed');
    }
    const columns = [{ heading: '姓名', format: 'text' as const }];
    const list = { sheetName: 's', title: '清单', orientation: 'portrait', headLine: ['', ''], footLine: [] } as const;
    for (const write of [
      (path: string) => writeTable(path, { sheetName: 's', columns, rows: failing(['周艳明']) }),
      (path: string) => writeMarkedTable(path, failing({ texts: ['周艳明'], marked: true }), 2),
      (path: string) => writeOfficialList(path, { ...list, columns, rows: failing(['周艳明']) }),
      (path: string) => writeCsvTable(path, { sheetName: 's', columns, rows: failing(['周艳明']) }, 'plain'),
    ]) {
      await expect(write(join(folder, 'failed'))).rejects.toThrow('the rows failed');
    }
    expect(await openPaths()).toEqual([]);
  });

  it('report that they cannot be written', async () => {
    await expect(writeTable(join(folder, 'nowhere', 'x.xlsx'), payments())).rejects.toThrow('ENOENT');
  });

  it('as .xlsx keep account numbers as text, fen as yuan, days as dates, and compute nothing', async () => {
    const path = join(folder, 'payments.xlsx');
    await writeTable(path, payments());
    const [headings, first, second] = await cellsOf(path);
    expect(headings?.map(textOf)).toEqual(['姓名', '银行账号', '金额', '日期', '人数']);
    expect(first).toEqual([
      { kind: 'text', text: '周艳明' },
      { kind: 'text', text: '6274408500258298525' },
      { kind: 'number', value: 300, raw: '300' },
      { kind: 'date', date: '2026-12-08', time: '00:00:00', raw: '46364' },
      { kind: 'number', value: 5, raw: '5' },
    ]);
    expect(second?.slice(0, 3)).toEqual([
      { kind: 'text', text: `'=HYPERLINK("x")` },
      { kind: 'text', text: '0012' },
      { kind: 'number', value: 0.01, raw: '0.01' },
    ]);
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(path);
    const sheet = book.worksheets[0]!;
    expect([sheet.getCell('B2').numFmt, sheet.getCell('C2').numFmt]).toEqual(['@', '#,##0.00']);
    expect(sheet.getColumn(2).width).toBe(24);
  });

  it('as text have a byte order mark, yuan with two decimals and no formulas', async () => {
    const path = join(folder, 'payments.csv');
    await writeCsvTable(path, payments(), 'plain');
    expect(await readFile(path, 'utf8')).toBe(
      '\uFEFF姓名,银行账号,金额,日期,人数\r\n周艳明,6274408500258298525,300.00,2026-12-08,5\r\n' +
        `"'=HYPERLINK(""x"")",0012,0.01,,0\r\n`,
    );
    await writeCsvTable(path, payments(), 'kept-from-rounding');
    expect((await cellsOf(path))[1]?.[1]).toEqual({ kind: 'text', text: '6274408500258298525' });
  });

  it('as text keep any given text', async () => {
    const path = join(folder, 'any.csv');
    const anyText = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => !/[\p{Cc}\p{Co}\uFFFD]/u.test(text));
    await fc.assert(
      fc.asyncProperty(fc.array(anyText, { minLength: 1, maxLength: 5 }), async (texts) => {
        const columns = [{ heading: '文字', format: 'text' as const }];
        await writeCsvTable(path, { sheetName: 's', columns, rows: texts.map((text) => [`文${text}`]) }, 'plain');
        const read = (await cellsOf(path)).slice(1).map((cells) => textOf(cells[0]));
        expect(read).toEqual(texts.map((text) => `文${text}`));
      }),
      { numRuns: 30 },
    );
  });

  it.each(['=1+1', '+A1', '-2+3', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1+1', '＠SUM(A1)'])('escape %j', (text) => {
    expect(guardFormula(text)).toBe(`'${text}`);
    expect(withoutGuard(guardFormula(text))).toBe(text);
  });

  it.each(['-', '－', '-12.50', '+3', '周艳明', '185-8659-4364', ''])('leave %j as it is', (text) => {
    expect(guardFormula(text)).toBe(text);
  });

  it('never compute a formula, with any writer and any content', async () => {
    const columns = (['text', 'integer', 'yuan', 'date'] as const).map((format) => ({ heading: `=${format}`, format }));
    const table = (text: string): Table => ({ sheetName: 's', columns, rows: [columns.map(() => text)] });
    const marks = new Map([[2, ['=1+1']]]);
    const csv = join(folder, 'source.csv');
    const writers: Readonly<Record<string, (path: string, text: string) => Promise<unknown>>> = {
      'table.xlsx': (path, text) => writeTable(path, table(text)),
      'plain.csv': (path, text) => writeCsvTable(path, table(text), 'plain'),
      'kept.csv': (path, text) => writeCsvTable(path, table(text), 'kept-from-rounding'),
      'official.xlsx': (path, text) =>
        writeOfficialSheet(path, {
          name: 's',
          columnWidths: [9],
          orientation: 'portrait',
          rows: [{ cells: [{ column: 1, value: text }] }],
        }),
      'marked.csv': (path, text) => markText(csv, path, text, marks),
      'marked.xlsx': (path, text) => markText(csv, path, text, marks),
    };
    const start = fc.constantFrom('=', '+', '-', '@', '\t', '＝', '－');
    const texts = fc.tuple(start, fc.stringMatching(/^[A-Z(][A-Z0-9()"!,']{0,12}$/)).map((parts) => parts.join(''));
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        for (const [name, write] of Object.entries(writers)) {
          await write(join(folder, name), text);
          const raw = name.endsWith('.csv') ? await fieldsOf(join(folder, name)) : await textsOf(join(folder, name));
          expect([name, raw.filter((field) => /^[=+\-@\t＝＋－＠]/.test(field))]).toEqual([name, []]);
          expect(raw.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 12 },
    );
  });

  it('show fen as yuan', () => {
    expect([30_000n, 5n, -105n, 0n].map(yuanOfFen)).toEqual(['300.00', '0.05', '-1.05', '0.00']);
  });
});

describe('official sheets', () => {
  it('have spans, borders, widths and an A4 page', async () => {
    const path = join(folder, 'official.xlsx');
    await writeOfficialSheet(path, {
      name: '表1',
      columnWidths: [20, 12, 12],
      orientation: 'landscape',
      repeatedRows: [1, 2],
      rows: [
        {
          height: 30,
          cells: [{ column: 1, value: '统计表', columnSpan: 3, bold: true, fontSize: 18, align: 'center' }],
        },
        {
          cells: [
            { column: 1, value: '项目', rowSpan: 2, border: true },
            { column: 2, value: '数量', columnSpan: 2, border: true },
          ],
        },
        {
          cells: [
            { column: 2, value: 325, border: true },
            { column: 3, value: { fen: 9_750_000n }, border: true },
          ],
        },
      ],
    });
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(path);
    const sheet = book.worksheets[0]!;
    expect(sheet.getCell('C1').master.address).toBe('A1');
    expect(sheet.getCell('A3').master.address).toBe('A2');
    expect(sheet.getCell('C2').border.right?.style).toBe('thin');
    expect(sheet.getCell('C3').value).toBe(97_500);
    expect(sheet.getCell('C3').numFmt).toBe('#,##0.00');
    expect(sheet.getColumn(1).width).toBe(20);
    const page = { paperSize: 9, orientation: 'landscape', fitToWidth: 1, printTitlesRow: '1:2' };
    expect(sheet.pageSetup).toMatchObject(page);
  });
});

describe('a generated roster', () => {
  it('has the rows asked for, with valid and different identity numbers', async () => {
    const path = join(folder, 'roster.xlsx');
    await generateRosterWorkbook(path, 1_200);
    const rows = await cellsOf(path);
    const numbers = rows.slice(1).map((cells) => textOf(cells[3]));
    expect(numbers).toHaveLength(1_200);
    expect(new Set(numbers).size).toBe(1_200);
    expect(inventedIdentityNumber(1)).toBe('52270119620101101X');
    expect(inventedIdentityNumber(100_000)).toBe('52270119630824100X');
  });
});

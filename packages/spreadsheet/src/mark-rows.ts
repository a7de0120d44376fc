import { rm } from 'node:fs/promises';
import { ok, refuse } from '@nuangong/primitives';
import type { Result } from '@nuangong/primitives';
import { isBlank, textOf } from './cell.ts';
import type { MergedRange, Row } from './cell.ts';
import { keptDigits, csvField, writeCsvLines } from './csv/write-csv.ts';
import { writeMarkedTable } from './exceljs-writer.ts';
import { DEFAULT_LIMITS } from './limits.ts';
import type { Limits } from './limits.ts';
import { openWorkbook } from './open-workbook.ts';
import { damaged, SpreadsheetRefused } from './refusals.ts';
import type { Sheet, Workbook } from './workbook.ts';
import { markXlsx } from './xlsx/mark-xlsx.ts';

/** The reasons by row number. */
export type Marks = ReadonlyMap<number, readonly string[]>;

/** How a workbook is marked. */
export type MarkingOptions = {
  /** The heading of the column of reasons; an existing column with this heading from an earlier marking is reused. */
  readonly columnTitle: string;
  /** The row of the headings; by default the first row with two filled cells. */
  readonly headerRow?: number;
  /** The sheet to mark; by default the first visible one. */
  readonly sheetName?: string;
  readonly limits?: Partial<Limits>;
};

type Extent = { readonly headerRow: number; readonly column: number };

/** Wider merged ranges are ruled lines of a form, not of the table. */
const WIDEST_MERGE = 200;

function findExtent(header: Row | undefined, widest: number, merged: readonly MergedRange[], title: string): Extent {
  const headerRow = header?.number ?? 1;
  const known = header?.cells.findIndex((cell) => textOf(cell).trim() === title.trim()) ?? -1;
  if (known >= 0) return { headerRow, column: known + 1 };
  const reach = merged
    .filter(({ lastRow, lastColumn }) => lastRow >= headerRow && lastColumn <= WIDEST_MERGE)
    .map(({ lastColumn }) => lastColumn);
  return { headerRow, column: Math.max(widest, ...reach) + 1 };
}

async function measure(sheet: Sheet, options: MarkingOptions): Promise<Extent> {
  let header: Row | undefined;
  let widest = 0;
  for await (const row of sheet.rows()) {
    const last = row.cells.findLastIndex((cell) => !isBlank(cell)) + 1;
    widest = Math.max(widest, last);
    const isHeader =
      options.headerRow === undefined
        ? row.cells.filter((cell) => !isBlank(cell)).length >= 2
        : row.number === options.headerRow;
    if (header === undefined && isHeader) header = row;
  }
  return findExtent(header, widest, await sheet.mergedRanges(), options.columnTitle);
}

/** The rows of a text file with their reasons in the given column; blank rows stay unchanged. */
async function* markedRows(
  sheet: Sheet,
  extent: Extent,
  marks: Marks,
  columnTitle: string,
): AsyncGenerator<{ readonly texts: readonly string[]; readonly marked: boolean }, void> {
  let last = 0;
  for await (const row of sheet.rows()) {
    for (let gap = last + 1; gap < row.number; gap++) yield { texts: [], marked: false };
    last = row.number;
    const texts = row.cells.map(textOf);
    while (texts.length < extent.column) texts.push('');
    const reasons = marks.get(row.number);
    texts[extent.column - 1] = reasons?.join('；') ?? (row.number === extent.headerRow ? columnTitle : '');
    yield { texts, marked: reasons !== undefined };
  }
}

async function* csvLines(rows: ReturnType<typeof markedRows>, reasonColumn: number): AsyncGenerator<string, void> {
  for await (const { texts } of rows) {
    yield texts.map((text, at) => (at + 1 === reasonColumn ? csvField(text) : keptDigits(text))).join(',');
  }
}

/**
 * A sheet to mark, with the row of its headings and its marks: by its name, or if no sheet has it by its number (from
 * 1) among the visible ones; by default the first.
 */
export type SheetToMark = Pick<MarkingOptions, 'headerRow' | 'sheetName'> & {
  readonly sheetNumber?: number;
  readonly marks: Marks;
};

/**
 * Writes the spreadsheet again with the given rows coloured and their reasons in a last column. In an .xlsx all other
 * cells, styles, merges and parts stay unchanged, except macros, which are removed. A text file becomes an .xlsx if
 * `targetPath` ends so (all cells as text), else text in UTF-8 with byte order mark in which long numbers keep their
 * digits. Refused if the source cannot be read; then no target is left.
 */
export async function markRows(
  sourcePath: string,
  targetPath: string,
  marks: Marks,
  options: MarkingOptions,
): Promise<Result<{ readonly column: number }>> {
  const { headerRow, sheetName } = options;
  const sheet = { marks, ...(headerRow !== undefined && { headerRow }), ...(sheetName !== undefined && { sheetName }) };
  const marked = await markSheets(sourcePath, targetPath, [sheet], options);
  return marked.ok ? ok({ column: marked.value.columns[0] ?? 1 }) : marked;
}

/** Like `markRows`, for several sheets; returns the column of reasons of each. */
export async function markSheets(
  sourcePath: string,
  targetPath: string,
  sheets: readonly SheetToMark[],
  options: Pick<MarkingOptions, 'columnTitle' | 'limits'>,
): Promise<Result<{ readonly columns: readonly number[] }>> {
  const opened = await openWorkbook(sourcePath, options.limits);
  if (!opened.ok) return opened;
  const workbook = opened.value;
  try {
    const planned = await Promise.all(sheets.map((each) => planOf(workbook, each, options.columnTitle)));
    if (workbook.format === 'xlsx') {
      const plans = new Map(planned.map(({ sheet, ...plan }) => [sheet.name, plan]));
      await markXlsx(sourcePath, targetPath, plans, { ...DEFAULT_LIMITS, ...options.limits });
    } else for (const plan of planned) await markText(targetPath, plan);
    return ok({ columns: planned.map(({ column }) => column) });
  } catch (fault) {
    await rm(targetPath, { force: true });
    if (fault instanceof SpreadsheetRefused) return refuse(fault.problem);
    throw fault;
  } finally {
    await workbook.close();
  }
}

type Plan = Extent & { readonly sheet: Sheet; readonly marks: Marks; readonly columnTitle: string };

async function planOf(workbook: Workbook, { marks, ...place }: SheetToMark, columnTitle: string): Promise<Plan> {
  const { sheets } = workbook;
  const { sheetName, sheetNumber } = place;
  const byNumber = sheetNumber === undefined && sheetName !== undefined ? undefined : sheets[(sheetNumber ?? 1) - 1];
  const sheet = sheets.find(({ name }) => name === sheetName) ?? byNumber;
  if (sheet === undefined) throw new SpreadsheetRefused(damaged(place.sheetName ?? ''));
  return { sheet, marks, columnTitle, ...(await measure(sheet, { columnTitle, ...place })) };
}

async function markText(targetPath: string, { sheet, marks, columnTitle, ...extent }: Plan): Promise<void> {
  const rows = markedRows(sheet, extent, marks, columnTitle);
  if (targetPath.toLowerCase().endsWith('.xlsx')) await writeMarkedTable(targetPath, rows, extent.column);
  else await writeCsvLines(targetPath, csvLines(rows, extent.column));
}

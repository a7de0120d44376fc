import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import ExcelJS from 'exceljs';
import { guardFormula } from './formula-guard.ts';
import { spread, type OfficialList } from './official-list.ts';
import type { OfficialCell, OfficialRow, OfficialSheet } from './official-sheet.ts';
import type { ColumnFormat, Table, TableColumn, TableValue } from './table.ts';
import { yuanOfFen } from './table.ts';
import { MARK_COLOUR } from './xlsx/mark-styles.ts';
import { nameForSheet } from './sheet-name.ts';

const FONT = '宋体';
const NUMBER_FORMATS: Readonly<Record<ColumnFormat, string>> = {
  text: '@',
  integer: '0',
  yuan: '#,##0.00',
  date: 'yyyy-mm-dd',
};
const THIN: Partial<ExcelJS.Border> = { style: 'thin' };
const FRAME: Partial<ExcelJS.Borders> = { top: THIN, left: THIN, bottom: THIN, right: THIN };
const MARKED: ExcelJS.Fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: MARK_COLOUR } };
/** A4 in the paper-size numbering of printers. */
const A4 = 9 as ExcelJS.PaperSize;

/** Characters that a workbook cannot contain. */
// eslint-disable-next-line no-control-regex
const UNWRITABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

const textValue = (text: string): string | null => (text === '' ? null : guardFormula(text.replaceAll(UNWRITABLE, '')));

/** Fen as a number of yuan; as text if a number would lose digits. */
const fenValue = (fen: bigint): number | string =>
  fen <= 99_999_999_999_999n && fen >= -99_999_999_999_999n ? Number(yuanOfFen(fen)) : yuanOfFen(fen);

function valueUnder(format: ColumnFormat, value: TableValue): ExcelJS.CellValue {
  if (value === null) return null;
  if (format === 'text') return textValue(String(value));
  if (format === 'yuan' && typeof value === 'bigint') return fenValue(value);
  if (format === 'date' && typeof value === 'string') {
    return /^\d{4}-\d{2}-\d{2}$/.test(value) ? new Date(`${value}T00:00:00Z`) : textValue(value);
  }
  return typeof value === 'string' ? textValue(value) : Number(value);
}

type StreamWriter = {
  readonly workbook: ExcelJS.stream.xlsx.WorkbookWriter;
  /** Lets written data reach the disk before more is produced. */
  readonly breathe: (row: number) => Promise<void>;
};

/** Streams a workbook into a file; if writing fails the file is closed, so that it leaves no open descriptor. */
async function streamTo(path: string, write: (into: StreamWriter) => Promise<void>): Promise<void> {
  const file = createWriteStream(path);
  const closed = once(file, 'close');
  closed.catch(() => undefined);
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: file, useStyles: true, useSharedStrings: false });
  const breathe = async (row: number): Promise<void> => {
    if (row % 200 !== 0) return;
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
    if (file.writableNeedDrain) await once(file, 'drain');
  };
  try {
    await write({ workbook, breathe });
    await workbook.commit();
    await closed;
  } catch (error) {
    file.destroy();
    await closed.catch(() => undefined);
    throw error;
  }
}

/** Streams an export into an .xlsx: headings bold and frozen, columns with the given widths and formats. */
export function writeTable(path: string, table: Table): Promise<void> {
  return streamTo(path, async ({ workbook, breathe }) => {
    const sheet = workbook.addWorksheet(nameForSheet(table.sheetName), { views: [{ state: 'frozen', ySplit: 1 }] });
    sheet.columns = table.columns.map(({ width, format }) => ({
      width: width ?? 14,
      style: { numFmt: NUMBER_FORMATS[format] },
    }));
    const headings = sheet.addRow(table.columns.map(({ heading }) => textValue(heading)));
    headings.font = { bold: true };
    headings.commit();
    let written = 0;
    for await (const values of table.rows) {
      const cells = table.columns.map(({ format }, at) => valueUnder(format, values[at] ?? null));
      sheet.addRow(cells).commit();
      await breathe(++written);
    }
    sheet.commit();
  });
}

/** Streams the rows of a text file into an .xlsx as text, with marked rows coloured. */
export function writeMarkedTable(
  path: string,
  rows: AsyncIterable<{ readonly texts: readonly string[]; readonly marked: boolean }>,
  reasonColumn: number,
): Promise<void> {
  return streamTo(path, async ({ workbook, breathe }) => {
    const sheet = workbook.addWorksheet('Sheet1');
    sheet.columns = Array.from({ length: reasonColumn }, (_, at) => ({
      width: at + 1 === reasonColumn ? 48 : 16,
      style: { numFmt: '@' },
    }));
    let number = 0;
    for await (const { texts, marked } of rows) {
      const row = sheet.getRow(++number);
      for (const [at, text] of texts.entries()) {
        const cell = row.getCell(at + 1);
        cell.value = textValue(text);
        if (marked) cell.fill = MARKED;
      }
      row.commit();
      await breathe(number);
    }
    sheet.commit();
  });
}

function writeOfficialCell(sheet: ExcelJS.Worksheet, rowNumber: number, cell: OfficialCell): void {
  const lastRow = rowNumber + (cell.rowSpan ?? 1) - 1;
  const lastColumn = cell.column + (cell.columnSpan ?? 1) - 1;
  if (lastRow > rowNumber || lastColumn > cell.column) sheet.mergeCells(rowNumber, cell.column, lastRow, lastColumn);
  const target = sheet.getCell(rowNumber, cell.column);
  const { value } = cell;
  const isFen = typeof value === 'object' && value !== null;
  if (typeof value === 'string') target.value = textValue(value);
  else if (typeof value === 'object' && value !== null) target.value = fenValue(value.fen);
  else target.value = value;
  target.font = { name: FONT, size: cell.fontSize ?? 10.5, bold: cell.bold ?? false };
  target.alignment = {
    horizontal: cell.align ?? (isFen || typeof value === 'number' ? 'right' : 'left'),
    vertical: 'middle',
    wrapText: cell.wrap ?? true,
  };
  const numberFormat = cell.numberFormat ?? (isFen ? NUMBER_FORMATS.yuan : undefined);
  if (numberFormat !== undefined) target.numFmt = numberFormat;
  if (cell.border !== true) return;
  for (let row = rowNumber; row <= lastRow; row++) {
    for (let column = cell.column; column <= lastColumn; column++) sheet.getCell(row, column).border = FRAME;
  }
}

function writeOfficialRow(sheet: ExcelJS.Worksheet, number: number, row: OfficialRow): void {
  if (row.height !== undefined) sheet.getRow(number).height = row.height;
  for (const cell of row.cells) writeOfficialCell(sheet, number, cell);
}

/** A sheet for A4: fitted to the page's width, centred, rows repeated on every page, pages numbered. */
function onPaper(
  orientation: 'portrait' | 'landscape',
  repeatedRows: readonly [number, number] | undefined,
): Partial<ExcelJS.AddWorksheetOptions> {
  return {
    pageSetup: {
      paperSize: A4,
      orientation,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      margins: { left: 0.6, right: 0.6, top: 0.75, bottom: 0.75, header: 0.3, footer: 0.3 },
      ...(repeatedRows !== undefined && { printTitlesRow: repeatedRows.join(':') }),
    },
    headerFooter: { oddFooter: '&C&P / &N' },
  };
}

type Aligned = 'left' | 'center' | 'right';

/** Writes a row of texts spread over the columns, each merged over its part. */
function writeSpread(
  sheet: ExcelJS.Worksheet,
  columns: number,
  texts: readonly string[],
  style: { readonly size: number; readonly bold: boolean; readonly align: (at: number) => Aligned },
): void {
  const row = sheet.addRow([]);
  for (const [at, [from, to]] of spread(texts.length, columns).entries()) {
    if (to > from) sheet.mergeCells(row.number, from, row.number, to);
    const cell = row.getCell(from);
    cell.value = textValue(texts[at] ?? '');
    cell.font = { name: FONT, size: style.size, bold: style.bold };
    cell.alignment = { horizontal: style.align(at), vertical: 'middle' };
  }
  row.commit();
}

/** Writes a framed row of values, under the formats of their columns. */
function writeFramed(
  sheet: ExcelJS.Worksheet,
  columns: readonly TableColumn[],
  values: readonly ExcelJS.CellValue[],
  style: { readonly bold: boolean; readonly centred: boolean },
): void {
  const row = sheet.addRow([]);
  for (const [at, { format }] of columns.entries()) {
    const isNumber = format === 'yuan' || format === 'integer';
    const cell = row.getCell(at + 1);
    cell.value = values[at] ?? null;
    cell.numFmt = NUMBER_FORMATS[format];
    cell.font = { name: FONT, size: 10.5, bold: style.bold };
    cell.border = FRAME;
    cell.alignment = {
      horizontal: style.centred ? 'center' : isNumber ? 'right' : 'left',
      vertical: 'middle',
      wrapText: true,
    };
  }
  row.commit();
}

/** Streams a list of any length in official layout into an .xlsx. */
export function writeOfficialList(path: string, list: OfficialList): Promise<void> {
  return streamTo(path, async ({ workbook, breathe }) => {
    const { columns } = list;
    const sheet = workbook.addWorksheet(nameForSheet(list.sheetName), onPaper(list.orientation, [1, 3]));
    sheet.columns = columns.map(({ width }) => ({ width: width ?? 14 }));
    writeSpread(sheet, columns.length, [list.title], { size: 18, bold: true, align: () => 'center' });
    writeSpread(sheet, columns.length, list.headLine, {
      size: 10.5,
      bold: false,
      align: (at) => (at === 0 ? 'left' : 'right'),
    });
    const headings = columns.map(({ heading }) => textValue(heading));
    writeFramed(sheet, columns, headings, { bold: true, centred: true });
    let written = 0;
    for await (const values of list.rows) {
      const cells = columns.map(({ format }, at) => valueUnder(format, values[at] ?? null));
      writeFramed(sheet, columns, cells, { bold: false, centred: false });
      await breathe(++written);
    }
    const total = list.total?.();
    if (total !== undefined) {
      const cells = columns.map(({ format }, at) => valueUnder(format, total[at] ?? null));
      writeFramed(sheet, columns, cells, { bold: true, centred: false });
    }
    writeSpread(sheet, columns.length, list.footLine, { size: 10.5, bold: false, align: () => 'left' });
    sheet.commit();
  });
}

/** Writes official tables, one sheet each, on A4, fitted to the page width. */
export async function writeOfficialSheets(path: string, sheets: readonly OfficialSheet[]): Promise<void> {
  const workbook = new ExcelJS.Workbook();
  for (const official of sheets) {
    const sheet = workbook.addWorksheet(
      nameForSheet(official.name),
      onPaper(official.orientation, official.repeatedRows),
    );
    sheet.columns = official.columnWidths.map((width) => ({ width }));
    for (const [at, row] of official.rows.entries()) writeOfficialRow(sheet, at + 1, row);
  }
  await workbook.xlsx.writeFile(path);
}

/** Writes one official table on A4. */
export function writeOfficialSheet(path: string, sheet: OfficialSheet): Promise<void> {
  return writeOfficialSheets(path, [sheet]);
}

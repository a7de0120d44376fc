import { findHeader, isBlank, readAsClerk, textOf, type Header, type Row, type Sheet } from '@nuangong/spreadsheet';
import { stagedCells, type RosterCell } from './roster-cell.ts';
import {
  proposedColumns,
  rosterHints,
  rosterVocabulary,
  withField,
  withRememberedFields,
  type RosterColumn,
  type RosterField,
} from './roster-columns.ts';
import { SkippedNotes, storable, type SkippedRowNote } from './skipped-notes.ts';

/** A row of data to be staged. */
export interface ReadSheetRow {
  readonly row: number;
  readonly hidden: boolean;
  readonly cells: readonly RosterCell[];
}

/** A sheet with its headings, ready to be read. */
export interface OpenedSheet {
  readonly name: string;
  readonly headerRow: number;
  readonly columns: readonly RosterColumn[];
  /** The number of columns with headings; known once the first row of data is read. */
  readonly width: () => number;
  readonly rows: () => AsyncGenerator<ReadSheetRow, void>;
  /** The rows skipped so far. */
  readonly skipped: { readonly named: readonly SkippedRowNote[]; readonly count: number };
}

const longestName = 100;
const longestHeading = 200;

/** The name of a sheet as stored. */
export const sheetName = (name: string): string => storable(name, longestName) || '工作表';

/** The meanings that the organisation gave to headings of its rosters. */
export type RememberedFields = ReadonlyMap<string, RosterField | null>;

/** Finds the headings of a sheet; undefined where it has none. */
export async function openSheet(sheet: Sheet, remembered: RememberedFields): Promise<OpenedSheet | undefined> {
  const header = await findHeader(sheet.rows(), rosterVocabulary, rosterHints);
  if (header === undefined) return undefined;
  const notes = new SkippedNotes(header.skipped);
  const headings = header.columns.at(-1)?.column ?? 1;
  const width = (): number => Math.max(headings, notes.headerWidth);
  const hidden = await sheet.hiddenColumns();
  const unit = await otherUnitAbove(sheet, header.headerRows[0] ?? 1);
  const proposed = proposedColumns(header)
    .map((column) => inUnit(column, unit))
    .map((column) => ({
      ...column,
      heading: storable(column.heading, longestHeading),
      ...(hidden.has(column.index + 1) && { hidden: true as const }),
    }));
  return {
    name: sheetName(sheet.name),
    headerRow: header.headerRow,
    columns: withRememberedFields(proposed, remembered),
    width,
    rows: () => readRows(sheet, header, notes, width),
    skipped: notes,
  };
}

/** 单位：万元, or 收入为年收入, above a table: its amounts are not in yuan per month. */
const otherUnit =
  /(?:金额)?单位[:：]\s*(?:[十百千万亿]+元|角|分|美元)(?!\p{Script=Han})|收入(?:均?为|按|指)[^，。,]{0,6}[年季][^，。,)）]{0,4}/u;

async function otherUnitAbove(sheet: Sheet, headerRow: number): Promise<string | undefined> {
  for await (const { number, cells } of sheet.rows()) {
    if (number >= headerRow) return undefined;
    const words = cells.map((cell) => otherUnit.exec(textOf(cell))?.[0]).find((found) => found !== undefined);
    if (words !== undefined) return words;
  }
  return undefined;
}

/** Unmaps the income column of a table in another unit, and adds the unit to its heading. */
function inUnit(column: RosterColumn, unit: string | undefined): RosterColumn {
  if (unit === undefined || column.field !== 'INCOME') return column;
  return { ...withField(column, null), heading: `${column.heading}（${unit}）` };
}

async function* readRows(
  sheet: Sheet,
  header: Header<RosterField>,
  notes: SkippedNotes,
  width: () => number,
): AsyncGenerator<ReadSheetRow, void> {
  const person = { name: header.mapping.NAME, identity: header.mapping.IDENTITY };
  const merged = await sheet.mergedRanges();
  for await (const read of readAsClerk(notes.watch(sheet.rows(), header.headerRow), header, { person, merged })) {
    if (read.kind === 'skipped') notes.add(read);
    else {
      const { row, filled } = read;
      yield { row: row.number, hidden: row.hidden === true, cells: stagedCells(row, filled, width()) };
    }
  }
}

/** Whether any of a sheet's first 60 rows has two filled cells; text without columns has none. */
export async function isTable(sheet: Sheet): Promise<boolean> {
  let seen = 0;
  for await (const row of sheet.rows()) {
    if (filledCells(row) >= 2) return true;
    if (++seen >= 60) break;
  }
  return false;
}

const filledCells = (row: Row): number => row.cells.filter((cell) => !isBlank(cell)).length;

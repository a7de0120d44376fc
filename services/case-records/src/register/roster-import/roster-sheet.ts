import type { RosterSheet } from '../../generated/prisma/client.ts';
import { mappingOf, mappingProblems, openQuestions, type RosterColumn, type RosterMapping } from './roster-columns.ts';

/** Whether a sheet is read, or why not: hidden in the workbook, without headings or rows, or a chart. */
export const sheetStates = ['READ', 'HIDDEN', 'NO_HEADINGS', 'NO_ROWS', 'CHART'] as const;
export type SheetState = (typeof sheetStates)[number];

/** The place of a row in a workbook: the sheet's number and the row's. */
export type RowAt = {
  readonly sheet: number;
  readonly row: number;
};

/** What reading the rows of a sheet needs. `width` counts the columns with headings. */
export interface SheetInHand {
  readonly number: number;
  readonly name: string;
  readonly mapping: RosterMapping;
  readonly width: number;
}

export const columnsOf = (sheet: Pick<RosterSheet, 'columns'>): readonly RosterColumn[] =>
  sheet.columns as unknown as readonly RosterColumn[];

/** A sheet's record prepared for reading its rows. */
export function sheetInHand(sheet: Pick<RosterSheet, 'number' | 'name' | 'columns' | 'width'>): SheetInHand {
  return { number: sheet.number, name: sheet.name, mapping: mappingOf(columnsOf(sheet)), width: sheet.width ?? 1 };
}

/** Whether the columns of a sheet have no open questions or problems left. */
export function isWhole(columns: readonly RosterColumn[], householdSize: number | null): boolean {
  return mappingProblems(columns).length === 0 && openQuestions(columns, householdSize).length === 0;
}

/** Whether two sheets have the same headings in the same places. */
export function haveSameHeadings(one: readonly RosterColumn[], other: readonly RosterColumn[]): boolean {
  const headings = (columns: readonly RosterColumn[]): string =>
    JSON.stringify(columns.map(({ index, heading }) => [index, heading]));
  return headings(one) === headings(other);
}

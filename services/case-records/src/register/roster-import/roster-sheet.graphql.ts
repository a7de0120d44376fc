import { builder, type CaseRecordsContext } from '../../builder.ts';
import type { RosterSheet as RosterSheetRow } from '../../generated/prisma/client.ts';
import type { RosterColumn } from './roster-columns.ts';
import { RosterFieldEnum, RosterSheetStateEnum } from './roster-enums.graphql.ts';
import { loadPreview, wordsOf } from './roster-loaders.ts';
import { columnsOf, sheetInHand, sheetStates } from './roster-sheet.ts';
import type { SkippedRowNote } from './skipped-notes.ts';
import { openCells } from './staged-cells.ts';

export const RosterColumnType = builder.objectRef<RosterColumn>('RosterColumn').implement({
  description: 'A column of a roster under its heading.',
  fields: (t) => ({
    index: t.exposeInt('index', { description: 'Its position in a row’s cells, from 0.' }),
    heading: t.exposeString('heading', { description: 'Its text, as in the file.' }),
    field: t.expose('field', {
      type: RosterFieldEnum,
      nullable: true,
      description: 'The meaning of the column; null if it is not read.',
    }),
    guessed: t.boolean({
      description: 'Whether the field is a guess, to be confirmed with mapRosterColumns before the import starts.',
      resolve: (column) => column.guessed === true,
    }),
    doubled: t.field({
      type: RosterFieldEnum,
      nullable: true,
      description:
        'The field that this heading and another both match; choose one with mapRosterColumns before the import starts.',
      resolve: (column) => column.doubled ?? null,
    }),
    hidden: t.boolean({
      description: 'Whether the column is hidden in the workbook.',
      resolve: (column) => column.hidden === true,
    }),
  }),
});

interface PreviewRow {
  readonly row: number;
  readonly cells: string[];
}

export const RosterPreviewRow = builder.objectRef<PreviewRow>('RosterPreviewRow').implement({
  description: 'A row as it was read, before the import.',
  fields: (t) => ({
    row: t.exposeInt('row', { description: 'Its row number in the sheet.' }),
    cells: t.exposeStringList('cells', { description: 'From column A on.' }),
  }),
});

export const SkippedRow = builder.objectRef<SkippedRowNote>('SkippedRow').implement({
  description: 'A row that is not data, and why.',
  fields: (t) => ({
    row: t.exposeInt('row', { description: 'Its row number in the sheet.' }),
    why: t.exposeString('why', { description: 'Why it is skipped, in Chinese.' }),
    whyEn: t.exposeString('whyEn', { description: 'The same in English.' }),
    text: t.exposeString('text', { description: 'Its text, with long numbers masked.' }),
  }),
});

export const RosterSheet = builder.objectRef<RosterSheetRow>('RosterSheet').implement({
  description: 'A sheet of an uploaded workbook, with what is read and imported and what is not.',
  fields: (t) => ({
    number: t.exposeInt('number', { description: 'Its position, from 1.' }),
    name: t.exposeString('name', { description: 'Its name, as on its tab.' }),
    state: t.field({
      type: RosterSheetStateEnum,
      description: 'Whether it is read, or why it is not.',
      resolve: ({ state }) => sheetStates.find((each) => each === state) ?? 'NO_ROWS',
    }),
    chosen: t.exposeBoolean('chosen', { description: 'Whether its rows are imported.' }),
    headerRow: t.exposeInt('headerRow', {
      nullable: true,
      description: 'The row of its headings; the lower one of two.',
    }),
    columns: t.field({
      type: [RosterColumnType],
      description: 'Its columns, from the left.',
      resolve: (sheet) => [...columnsOf(sheet)],
    }),
    rowsShown: t.exposeInt('rowsShown', { description: 'Rows of data that the clerk sees in the workbook.' }),
    rowsHidden: t.exposeInt('rowsHidden', { description: 'Rows of data that are hidden by a filter or by hand.' }),
    skippedRows: t.exposeInt('skippedRows', { description: 'The number of rows that are not data.' }),
    skipped: t.field({
      type: [SkippedRow],
      description: 'The first of them.',
      resolve: (sheet) => sheet.skipped as unknown as SkippedRowNote[],
    }),
    preview: t.field({
      type: [RosterPreviewRow],
      description: 'The first rows of data.',
      resolve: (sheet, _arguments, context) => previewOf(context, sheet),
    }),
  }),
});

/** The first rows of data of a sheet, as they were read. */
export async function previewOf(context: CaseRecordsContext, sheet: RosterSheetRow): Promise<PreviewRow[]> {
  const rows = (await loadPreview(context, sheet.importId)).filter(({ sheetNumber }) => sheetNumber === sheet.number);
  const { mapping } = sheetInHand(sheet);
  return Promise.all(
    rows.map(async (row) => ({
      row: row.rowNumber,
      cells: await wordsOf(
        context,
        row.importId,
        await openCells(context.parts.keyring, row, row.sealedCells),
        mapping,
      ),
    })),
  );
}

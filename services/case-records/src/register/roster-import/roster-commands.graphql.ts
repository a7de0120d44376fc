import type { Result } from '@nuangong/primitives';
import { commandResult } from '@nuangong/subgraph';
import { builder } from '../../builder.ts';
import type { RowResult } from '../case-file/row-results.ts';
import { RowResultType } from '../../row-result.graphql.ts';
import { cancelRosterImport, startRosterImport } from './change-roster-import.ts';
import { chooseRosterSheets } from './choose-roster-sheets.ts';
import { correctRosterRow } from './correct-roster-row.ts';
import { decideRosterDifferences } from './decide-roster-differences.ts';
import { mapRosterColumns } from './map-roster-columns.ts';
import { putAwayRosterImport } from './put-away-roster-import.ts';
import { RosterImport } from './roster-import.graphql.ts';
import { RosterRow } from './roster-row.graphql.ts';
import { RosterFieldEnum } from './roster-enums.graphql.ts';

const importInput = (name: string) =>
  builder.inputType(name, { fields: (t) => ({ importId: t.id({ required: true }) }) });

const StartRosterImportInput = importInput('StartRosterImportInput');
const CancelRosterImportInput = importInput('CancelRosterImportInput');
const PutAwayRosterImportInput = importInput('PutAwayRosterImportInput');

const MapRosterColumnInput = builder.inputType('MapRosterColumnInput', {
  description: 'The meaning of one column; without a field it is not read.',
  fields: (t) => ({
    index: t.int({
      required: true,
      description: 'The position of the column, from 0.',
    }),
    field: t.field({ type: RosterFieldEnum, description: 'Its meaning; if left out, it is not read.' }),
  }),
});

const MapRosterColumnsInput = builder.inputType('MapRosterColumnsInput', {
  fields: (t) => ({
    importId: t.id({ required: true }),
    sheet: t.int({
      description:
        'The number of the sheet; the first one read if left out; sheets with the same headings are set the same way.',
    }),
    columns: t.field({
      type: [MapRosterColumnInput],
      required: true,
      description: 'The columns to set; the others keep their meaning.',
    }),
    householdSize: t.int({ description: 'The size of every household, if the file has no column for it.' }),
  }),
});

const ChooseRosterSheetsInput = builder.inputType('ChooseRosterSheetsInput', {
  fields: (t) => ({
    importId: t.id({ required: true }),
    sheets: t.intList({ required: true, description: 'The numbers of the sheets that are imported.' }),
    hiddenRows: t.boolean({ required: true, description: 'Whether rows hidden in the workbook are imported too.' }),
  }),
});

const RosterValueInput = builder.inputType('RosterValueInput', {
  description: 'The correction of a cell.',
  fields: (t) => ({
    field: t.field({
      type: RosterFieldEnum,
      required: true,
      description: 'Which column.',
    }),
    value: t.string({ required: true, description: 'Its new value, as typed in the workbook.' }),
  }),
});

const CorrectRosterRowInput = builder.inputType('CorrectRosterRowInput', {
  fields: (t) => ({
    importId: t.id({ required: true }),
    sheet: t.int({ description: 'The number of the sheet; the first one read if left out.' }),
    row: t.int({ required: true, description: 'The number of the row in its sheet.' }),
    values: t.field({
      type: [RosterValueInput],
      required: true,
      description: 'The cells to correct; the others stay unchanged.',
    }),
  }),
});

const DecideRosterDifferencesInput = builder.inputType('DecideRosterDifferencesInput', {
  fields: (t) => ({
    importId: t.id({ required: true }),
    rows: t.idList({ required: true, description: 'Rows that differ from the register, at most 100.' }),
    take: t.boolean({ required: true, description: 'True: use the roster’s values. False: keep the registered ones.' }),
    why: t.string({ required: true, description: 'The reason; kept with each row and with the household change.' }),
  }),
});

const DecideRosterDifferencesResult = builder
  .objectRef<Result<readonly RowResult[]>>('DecideRosterDifferencesResult')
  .implement({
    description: 'The outcome of each row.',
    fields: (t) => ({
      problems: t.field({ type: ['Problem'], resolve: (result) => (result.ok ? [] : [...result.problems]) }),
      rows: t.field({
        type: [RowResultType],
        description: 'One for each row, by its id; empty if the whole command was refused.',
        resolve: (result) => (result.ok ? [...result.value] : []),
      }),
    }),
  });

builder.mutationFields((t) => ({
  decideRosterDifferences: t.field({
    type: DecideRosterDifferencesResult,
    description:
      'Uses the roster’s values for rows that differ, or keeps the registered ones. Each row has its own result.',
    args: { input: t.arg({ type: DecideRosterDifferencesInput, required: true }) },
    resolve: (_root, { input }, context) => decideRosterDifferences(context, input),
  }),
  mapRosterColumns: t.field({
    type: commandResult(builder, 'MapRosterColumnsResult', 'rosterImport', RosterImport),
    description: 'Sets the meaning of a roster’s columns; this also confirms guesses.',
    args: { input: t.arg({ type: MapRosterColumnsInput, required: true }) },
    resolve: (_root, { input }, context) => mapRosterColumns(context, input),
  }),
  chooseRosterSheets: t.field({
    type: commandResult(builder, 'ChooseRosterSheetsResult', 'rosterImport', RosterImport),
    description: 'Chooses the sheets of a workbook to import, and whether hidden rows are included.',
    args: { input: t.arg({ type: ChooseRosterSheetsInput, required: true }) },
    resolve: (_root, { input }, context) => chooseRosterSheets(context, input),
  }),
  startRosterImport: t.field({
    type: commandResult(builder, 'StartRosterImportResult', 'rosterImport', RosterImport),
    description: 'Starts an import, or resumes a cancelled or failed one.',
    args: { input: t.arg({ type: StartRosterImportInput, required: true }) },
    resolve: (_root, { input }, context) => startRosterImport(context, input),
  }),
  cancelRosterImport: t.field({
    type: commandResult(builder, 'CancelRosterImportResult', 'rosterImport', RosterImport),
    description: 'Cancels an import; rows already imported are kept.',
    args: { input: t.arg({ type: CancelRosterImportInput, required: true }) },
    resolve: (_root, { input }, context) => cancelRosterImport(context, input),
  }),
  putAwayRosterImport: t.field({
    type: commandResult(builder, 'PutAwayRosterImportResult', 'rosterImport', RosterImport),
    description: 'Hides an import that is not running from the list.',
    args: { input: t.arg({ type: PutAwayRosterImportInput, required: true }) },
    resolve: (_root, { input }, context) => putAwayRosterImport(context, input),
  }),
  correctRosterRow: t.field({
    type: commandResult(builder, 'CorrectRosterRowResult', 'rosterRow', RosterRow),
    description:
      'Checks a rejected row again with corrected values; if it is still rejected, the new reasons are returned and the row is unchanged.',
    args: { input: t.arg({ type: CorrectRosterRowInput, required: true }) },
    resolve: (_root, { input }, context) => correctRosterRow(context, input),
  }),
}));

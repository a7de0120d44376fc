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
  description: 'What one column holds; without a field it is not read.',
  fields: (t) => ({
    index: t.int({
      required: true,
      description: 'The place of the column, from 0.',
    }),
    field: t.field({ type: RosterFieldEnum, description: 'What it holds; left out, it is not read.' }),
  }),
});

const MapRosterColumnsInput = builder.inputType('MapRosterColumnsInput', {
  fields: (t) => ({
    importId: t.id({ required: true }),
    sheet: t.int({
      description:
        'The number of the sheet, the first that is read unless given; sheets with the same headings follow it.',
    }),
    columns: t.field({
      type: [MapRosterColumnInput],
      required: true,
      description: 'The columns whose meaning is set; the others keep theirs.',
    }),
    householdSize: t.int({ description: 'The size of every household, where the file has no column for it.' }),
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
  description: 'A cell as it is corrected.',
  fields: (t) => ({
    field: t.field({
      type: RosterFieldEnum,
      required: true,
      description: 'Which column.',
    }),
    value: t.string({ required: true, description: 'What it holds now, as one would type it in the workbook.' }),
  }),
});

const CorrectRosterRowInput = builder.inputType('CorrectRosterRowInput', {
  fields: (t) => ({
    importId: t.id({ required: true }),
    sheet: t.int({ description: 'The number of the sheet, the first that is read unless given.' }),
    row: t.int({ required: true, description: 'The number of the row in its sheet.' }),
    values: t.field({
      type: [RosterValueInput],
      required: true,
      description: 'The cells that are corrected; the others stay.',
    }),
  }),
});

const DecideRosterDifferencesInput = builder.inputType('DecideRosterDifferencesInput', {
  fields: (t) => ({
    importId: t.id({ required: true }),
    rows: t.idList({ required: true, description: 'Rows that say otherwise than is registered, 100 at most.' }),
    take: t.boolean({ required: true, description: 'What the rows say is taken over; else what is registered stays.' }),
    why: t.string({ required: true, description: 'Kept with each row, and with the change of its household.' }),
  }),
});

const DecideRosterDifferencesResult = builder
  .objectRef<Result<readonly RowResult[]>>('DecideRosterDifferencesResult')
  .implement({
    description: 'What became of each row.',
    fields: (t) => ({
      problems: t.field({ type: ['Problem'], resolve: (result) => (result.ok ? [] : [...result.problems]) }),
      rows: t.field({
        type: [RowResultType],
        description: 'One for each row, by its id; empty where the whole was refused.',
        resolve: (result) => (result.ok ? [...result.value] : []),
      }),
    }),
  });

builder.mutationFields((t) => ({
  decideRosterDifferences: t.field({
    type: DecideRosterDifferencesResult,
    description:
      'Takes over what rows say otherwise than is registered, or leaves what is registered; each row has its own result.',
    args: { input: t.arg({ type: DecideRosterDifferencesInput, required: true }) },
    resolve: (_root, { input }, context) => decideRosterDifferences(context, input),
  }),
  mapRosterColumns: t.field({
    type: commandResult(builder, 'MapRosterColumnsResult', 'rosterImport', RosterImport),
    description: 'Says what the columns of a roster mean; guesses are confirmed by it.',
    args: { input: t.arg({ type: MapRosterColumnsInput, required: true }) },
    resolve: (_root, { input }, context) => mapRosterColumns(context, input),
  }),
  chooseRosterSheets: t.field({
    type: commandResult(builder, 'ChooseRosterSheetsResult', 'rosterImport', RosterImport),
    description: 'Says which sheets of a workbook are imported, and whether their hidden rows are.',
    args: { input: t.arg({ type: ChooseRosterSheetsInput, required: true }) },
    resolve: (_root, { input }, context) => chooseRosterSheets(context, input),
  }),
  startRosterImport: t.field({
    type: commandResult(builder, 'StartRosterImportResult', 'rosterImport', RosterImport),
    description: 'Starts an import, or goes on with a cancelled or broken one.',
    args: { input: t.arg({ type: StartRosterImportInput, required: true }) },
    resolve: (_root, { input }, context) => startRosterImport(context, input),
  }),
  cancelRosterImport: t.field({
    type: commandResult(builder, 'CancelRosterImportResult', 'rosterImport', RosterImport),
    description: 'Stops an import; rows already entered stay.',
    args: { input: t.arg({ type: CancelRosterImportInput, required: true }) },
    resolve: (_root, { input }, context) => cancelRosterImport(context, input),
  }),
  putAwayRosterImport: t.field({
    type: commandResult(builder, 'PutAwayRosterImportResult', 'rosterImport', RosterImport),
    description: 'Takes an import that is not at work out of the list.',
    args: { input: t.arg({ type: PutAwayRosterImportInput, required: true }) },
    resolve: (_root, { input }, context) => putAwayRosterImport(context, input),
  }),
  correctRosterRow: t.field({
    type: commandResult(builder, 'CorrectRosterRowResult', 'rosterRow', RosterRow),
    description:
      'Reads a rejected row again with corrected values; still refused, it is answered with its new reasons and stays as it was sent.',
    args: { input: t.arg({ type: CorrectRosterRowInput, required: true }) },
    resolve: (_root, { input }, context) => correctRosterRow(context, input),
  }),
}));

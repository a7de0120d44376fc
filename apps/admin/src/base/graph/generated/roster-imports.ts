// Written by generate-operations.ts from the *.graphql documents. Not to be edited.

import { operation } from '../operation.ts';
import type * as types from './operation-types.ts';

export const rosterImportListQuery = operation<types.RosterImportListQuery, types.RosterImportListQueryVariables>(
  "RosterImportList",
  "query RosterImportList($filter: RosterImportFilter, $page: Int, $perPage: Int) { rosterImports(filter: $filter, page: $page, perPage: $perPage) { items { id fileName status rowsTotal rowsDone accepted rejected alreadyPresent differing uploadedAt uploadedBy isPutAway } total } }",
);

export const rosterImportRecordQuery = operation<types.RosterImportRecordQuery, types.RosterImportRecordQueryVariables>(
  "RosterImportRecord",
  "query RosterImportRecord($id: ID!) { rosterImport(id: $id) { id fileName status takeHidden householdSize rowsTotal rowsDone accepted rejected alreadyPresent differing changed expectedRejected uploadedAt uploadedBy isPutAway markedFileUrl markedFileName sheets { number name state chosen headerRow rowsShown rowsHidden skippedRows columns { index heading field guessed doubled hidden } preview { row cells } skipped { row why whyEn text } } refusedRows { sheet row cells reasons { ...ProblemParts } } notices { kind count account rows { sheet row } } problems { ...ProblemParts } } } fragment ProblemParts on Problem { code field zh en }",
);

export const rosterRowsQuery = operation<types.RosterRowsQuery, types.RosterRowsQueryVariables>(
  "RosterRows",
  "query RosterRows($id: ID!, $outcome: RosterRowOutcome, $rowId: ID, $page: Int, $perPage: Int) { rosterImport(id: $id) { id sheets { number name chosen columns { index heading field } } rows(outcome: $outcome, rowId: $rowId, page: $page, perPage: $perPage) { items { id sheet sheetName row outcome name cells correction reasons { ...ProblemParts } readings householdId differences { field sent registered } decidedWhy decidedBy decidedAt } total } } } fragment ProblemParts on Problem { code field zh en }",
);

export const chooseRosterSheetsMutation = operation<types.ChooseRosterSheetsMutation, types.ChooseRosterSheetsMutationVariables>(
  "ChooseRosterSheets",
  "mutation ChooseRosterSheets($input: ChooseRosterSheetsInput!) { chooseRosterSheets(input: $input) { problems { ...ProblemParts } rosterImport { id } } } fragment ProblemParts on Problem { code field zh en }",
);

export const mapRosterColumnsMutation = operation<types.MapRosterColumnsMutation, types.MapRosterColumnsMutationVariables>(
  "MapRosterColumns",
  "mutation MapRosterColumns($input: MapRosterColumnsInput!) { mapRosterColumns(input: $input) { problems { ...ProblemParts } rosterImport { id status } } } fragment ProblemParts on Problem { code field zh en }",
);

export const startRosterImportMutation = operation<types.StartRosterImportMutation, types.StartRosterImportMutationVariables>(
  "StartRosterImport",
  "mutation StartRosterImport($input: StartRosterImportInput!) { startRosterImport(input: $input) { problems { ...ProblemParts } rosterImport { id status } } } fragment ProblemParts on Problem { code field zh en }",
);

export const cancelRosterImportMutation = operation<types.CancelRosterImportMutation, types.CancelRosterImportMutationVariables>(
  "CancelRosterImport",
  "mutation CancelRosterImport($input: CancelRosterImportInput!) { cancelRosterImport(input: $input) { problems { ...ProblemParts } rosterImport { id status } } } fragment ProblemParts on Problem { code field zh en }",
);

export const putAwayRosterImportMutation = operation<types.PutAwayRosterImportMutation, types.PutAwayRosterImportMutationVariables>(
  "PutAwayRosterImport",
  "mutation PutAwayRosterImport($input: PutAwayRosterImportInput!) { putAwayRosterImport(input: $input) { problems { ...ProblemParts } rosterImport { id isPutAway } } } fragment ProblemParts on Problem { code field zh en }",
);

export const correctRosterRowMutation = operation<types.CorrectRosterRowMutation, types.CorrectRosterRowMutationVariables>(
  "CorrectRosterRow",
  "mutation CorrectRosterRow($input: CorrectRosterRowInput!) { correctRosterRow(input: $input) { problems { ...ProblemParts } rosterRow { id outcome reasons { ...ProblemParts } } } } fragment ProblemParts on Problem { code field zh en }",
);

export const decideRosterDifferencesMutation = operation<types.DecideRosterDifferencesMutation, types.DecideRosterDifferencesMutationVariables>(
  "DecideRosterDifferences",
  "mutation DecideRosterDifferences($input: DecideRosterDifferencesInput!) { decideRosterDifferences(input: $input) { problems { ...ProblemParts } rows { id ok problems { ...ProblemParts } } } } fragment ProblemParts on Problem { code field zh en }",
);

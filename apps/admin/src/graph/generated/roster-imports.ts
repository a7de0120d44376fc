// Written by generate-operations.ts from the *.graphql documents. Not to be edited.

import { operation } from '../operation.ts';
import type * as types from './operation-types.ts';

export const rosterImportListQuery = operation<types.RosterImportListQuery, types.RosterImportListQueryVariables>(
  "RosterImportList",
  "query RosterImportList($page: Int, $perPage: Int) { rosterImports(page: $page, perPage: $perPage) { items { id fileName status rowsTotal rowsDone accepted rejected alreadyPresent uploadedAt uploadedBy } total } }",
);

export const rosterImportRecordQuery = operation<types.RosterImportRecordQuery, types.RosterImportRecordQueryVariables>(
  "RosterImportRecord",
  "query RosterImportRecord($id: ID!) { rosterImport(id: $id) { id fileName status sheetName headerRow rowsTotal rowsDone accepted rejected alreadyPresent uploadedAt uploadedBy markedFileUrl columns { index heading field } preview { row cells } skipped { row why whyEn text } problems { ...ProblemParts } } } fragment ProblemParts on Problem { code field zh en }",
);

export const rosterRowsQuery = operation<types.RosterRowsQuery, types.RosterRowsQueryVariables>(
  "RosterRows",
  "query RosterRows($id: ID!, $outcome: String, $page: Int, $perPage: Int) { rosterImport(id: $id) { id columns { index heading field } rows(outcome: $outcome, page: $page, perPage: $perPage) { items { id row outcome name cells reasons { ...ProblemParts } readings householdId } total } } } fragment ProblemParts on Problem { code field zh en }",
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

export const correctRosterRowMutation = operation<types.CorrectRosterRowMutation, types.CorrectRosterRowMutationVariables>(
  "CorrectRosterRow",
  "mutation CorrectRosterRow($input: CorrectRosterRowInput!) { correctRosterRow(input: $input) { problems { ...ProblemParts } rosterRow { id outcome reasons { ...ProblemParts } } } } fragment ProblemParts on Problem { code field zh en }",
);

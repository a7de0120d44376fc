// Written by generate-operations.ts from the *.graphql documents. Not to be edited.

import { operation } from '../operation.ts';
import type * as types from './operation-types.ts';

export const statutoryTableQuery = operation<types.StatutoryTableQuery, types.StatutoryTableQueryVariables>(
  "StatutoryTable",
  "query StatutoryTable($form: String!, $organizationId: ID, $campaignId: ID, $draftId: ID) { statutoryTable( form: $form organizationId: $organizationId campaignId: $campaignId draftId: $draftId ) { form { code title titleEn version note noteEn } organizationId organizationName campaignId from to preparedBy preparedByPhone preparedOn exportUrl lines { code section label labelEn printed heading cells { key label labelEn unit type choices { code label labelEn } kind value derived present difference state own accepted reason enteredBy enteredAt records rule ruleEn opensRecords } } checks { code ok severity message messageEn cells } submission { id status submittedBy submittedAt remarks reviewedBy reviewedAt opinion cellRemarks { cell text } mayReturn mayAccept } } }",
);

export const cellRecordsQuery = operation<types.CellRecordsQuery, types.CellRecordsQueryVariables>(
  "CellRecords",
  "query CellRecords($form: String!, $cell: String!, $organizationId: ID, $campaignId: ID, $draftId: ID, $search: String, $page: Int, $perPage: Int) { cellRecords( form: $form cell: $cell organizationId: $organizationId campaignId: $campaignId draftId: $draftId search: $search page: $page perPage: $perPage ) { items { id recordType recordId householdId title titleEn name voucherNumber on amount count organizationName alsoCountedIn links { recordType recordId title titleEn } } total sumAmount sumCount countedInSeveral exportUrl } }",
);

export const tableChoicesQuery = operation<types.TableChoicesQuery, types.TableChoicesQueryVariables>(
  "TableChoices",
  "query TableChoices { reportForms { code title titleEn } campaigns(page: 1, perPage: 50) { items { id name status from to organizationName } total } organizations( page: 1 perPage: 200 filter: {kinds: [COUNTY, INDUSTRY_UNION, BASE_UNION]} ) { items { id name code kind } total } }",
);

export const subordinateTablesQuery = operation<types.SubordinateTablesQuery, types.SubordinateTablesQueryVariables>(
  "SubordinateTables",
  "query SubordinateTables($form: String!, $organizationId: ID, $campaignId: ID) { tableForSubordinates( form: $form organizationId: $organizationId campaignId: $campaignId ) { organizationId organizationName submittedAt status figures { key value } } }",
);

export const reportingWorkQuery = operation<types.ReportingWorkQuery, types.ReportingWorkQueryVariables>(
  "ReportingWork",
  "query ReportingWork { reportingWork { toSubmit subordinatesNotSubmitted subordinates dueOn } }",
);

export const figureHistoryQuery = operation<types.FigureHistoryQuery, types.FigureHistoryQueryVariables>(
  "FigureHistory",
  "query FigureHistory($form: String!, $cell: String!, $organizationId: ID, $campaignId: ID) { figureHistory( form: $form cell: $cell organizationId: $organizationId campaignId: $campaignId ) { kind value reason by at } }",
);

export const enterFiguresMutation = operation<types.EnterFiguresMutation, types.EnterFiguresMutationVariables>(
  "EnterFigures",
  "mutation EnterFigures($input: EnterFiguresInput!) { enterFigures(input: $input) { problems { ...ProblemParts } entered { figures { key value derived present difference state own accepted reason enteredBy enteredAt } refused { cell problems { ...ProblemParts } } } } } fragment ProblemParts on Problem { code field zh en }",
);

export const submitTableMutation = operation<types.SubmitTableMutation, types.SubmitTableMutationVariables>(
  "SubmitTable",
  "mutation SubmitTable($input: SubmitTableInput!) { submitTable(input: $input) { problems { ...ProblemParts } submission { id status } } } fragment ProblemParts on Problem { code field zh en }",
);

export const acceptTableMutation = operation<types.AcceptTableMutation, types.AcceptTableMutationVariables>(
  "AcceptTable",
  "mutation AcceptTable($input: AcceptTableInput!) { acceptTable(input: $input) { problems { ...ProblemParts } submission { id status } } } fragment ProblemParts on Problem { code field zh en }",
);

export const returnTableMutation = operation<types.ReturnTableMutation, types.ReturnTableMutationVariables>(
  "ReturnTable",
  "mutation ReturnTable($input: ReturnTableInput!) { returnTable(input: $input) { problems { ...ProblemParts } submission { id status } } } fragment ProblemParts on Problem { code field zh en }",
);

// Written by generate-operations.ts from the *.graphql documents. Not to be edited.

import { operation } from '../operation.ts';
import type * as types from './operation-types.ts';

export const caseFileQueueQuery = operation<types.CaseFileQueueQuery, types.CaseFileQueueQueryVariables>(
  "CaseFileQueue",
  "query CaseFileQueue($filter: CaseFileFilter, $page: Int, $perPage: Int) { caseFiles(filter: $filter, page: $page, perPage: $perPage) { items { id number status version hardshipClass hardshipExplanation evidenceMissing lockedForMe lockReason updatedAt evidence { id kind kindName fileName contentType size uploadedAt uploadedBy url } household { id unitName organizationName size monthlyIncomePerCapita dibaoStatus causes modelWorkerHonour migrantWorker remark head { id name maskedIdentityNumber birthDate sex maskedPhone } members { id name relation monthlyIncome health schooling } } } total } }",
);

export const submitCaseFilesMutation = operation<types.SubmitCaseFilesMutation, types.SubmitCaseFilesMutationVariables>(
  "SubmitCaseFiles",
  "mutation SubmitCaseFiles($input: CaseFilesInput!) { submitCaseFiles(input: $input) { problems { ...ProblemParts } rows { ...RowParts } } } fragment ProblemParts on Problem { code field zh en } fragment RowParts on RowResult { id ok problems { ...ProblemParts } }",
);

export const passCaseFilesMutation = operation<types.PassCaseFilesMutation, types.PassCaseFilesMutationVariables>(
  "PassCaseFiles",
  "mutation PassCaseFiles($input: CaseFileDecisionInput!) { passCaseFiles(input: $input) { problems { ...ProblemParts } rows { ...RowParts } } } fragment ProblemParts on Problem { code field zh en } fragment RowParts on RowResult { id ok problems { ...ProblemParts } }",
);

export const returnCaseFilesMutation = operation<types.ReturnCaseFilesMutation, types.ReturnCaseFilesMutationVariables>(
  "ReturnCaseFiles",
  "mutation ReturnCaseFiles($input: CaseFileDecisionInput!) { returnCaseFiles(input: $input) { problems { ...ProblemParts } rows { ...RowParts } } } fragment ProblemParts on Problem { code field zh en } fragment RowParts on RowResult { id ok problems { ...ProblemParts } }",
);

export const exitCaseFileMutation = operation<types.ExitCaseFileMutation, types.ExitCaseFileMutationVariables>(
  "ExitCaseFile",
  "mutation ExitCaseFile($input: ExitCaseFileInput!) { exitCaseFile(input: $input) { problems { ...ProblemParts } caseFile { id status } } } fragment ProblemParts on Problem { code field zh en }",
);

export const rejectCaseFilesMutation = operation<types.RejectCaseFilesMutation, types.RejectCaseFilesMutationVariables>(
  "RejectCaseFiles",
  "mutation RejectCaseFiles($input: CaseFileDecisionInput!) { rejectCaseFiles(input: $input) { problems { ...ProblemParts } rows { ...RowParts } } } fragment ProblemParts on Problem { code field zh en } fragment RowParts on RowResult { id ok problems { ...ProblemParts } }",
);

// Written by generate-operations.ts from the *.graphql documents. Not to be edited.

import { operation } from '../operation.ts';
import type * as types from './operation-types.ts';

export const caseRecordsJobRecordQuery = operation<types.CaseRecordsJobRecordQuery, types.CaseRecordsJobRecordQueryVariables>(
  "CaseRecordsJobRecord",
  "query CaseRecordsJobRecord($id: ID!, $page: Int) { job: caseRecordsJob(id: $id) { ...JobParts ...RefusedRows } } fragment JobParts on Job { id service kind title subject status total done refused startedAt finishedAt reasons { ...ProblemParts } made { recordType id name } } fragment ProblemParts on Problem { code field zh en } fragment RefusedRows on Job { rows(outcome: REFUSED, page: $page, perPage: 50) { total items { id label problems { ...ProblemParts } } } }",
);

export const fundsJobRecordQuery = operation<types.FundsJobRecordQuery, types.FundsJobRecordQueryVariables>(
  "FundsJobRecord",
  "query FundsJobRecord($id: ID!, $page: Int) { job: fundsJob(id: $id) { ...JobParts ...RefusedRows } } fragment JobParts on Job { id service kind title subject status total done refused startedAt finishedAt reasons { ...ProblemParts } made { recordType id name } } fragment ProblemParts on Problem { code field zh en } fragment RefusedRows on Job { rows(outcome: REFUSED, page: $page, perPage: 50) { total items { id label problems { ...ProblemParts } } } }",
);

export const ownJobsQuery = operation<types.OwnJobsQuery, types.OwnJobsQueryVariables>(
  "OwnJobs",
  "query OwnJobs { caseRecords: caseRecordsJobs(page: 1, perPage: 20) { items { ...JobParts } } funds: fundsJobs(page: 1, perPage: 20) { items { ...JobParts } } } fragment JobParts on Job { id service kind title subject status total done refused startedAt finishedAt reasons { ...ProblemParts } made { recordType id name } } fragment ProblemParts on Problem { code field zh en }",
);

export const cancelCaseRecordsJobMutation = operation<types.CancelCaseRecordsJobMutation, types.CancelCaseRecordsJobMutationVariables>(
  "CancelCaseRecordsJob",
  "mutation CancelCaseRecordsJob($input: CancelJobInput!) { cancelCaseRecordsJob(input: $input) { problems { ...ProblemParts } job { id status done } } } fragment ProblemParts on Problem { code field zh en }",
);

export const cancelFundsJobMutation = operation<types.CancelFundsJobMutation, types.CancelFundsJobMutationVariables>(
  "CancelFundsJob",
  "mutation CancelFundsJob($input: CancelJobInput!) { cancelFundsJob(input: $input) { problems { ...ProblemParts } job { id status done } } } fragment ProblemParts on Problem { code field zh en }",
);

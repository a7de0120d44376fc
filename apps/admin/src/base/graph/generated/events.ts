// Written by generate-operations.ts from the *.graphql documents. Not to be edited.

import { operation } from '../operation.ts';
import type * as types from './operation-types.ts';

export const eventsOfServiceQuery = operation<types.EventsOfServiceQuery, types.EventsOfServiceQueryVariables>(
  "EventsOfService",
  "query EventsOfService($identity: Boolean!, $caseRecords: Boolean!, $funds: Boolean!, $employmentLegal: Boolean!, $reporting: Boolean!) { identity: identityEvents @include(if: $identity) { ...ServiceEventsParts } caseRecords: caseRecordsEvents @include(if: $caseRecords) { ...ServiceEventsParts } funds: fundsEvents @include(if: $funds) { ...ServiceEventsParts } employmentLegal: employmentLegalEvents @include(if: $employmentLegal) { ...ServiceEventsParts } reporting: reportingEvents @include(if: $reporting) { ...ServiceEventsParts } } fragment ServiceEventsParts on ServiceEvents { service outbox { unsent oldestUnsentSeconds heldBack heldBackBy { pid application state openSeconds } } consumer { name lastHandledAt lagSeconds backlogEvents backlogSeconds } deadLetters deadLettersByType { type waiting } }",
);

export const deadLetterListQuery = operation<types.DeadLetterListQuery, types.DeadLetterListQueryVariables>(
  "DeadLetterList",
  "query DeadLetterList($filter: DeadLetterFilter, $page: Int, $perPage: Int, $identity: Boolean!, $caseRecords: Boolean!, $funds: Boolean!, $employmentLegal: Boolean!, $reporting: Boolean!) { identity: identityDeadLetters(filter: $filter, page: $page, perPage: $perPage) @include(if: $identity) { items { ...DeadLetterRow } total } caseRecords: caseRecordsDeadLetters( filter: $filter page: $page perPage: $perPage ) @include(if: $caseRecords) { items { ...DeadLetterRow } total } funds: fundsDeadLetters(filter: $filter, page: $page, perPage: $perPage) @include(if: $funds) { items { ...DeadLetterRow } total } employmentLegal: employmentLegalDeadLetters( filter: $filter page: $page perPage: $perPage ) @include(if: $employmentLegal) { items { ...DeadLetterRow } total } reporting: reportingDeadLetters(filter: $filter, page: $page, perPage: $perPage) @include(if: $reporting) { items { ...DeadLetterRow } total } } fragment DeadLetterRow on DeadLetter { id eventId type key organizationPath cause attempts diedAt replayedAt redrivenBy }",
);

export const deadLetterRecordQuery = operation<types.DeadLetterRecordQuery, types.DeadLetterRecordQueryVariables>(
  "DeadLetterRecord",
  "query DeadLetterRecord($id: String!, $identity: Boolean!, $caseRecords: Boolean!, $funds: Boolean!, $employmentLegal: Boolean!, $reporting: Boolean!) { identity: identityDeadLetter(id: $id) @include(if: $identity) { ...DeadLetterRow payload stack } caseRecords: caseRecordsDeadLetter(id: $id) @include(if: $caseRecords) { ...DeadLetterRow payload stack } funds: fundsDeadLetter(id: $id) @include(if: $funds) { ...DeadLetterRow payload stack } employmentLegal: employmentLegalDeadLetter(id: $id) @include(if: $employmentLegal) { ...DeadLetterRow payload stack } reporting: reportingDeadLetter(id: $id) @include(if: $reporting) { ...DeadLetterRow payload stack } } fragment DeadLetterRow on DeadLetter { id eventId type key organizationPath cause attempts diedAt replayedAt redrivenBy }",
);

export const redriveDeadLettersMutation = operation<types.RedriveDeadLettersMutation, types.RedriveDeadLettersMutationVariables>(
  "RedriveDeadLetters",
  "mutation RedriveDeadLetters($input: RedriveDeadLettersInput!, $identity: Boolean!, $caseRecords: Boolean!, $funds: Boolean!, $employmentLegal: Boolean!, $reporting: Boolean!) { identity: redriveIdentityDeadLetters(input: $input) @include(if: $identity) { ...RedrivenParts } caseRecords: redriveCaseRecordsDeadLetters(input: $input) @include(if: $caseRecords) { ...RedrivenParts } funds: redriveFundsDeadLetters(input: $input) @include(if: $funds) { ...RedrivenParts } employmentLegal: redriveEmploymentLegalDeadLetters(input: $input) @include(if: $employmentLegal) { ...RedrivenParts } reporting: redriveReportingDeadLetters(input: $input) @include(if: $reporting) { ...RedrivenParts } } fragment ProblemParts on Problem { code field zh en } fragment RedrivenParts on RedriveDeadLettersResult { problems { ...ProblemParts } rows { id ok problems { ...ProblemParts } } remaining }",
);

export const redriveDeadLettersAlikeMutation = operation<types.RedriveDeadLettersAlikeMutation, types.RedriveDeadLettersAlikeMutationVariables>(
  "RedriveDeadLettersAlike",
  "mutation RedriveDeadLettersAlike($input: RedriveDeadLettersAlikeInput!, $identity: Boolean!, $caseRecords: Boolean!, $funds: Boolean!, $employmentLegal: Boolean!, $reporting: Boolean!) { identity: redriveIdentityDeadLettersAlike(input: $input) @include(if: $identity) { ...RedrivenParts } caseRecords: redriveCaseRecordsDeadLettersAlike(input: $input) @include(if: $caseRecords) { ...RedrivenParts } funds: redriveFundsDeadLettersAlike(input: $input) @include(if: $funds) { ...RedrivenParts } employmentLegal: redriveEmploymentLegalDeadLettersAlike(input: $input) @include(if: $employmentLegal) { ...RedrivenParts } reporting: redriveReportingDeadLettersAlike(input: $input) @include(if: $reporting) { ...RedrivenParts } } fragment ProblemParts on Problem { code field zh en } fragment RedrivenParts on RedriveDeadLettersResult { problems { ...ProblemParts } rows { id ok problems { ...ProblemParts } } remaining }",
);

export const replayEventsMutation = operation<types.ReplayEventsMutation, types.ReplayEventsMutationVariables>(
  "ReplayEvents",
  "mutation ReplayEvents { replayEvents { problems { ...ProblemParts } replay { events factsBefore factsAfter } } } fragment ProblemParts on Problem { code field zh en }",
);

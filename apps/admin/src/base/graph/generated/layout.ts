// Written by generate-operations.ts from the *.graphql documents. Not to be edited.

import { operation } from '../operation.ts';
import type * as types from './operation-types.ts';

export const runningJobsQuery = operation<types.RunningJobsQuery, types.RunningJobsQueryVariables>(
  "RunningJobs",
  "query RunningJobs($rosters: Boolean!) { rosterImports(page: 1, perPage: 5) @include(if: $rosters) { items { id fileName status rowsTotal rowsDone } } caseRecordsJobs(running: true, page: 1, perPage: 5) { items { id service title total done refused } } fundsJobs(running: true, page: 1, perPage: 5) { items { id service title total done refused } } }",
);

export const paletteQuery = operation<types.PaletteQuery, types.PaletteQueryVariables>(
  "Palette",
  "query Palette($households: HouseholdFilter!, $text: String!, $withHouseholds: Boolean!, $withApplications: Boolean!, $withPapers: Boolean!) { households(filter: $households, page: 1, perPage: 8) @include(if: $withHouseholds) { items { id unitName head { id name maskedIdentityNumber } caseFile { id number status } } total problems { ...ProblemParts } } applications(filter: {search: $text}, page: 1, perPage: 5) @include(if: $withApplications) { items { id number status headName unitName amount } } papersByNumber(number: $text) @include(if: $withPapers) { id paper number organizationName amount } } fragment ProblemParts on Problem { code field zh en }",
);

export const searchHouseholdsQuery = operation<types.SearchHouseholdsQuery, types.SearchHouseholdsQueryVariables>(
  "SearchHouseholds",
  "query SearchHouseholds($filter: HouseholdFilter!) { households(filter: $filter, page: 1, perPage: 8) { items { id unitName head { id name maskedIdentityNumber } caseFile { id number status } } total problems { ...ProblemParts } } } fragment ProblemParts on Problem { code field zh en }",
);

export const workCountsQuery = operation<types.WorkCountsQuery, types.WorkCountsQueryVariables>(
  "WorkCounts",
  "query WorkCounts($cases: Boolean!, $funds: Boolean!, $work: Boolean!, $reports: Boolean!, $accounts: Boolean!, $obligations: Boolean!) { caseWork @include(if: $cases) { drafts returned submitted reviewed postingsEnded postingsRunning openObjections proposals postingsToConfirm payeesToConfirm paymentsReturned dibaoLinesToConfirm active applicationsToApprove applicationsReturned filesToPutForward applicationsAwaitingFunds applicationsAmountToApprove } fundsWork @include(if: $funds) { grantsCommitted grantsCommittedAmount grantsHeld decisionsToAnswer returnsToConfirm grantsAwaitingFunds grantsAwaitingAmount batchesToApprove batchesToPay batchesToAnswer allocationsInTransit entriesToCheck available committed } employmentLegalWork @include(if: $work) { jobSeekersOpen vacanciesOpen referralsOpen legalCasesOpen deadlinesPassed deadlinesWithin30Days wageClaimsOpen } reportingWork @include(if: $reports) { toSubmit toReview subordinatesNotSubmitted formsToIssue subordinates dueOn } accountWork: accountActs(filter: {forMe: true}, page: 1, perPage: 1) @include(if: $accounts) { total } caseRecordsObligations: caseRecordsObligationCounts @include(if: $obligations) { ...ObligationCountParts } identityObligations: identityObligationCounts @include(if: $obligations) { ...ObligationCountParts } reportingObligations: reportingObligationCounts @include(if: $obligations) { ...ObligationCountParts } } fragment ObligationCountParts on ObligationCount { kind name total overdue today week reminded escalated nextDueOn }",
);

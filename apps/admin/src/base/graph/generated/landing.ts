// Written by generate-operations.ts from the *.graphql documents. Not to be edited.

import { operation } from '../operation.ts';
import type * as types from './operation-types.ts';

export const firstOfCasesQuery = operation<types.FirstOfCasesQuery, types.FirstOfCasesQueryVariables>(
  "FirstOfCases",
  "query FirstOfCases($returned: Boolean!, $drafts: Boolean!, $paymentsReturned: Boolean!, $payees: Boolean!, $submitted: Boolean!, $proposals: Boolean!, $approve: Boolean!, $reviewed: Boolean!, $postings: Boolean!) { returned: households(filter: {status: RETURNED}, perPage: 5) @include(if: $returned) { items { ...WaitingHousehold } } drafts: households(filter: {status: DRAFT}, perPage: 5) @include(if: $drafts) { items { ...WaitingHousehold } } paymentsReturned: households(filter: {mark: PAYMENT_RETURNED}, perPage: 5) @include(if: $paymentsReturned) { items { ...WaitingHousehold } } payeesToConfirm: households( filter: {mark: PAYEE_CORRECTION_WAITING} perPage: 5 ) @include(if: $payees) { items { ...WaitingHousehold } } submitted: caseFiles(filter: {statuses: [SUBMITTED]}, perPage: 20) @include(if: $submitted) { items { id lockedForMe household { id unitName head { id name } } } } reviewed: households(filter: {status: COUNTY_REVIEW}, perPage: 5) @include(if: $reviewed) { items { ...WaitingHousehold } } postings(perPage: 20) @include(if: $postings) { items { id place to status openObjections organizationName } } fileProposals(perPage: 5) @include(if: $proposals) { items { id caseFile { id household { id unitName head { id name } } } } } applications(filter: {statuses: [COUNTY_REVIEW]}, perPage: 20) @include(if: $approve) { items { id headName unitName amount lockedForMe } } } fragment WaitingHousehold on Household { id unitName head { id name } }",
);

export const firstOfFundsQuery = operation<types.FirstOfFundsQuery, types.FirstOfFundsQueryVariables>(
  "FirstOfFunds",
  "query FirstOfFunds($committed: Boolean!, $held: Boolean!, $decisions: Boolean!, $returns: Boolean!, $prepared: Boolean!, $approved: Boolean!, $transit: Boolean!) { committed: grants(filter: {status: COMMITTED, held: false}, perPage: 5) @include(if: $committed) { items { ...WaitingGrant } } held: grants(filter: {status: HELD}, perPage: 5) @include(if: $held) { items { ...WaitingGrant } } decisions: grants(filter: {status: PROPOSED}, perPage: 5) @include(if: $decisions) { items { ...WaitingGrant } } returns: grants(filter: {status: RETURN_CLAIMED}, perPage: 5) @include(if: $returns) { items { ...WaitingGrant } } prepared: batches(filter: {status: PREPARED, own: true}, perPage: 20) @include(if: $prepared) { items { ...WaitingBatch lockedForMe } } approved: batches(filter: {status: APPROVED, own: true}, perPage: 5) @include(if: $approved) { items { ...WaitingBatch } } allocations(perPage: 20) @include(if: $transit) { items { id number fromOrganizationName amount status } } } fragment WaitingBatch on DisbursementBatch { id number total } fragment WaitingGrant on Grant { id payeeName unitName amount }",
);

export const firstOfWorkQuery = operation<types.FirstOfWorkQuery, types.FirstOfWorkQueryVariables>(
  "FirstOfWork",
  "query FirstOfWork($deadlines: Boolean!, $legalCases: Boolean!, $wageClaims: Boolean!, $referrals: Boolean!, $vacancies: Boolean!) { deadlines: legalCases(filter: {deadlineWithinDays: 30}, perPage: 20) @include(if: $deadlines) { items { id number clientName limitationDate limitationPassed } } legalCases(filter: {status: OPEN}, perPage: 20) @include(if: $legalCases) { items { id number clientName limitationDate } } wageClaims(filter: {status: OPEN}, perPage: 5) @include(if: $wageClaims) { items { id number employer owed } } referrals(filter: {status: REFERRED}, perPage: 5) @include(if: $referrals) { items { id jobSeeker { id name } vacancy { id employer } } } vacancies(filter: {status: OPEN}, perPage: 5) @include(if: $vacancies) { items { id employer trade } } }",
);

export const firstObligationsQuery = operation<types.FirstObligationsQuery, types.FirstObligationsQueryVariables>(
  "FirstObligations",
  "query FirstObligations { caseRecords: caseRecordsObligationCounts { kind first { ...FirstObligation } } identity: identityObligationCounts { kind first { ...FirstObligation } } reporting: reportingObligationCounts { kind first { ...FirstObligation } } } fragment FirstObligation on Obligation { id kind title address dueOn standing }",
);

export const myCaseFilesQuery = operation<types.MyCaseFilesQuery, types.MyCaseFilesQueryVariables>(
  "MyCaseFiles",
  "query MyCaseFiles { underWay: caseFiles( filter: {mine: true, statuses: [SUBMITTED, COUNTY_REVIEW, POSTED]} page: 1 perPage: 1 ) { total } done: caseFiles( filter: {mine: true, statuses: [ACTIVE, EXITED, REJECTED]} page: 1 perPage: 1 ) { total } }",
);

export const openCampaignFunnelQuery = operation<types.OpenCampaignFunnelQuery, types.OpenCampaignFunnelQueryVariables>(
  "OpenCampaignFunnel",
  "query OpenCampaignFunnel { campaigns(page: 1, perPage: 5) { items { id name status from quotas { organizationId households } funnel { organizationId organizationName registered submitted posted active putForward approved funded paid } } total } }",
);

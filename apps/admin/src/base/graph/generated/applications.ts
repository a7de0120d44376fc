// Written by generate-operations.ts from the *.graphql documents. Not to be edited.

import { operation } from '../operation.ts';
import type * as types from './operation-types.ts';

export const applicationRecordQuery = operation<types.ApplicationRecordQuery, types.ApplicationRecordQueryVariables>(
  "ApplicationRecord",
  "query ApplicationRecord($id: ID!, $money: Boolean!) { application(id: $id) { id number status amount aidType missingFunds putForwardBy putForwardAt approvedBy approvedAt opinion organizationName headName unitName campaign { id name } household { id } caseFile { id number } decision { id outcome policyName policyVersion } steps { id status at by opinion } payment @include(if: $money) { id status paidOn batchId batchNumber voucher { id number } parts { fundId fundName source amount } } } }",
);

export const applicationListQuery = operation<types.ApplicationListQuery, types.ApplicationListQueryVariables>(
  "ApplicationList",
  "query ApplicationList($filter: AidApplicationFilter, $sort: AidApplicationSort, $descending: Boolean, $page: Int, $perPage: Int) { applications( filter: $filter sort: $sort descending: $descending page: $page perPage: $perPage ) { items { id number status amount aidType putForwardBy putForwardAt organizationName headName unitName campaign { id name } } total sumAmount } }",
);

export const applicationsWaitingQuery = operation<types.ApplicationsWaitingQuery, types.ApplicationsWaitingQueryVariables>(
  "ApplicationsWaiting",
  "query ApplicationsWaiting($campaignId: ID) { applications( filter: {statuses: [COUNTY_REVIEW], campaignId: $campaignId} perPage: 1 ) { items { id campaign { id } } total } }",
);

export const applicationQueueQuery = operation<types.ApplicationQueueQuery, types.ApplicationQueueQueryVariables>(
  "ApplicationQueue",
  "query ApplicationQueue($filter: AidApplicationFilter, $page: Int, $perPage: Int) { applications(filter: $filter, page: $page, perPage: $perPage) { items { id number status amount aidType missingFunds putForwardBy putForwardAt approvedBy approvedAt opinion lockedForMe lockReason organizationName headName unitName campaign { id name } household { id } caseFile { id number evidence { id kind kindName fileName contentType size uploadedAt uploadedBy url previewUrl } } decision { id outcome amount amountMin amountMax cap policyName policyVersion caseFileVersion decidedAt evidenceMissing frequency maskedIdentityNumber } } total } }",
);

export const decisionGroundsQuery = operation<types.DecisionGroundsQuery, types.DecisionGroundsQueryVariables>(
  "DecisionGrounds",
  "query DecisionGrounds($id: ID!, $applicationId: ID!) { application(id: $applicationId) { id steps { id status at by opinion } } eligibilityDecision(id: $id) { id lines { criterion criterionEn householdValue threshold inForceFrom inForceTo evidence clauseCode clauseTitle source sourceText note met speaks } } }",
);

export const fundsLeftQuery = operation<types.FundsLeftQuery, types.FundsLeftQueryVariables>(
  "FundsLeft",
  "query FundsLeft { fundsWork { available } }",
);

export const approveApplicationsMutation = operation<types.ApproveApplicationsMutation, types.ApproveApplicationsMutationVariables>(
  "ApproveApplications",
  "mutation ApproveApplications($input: ApproveApplicationsInput!) { approveApplications(input: $input) { problems { ...ProblemParts } job { id service } rows { ...RowParts } total } } fragment ProblemParts on Problem { code field zh en } fragment RowParts on RowResult { id ok problems { ...ProblemParts } }",
);

export const returnApplicationsMutation = operation<types.ReturnApplicationsMutation, types.ReturnApplicationsMutationVariables>(
  "ReturnApplications",
  "mutation ReturnApplications($input: DecideApplicationsInput!) { returnApplications(input: $input) { problems { ...ProblemParts } job { id service } rows { ...RowParts } total } } fragment ProblemParts on Problem { code field zh en } fragment RowParts on RowResult { id ok problems { ...ProblemParts } }",
);

export const rejectApplicationsMutation = operation<types.RejectApplicationsMutation, types.RejectApplicationsMutationVariables>(
  "RejectApplications",
  "mutation RejectApplications($input: DecideApplicationsInput!) { rejectApplications(input: $input) { problems { ...ProblemParts } job { id service } rows { ...RowParts } total } } fragment ProblemParts on Problem { code field zh en } fragment RowParts on RowResult { id ok problems { ...ProblemParts } }",
);

export const submitApplicationsAgainMutation = operation<types.SubmitApplicationsAgainMutation, types.SubmitApplicationsAgainMutationVariables>(
  "SubmitApplicationsAgain",
  "mutation SubmitApplicationsAgain($input: SubmitApplicationsAgainInput!) { submitApplicationsAgain(input: $input) { problems { ...ProblemParts } rows { ...RowParts } } } fragment ProblemParts on Problem { code field zh en } fragment RowParts on RowResult { id ok problems { ...ProblemParts } }",
);

export const withdrawApplicationsMutation = operation<types.WithdrawApplicationsMutation, types.WithdrawApplicationsMutationVariables>(
  "WithdrawApplications",
  "mutation WithdrawApplications($input: WithdrawApplicationsInput!) { withdrawApplications(input: $input) { problems { ...ProblemParts } rows { ...RowParts } } } fragment ProblemParts on Problem { code field zh en } fragment RowParts on RowResult { id ok problems { ...ProblemParts } }",
);

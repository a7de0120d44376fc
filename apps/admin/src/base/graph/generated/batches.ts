// Written by generate-operations.ts from the *.graphql documents. Not to be edited.

import { operation } from '../operation.ts';
import type * as types from './operation-types.ts';

export const grantListQuery = operation<types.GrantListQuery, types.GrantListQueryVariables>(
  "GrantList",
  "query GrantList($filter: GrantFilter, $sort: GrantSort, $descending: Boolean, $page: Int, $perPage: Int) { grants( filter: $filter sort: $sort descending: $descending page: $page perPage: $perPage ) { items { id applicationId householdId payeeName unitName amount status missing campaignId aidType organizationName reason clause approvedBy approvedAt lockReason parts { fundId fundName source amount } holds { id cause reason since } } total sumAmount exportUrl } }",
);

export const fundsWorkQuery = operation<types.FundsWorkQuery, types.FundsWorkQueryVariables>(
  "FundsWork",
  "query FundsWork { fundsWork { grantsCommitted grantsCommittedAmount grantsHeld decisionsToAnswer returnsToConfirm grantsAwaitingFunds grantsAwaitingAmount batchesToApprove batchesToPay allocationsInTransit available } }",
);

export const batchListQuery = operation<types.BatchListQuery, types.BatchListQueryVariables>(
  "BatchList",
  "query BatchList($filter: DisbursementBatchFilter, $sort: DisbursementBatchSort, $descending: Boolean, $page: Int, $perPage: Int) { batches( filter: $filter sort: $sort descending: $descending page: $page perPage: $perPage ) { items { id number status organizationName campaignId total paymentCount preparedBy preparedAt approvedBy approvedAt paidBy paidAt lockedForMe lockReason } total sumAmount } }",
);

export const batchRecordQuery = operation<types.BatchRecordQuery, types.BatchRecordQueryVariables>(
  "BatchRecord",
  "query BatchRecord($id: ID!, $perPage: Int = 50) { batch(id: $id) { id number status organizationName campaignId total paymentCount preparedBy preparedAt approvedBy approvedAt paidBy paidAt lockedForMe lockReason returnedBy returnReason paidOn dateReason paymentFileUrl paymentFileCsvUrl vouchersUrl vouchersArchiveUrl rosterUrl parts { fundId fundName source amount } heldPayments { id payeeName amount grant { id holds { id cause reason since } } } payments(page: 1, perPage: $perPage) { ...PaymentsOfBatchParts } } } fragment PaymentsOfBatchParts on PaymentPage { items { id status amount payeeName maskedBankAccount householdId paidOn returnReason lockReason voucher { id number } parts { fundId fundName source amount } earlierAttempts { id } grant { id holds { id cause } } } total }",
);

export const grantRecordQuery = operation<types.GrantRecordQuery, types.GrantRecordQueryVariables>(
  "GrantRecord",
  "query GrantRecord($id: ID!) { grant(id: $id) { id applicationId householdId payeeName unitName organizationName amount status missing reason clause aidType approvedBy approvedAt maskedBankAccount lockReason parts { fundId fundName source amount } holds { id cause reason since heldAt } decisions { id kind status reason proposedBy proposedAt answeredBy answeredAt answer lockReason } payments { id status amount payeeName maskedBankAccount batchId batchNumber paidOn returnReason returnClaims { id status } } payeeCorrections { id at changed payeeName maskedBankAccount why who } } }",
);

export const batchFindingsQuery = operation<types.BatchFindingsQuery, types.BatchFindingsQueryVariables>(
  "BatchFindings",
  "query BatchFindings($id: ID!) { batch(id: $id) { id findings { key kind answer words who on payments { paymentId householdId payeeName maskedBankAccount amount } changes { fact before after } given { reason by at } } } }",
);

export const batchFilesQuery = operation<types.BatchFilesQuery, types.BatchFilesQueryVariables>(
  "BatchFiles",
  "query BatchFiles($id: ID!) { batch(id: $id) { id paymentFileCheckUrl paymentFiles { id format digest contentChanged madeBy madeAt } } }",
);

export const batchPaymentsQuery = operation<types.BatchPaymentsQuery, types.BatchPaymentsQueryVariables>(
  "BatchPayments",
  "query BatchPayments($id: ID!, $page: Int, $perPage: Int) { batch(id: $id) { id payments(page: $page, perPage: $perPage) { ...PaymentsOfBatchParts } } } fragment PaymentsOfBatchParts on PaymentPage { items { id status amount payeeName maskedBankAccount householdId paidOn returnReason lockReason voucher { id number } parts { fundId fundName source amount } earlierAttempts { id } grant { id holds { id cause } } } total }",
);

export const paymentRecordQuery = operation<types.PaymentRecordQuery, types.PaymentRecordQueryVariables>(
  "PaymentRecord",
  "query PaymentRecord($id: ID!) { payment(id: $id) { id status amount payeeName maskedBankAccount householdId batchId batchNumber paidOn returnReason lockReason returnClaims { id bankReference reason returnedOn dateReason status recordedBy recordedAt answeredBy answeredAt answer lockReason } earlierAttempts { id status amount payeeName maskedBankAccount batchId batchNumber paidOn returnReason returnClaims { id status } } voucher { id number entryNumber eligibilityDecisionId } grant { id applicationId approvedBy approvedAt aidType unitName } parts { fundId fundName source amount } } }",
);

export const prepareBatchMutation = operation<types.PrepareBatchMutation, types.PrepareBatchMutationVariables>(
  "PrepareBatch",
  "mutation PrepareBatch($input: PrepareBatchInput!) { prepareBatch(input: $input) { problems { ...ProblemParts } job { id service } batch { id number } } } fragment ProblemParts on Problem { code field zh en }",
);

export const approveBatchMutation = operation<types.ApproveBatchMutation, types.ApproveBatchMutationVariables>(
  "ApproveBatch",
  "mutation ApproveBatch($input: ApproveBatchInput!) { approveBatch(input: $input) { problems { ...ProblemParts } batch { id status } } } fragment ProblemParts on Problem { code field zh en }",
);

export const returnBatchMutation = operation<types.ReturnBatchMutation, types.ReturnBatchMutationVariables>(
  "ReturnBatch",
  "mutation ReturnBatch($input: ReturnBatchInput!) { returnBatch(input: $input) { problems { ...ProblemParts } batch { id status } } } fragment ProblemParts on Problem { code field zh en }",
);

export const payBatchMutation = operation<types.PayBatchMutation, types.PayBatchMutationVariables>(
  "PayBatch",
  "mutation PayBatch($input: PayBatchInput!) { payBatch(input: $input) { problems { ...ProblemParts } batch { id status } } } fragment ProblemParts on Problem { code field zh en }",
);

export const recordReturnedPaymentMutation = operation<types.RecordReturnedPaymentMutation, types.RecordReturnedPaymentMutationVariables>(
  "RecordReturnedPayment",
  "mutation RecordReturnedPayment($input: RecordReturnedPaymentInput!) { recordReturnedPayment(input: $input) { problems { ...ProblemParts } payment { id status } } } fragment ProblemParts on Problem { code field zh en }",
);

export const confirmReturnedPaymentMutation = operation<types.ConfirmReturnedPaymentMutation, types.ConfirmReturnedPaymentMutationVariables>(
  "ConfirmReturnedPayment",
  "mutation ConfirmReturnedPayment($input: ConfirmReturnedPaymentInput!) { confirmReturnedPayment(input: $input) { problems { ...ProblemParts } payment { id status } } } fragment ProblemParts on Problem { code field zh en }",
);

export const refuseReturnedPaymentMutation = operation<types.RefuseReturnedPaymentMutation, types.RefuseReturnedPaymentMutationVariables>(
  "RefuseReturnedPayment",
  "mutation RefuseReturnedPayment($input: RefuseReturnedPaymentInput!) { refuseReturnedPayment(input: $input) { problems { ...ProblemParts } payment { id status } } } fragment ProblemParts on Problem { code field zh en }",
);

export const answerBatchFindingsMutation = operation<types.AnswerBatchFindingsMutation, types.AnswerBatchFindingsMutationVariables>(
  "AnswerBatchFindings",
  "mutation AnswerBatchFindings($input: AnswerBatchFindingsInput!) { answerBatchFindings(input: $input) { problems { ...ProblemParts } batch { id status } } } fragment ProblemParts on Problem { code field zh en }",
);

export const proposeGrantDecisionMutation = operation<types.ProposeGrantDecisionMutation, types.ProposeGrantDecisionMutationVariables>(
  "ProposeGrantDecision",
  "mutation ProposeGrantDecision($input: ProposeGrantDecisionInput!) { proposeGrantDecision(input: $input) { problems { ...ProblemParts } grant { id status } } } fragment ProblemParts on Problem { code field zh en }",
);

export const confirmGrantDecisionMutation = operation<types.ConfirmGrantDecisionMutation, types.ConfirmGrantDecisionMutationVariables>(
  "ConfirmGrantDecision",
  "mutation ConfirmGrantDecision($input: ConfirmGrantDecisionInput!) { confirmGrantDecision(input: $input) { problems { ...ProblemParts } grant { id status } } } fragment ProblemParts on Problem { code field zh en }",
);

export const refuseGrantDecisionMutation = operation<types.RefuseGrantDecisionMutation, types.RefuseGrantDecisionMutationVariables>(
  "RefuseGrantDecision",
  "mutation RefuseGrantDecision($input: RefuseGrantDecisionInput!) { refuseGrantDecision(input: $input) { problems { ...ProblemParts } grant { id status } } } fragment ProblemParts on Problem { code field zh en }",
);

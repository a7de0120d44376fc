import { carryOut } from '../../base/graph/command.ts';
import {
  answerBatchFindingsMutation,
  approveBatchMutation,
  confirmGrantDecisionMutation,
  confirmReturnedPaymentMutation,
  payBatchMutation,
  prepareBatchMutation,
  proposeGrantDecisionMutation,
  recordReturnedPaymentMutation,
  refuseGrantDecisionMutation,
  refuseReturnedPaymentMutation,
  returnBatchMutation,
} from '../../base/graph/generated/batches.ts';
import type {
  AnswerBatchFindingsInput,
  ApproveBatchInput,
  ConfirmGrantDecisionInput,
  ConfirmReturnedPaymentInput,
  PayBatchInput,
  PrepareBatchInput,
  ProposeGrantDecisionInput,
  RecordReturnedPaymentInput,
  RefuseGrantDecisionInput,
  RefuseReturnedPaymentInput,
  ReturnBatchInput,
} from '../../base/graph/generated/operation-types.ts';

/** Collects committed grants into a batch (发放批次); the caller is its maker. */
export const prepareBatch = (input: PrepareBatchInput) => carryOut(prepareBatchMutation, input);

/** The head of finance approves a batch that somebody else prepared. */
export const approveBatch = (input: ApproveBatchInput) => carryOut(approveBatchMutation, input);

/** Dissolves a batch before it is paid, with the reason. */
export const returnBatch = (input: ReturnBatchInput) => carryOut(returnBatchMutation, input);

/** Pays an approved batch: entries are posted, vouchers made. */
export const payBatch = (input: PayBatchInput) => carryOut(payBatchMutation, input);

/** The head of finance answers the findings of a batch, with a reason if one is required. */
export const answerBatchFindings = (input: AnswerBatchFindingsInput) => carryOut(answerBatchFindingsMutation, input);

/** The bank sent a payment back (退汇): recorded with the bank's reference, to be confirmed by a second person. */
export const recordReturnedPayment = (input: RecordReturnedPaymentInput) =>
  carryOut(recordReturnedPaymentMutation, input);

/** The head of finance confirms a return: the money is back and committed again. */
export const confirmReturnedPayment = (input: ConfirmReturnedPaymentInput) =>
  carryOut(confirmReturnedPaymentMutation, input);

/** The head of finance refuses to confirm a return. */
export const refuseReturnedPayment = (input: RefuseReturnedPaymentInput) =>
  carryOut(refuseReturnedPaymentMutation, input);

/** Proposes to pay a held grant after all, or to release an unpaid one. */
export const proposeGrantDecision = (input: ProposeGrantDecisionInput) => carryOut(proposeGrantDecisionMutation, input);

/** Confirms somebody else's proposal for a grant. */
export const confirmGrantDecision = (input: ConfirmGrantDecisionInput) => carryOut(confirmGrantDecisionMutation, input);

/** Refuses somebody else's proposal for a grant. */
export const refuseGrantDecision = (input: RefuseGrantDecisionInput) => carryOut(refuseGrantDecisionMutation, input);

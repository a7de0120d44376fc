import { carryOut } from '../graph/command.ts';
import {
  approveBatchMutation,
  payBatchMutation,
  prepareBatchMutation,
  recordReturnedPaymentMutation,
  returnBatchMutation,
} from '../graph/generated/batches.ts';
import type {
  ApproveBatchInput,
  PayBatchInput,
  PrepareBatchInput,
  RecordReturnedPaymentInput,
  ReturnBatchInput,
} from '../graph/generated/operation-types.ts';

/** Collects committed grants into a batch (发放批次); whoever does so is its maker. */
export const prepareBatch = (input: PrepareBatchInput) => carryOut(prepareBatchMutation, input);

/** The head of finance approves a batch that another prepared. */
export const approveBatch = (input: ApproveBatchInput) => carryOut(approveBatchMutation, input);

/** Dissolves a batch before it is paid, with the reason. */
export const returnBatch = (input: ReturnBatchInput) => carryOut(returnBatchMutation, input);

/** Pays an approved batch: entries are posted, vouchers made. */
export const payBatch = (input: PayBatchInput) => carryOut(payBatchMutation, input);

/** The bank sent a payment back (退汇): the money is committed again. */
export const recordReturnedPayment = (input: RecordReturnedPaymentInput) =>
  carryOut(recordReturnedPaymentMutation, input);

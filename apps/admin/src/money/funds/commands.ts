import { carryOut } from '../../base/graph/command.ts';
import { openFundMutation, recordReceiptMutation } from '../../base/graph/generated/funds.ts';
import type { OpenFundInput, RecordReceiptInput } from '../../base/graph/generated/operation-types.ts';

/** Opens a fund (专项资金): one source, stated purposes, one year. */
export const openFund = (input: OpenFundInput) => carryOut(openFundMutation, input);

/** Records money that came into a fund, once per idempotency key. */
export const recordReceipt = (input: RecordReceiptInput) => carryOut(recordReceiptMutation, input);

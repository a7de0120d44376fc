// Written by generate-operations.ts from the *.graphql documents. Not to be edited.

import { operation } from '../operation.ts';
import type * as types from './operation-types.ts';

export const voucherRecordQuery = operation<types.VoucherRecordQuery, types.VoucherRecordQueryVariables>(
  "VoucherRecord",
  "query VoucherRecord($id: ID!) { voucher(id: $id) { id number householdHead form { title stamp head { ...Printed } rows { cells { ...Printed } } signers { ...Printed } seal foot } pdfUrl entryNumber applicationId eligibilityDecisionId payment { id status batchId batchNumber householdId paidOn } } } fragment Printed on VoucherFormCell { label lead text }",
);

// Written by generate-operations.ts from the *.graphql documents. Not to be edited.

import { operation } from '../operation.ts';
import type * as types from './operation-types.ts';

export const voucherRecordQuery = operation<types.VoucherRecordQuery, types.VoucherRecordQueryVariables>(
  "VoucherRecord",
  "query VoucherRecord($id: ID!) { voucher(id: $id) { id number unitName householdHead maskedIdentityNumber reason clause amount amountInCapitals fundAndSource handler checker approver issuedOn pdfUrl entryNumber applicationId eligibilityDecisionId payment { id status batchId batchNumber householdId paidOn } } }",
);

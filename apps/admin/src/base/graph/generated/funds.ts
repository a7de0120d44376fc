// Written by generate-operations.ts from the *.graphql documents. Not to be edited.

import { operation } from '../operation.ts';
import type * as types from './operation-types.ts';

export const fundListQuery = operation<types.FundListQuery, types.FundListQueryVariables>(
  "FundList",
  "query FundList($filter: FundFilter, $page: Int, $perPage: Int) { funds(filter: $filter, page: $page, perPage: $perPage) { items { id name organizationName source purposes year campaignId balance committed available priority } total } }",
);

export const fundRecordQuery = operation<types.FundRecordQuery, types.FundRecordQueryVariables>(
  "FundRecord",
  "query FundRecord($id: ID!) { fund(id: $id) { id name organizationName organization { id } source purposes year campaignId balance committed available priority receipts { id amount payer receivedOn memo allocationId entryNumber } } }",
);

export const receiptRecordQuery = operation<types.ReceiptRecordQuery, types.ReceiptRecordQueryVariables>(
  "ReceiptRecord",
  "query ReceiptRecord($id: ID!) { receipt(id: $id) { id amount payer receivedOn dateReason memo allocationId entryNumber fund { id name organizationName source purposes } } }",
);

export const openFundMutation = operation<types.OpenFundMutation, types.OpenFundMutationVariables>(
  "OpenFund",
  "mutation OpenFund($input: OpenFundInput!) { openFund(input: $input) { problems { ...ProblemParts } fund { id } } } fragment ProblemParts on Problem { code field zh en }",
);

export const recordReceiptMutation = operation<types.RecordReceiptMutation, types.RecordReceiptMutationVariables>(
  "RecordReceipt",
  "mutation RecordReceipt($input: RecordReceiptInput!) { recordReceipt(input: $input) { problems { ...ProblemParts } receipt { id } waiting { id } } } fragment ProblemParts on Problem { code field zh en }",
);

export const openCampaignsQuery = operation<types.OpenCampaignsQuery, types.OpenCampaignsQueryVariables>(
  "OpenCampaigns",
  "query OpenCampaigns { campaigns(page: 1, perPage: 50) { items { id name status standard from to } total } }",
);

// Written by generate-operations.ts from the *.graphql documents. Not to be edited.

import { operation } from '../operation.ts';
import type * as types from './operation-types.ts';

export const allocationListQuery = operation<types.AllocationListQuery, types.AllocationListQueryVariables>(
  "AllocationList",
  "query AllocationList($sort: AllocationSort, $descending: Boolean, $page: Int, $perPage: Int) { allocations( sort: $sort descending: $descending page: $page perPage: $perPage ) { items { id number fromOrganizationId fromOrganizationName toOrganizationId toOrganizationName amount source matchingRequirement matchingRatio matchingRequired matched status sentOn receivedOn campaignId paid unspent } total sumAmount } }",
);

export const allocationTargetsQuery = operation<types.AllocationTargetsQuery, types.AllocationTargetsQueryVariables>(
  "AllocationTargets",
  "query AllocationTargets { organizations(page: 1, perPage: 100, filter: {kinds: [COUNTY, INDUSTRY_UNION]}) { items { id name code } total } }",
);

export const allocationRecordQuery = operation<types.AllocationRecordQuery, types.AllocationRecordQueryVariables>(
  "AllocationRecord",
  "query AllocationRecord($id: ID!) { allocation(id: $id) { id number fromOrganizationName toOrganizationName amount source matchingRequirement matchingRatio matchingRequired matched status sentOn receivedOn paid unspent } }",
);

export const sendAllocationMutation = operation<types.SendAllocationMutation, types.SendAllocationMutationVariables>(
  "SendAllocation",
  "mutation SendAllocation($input: SendAllocationInput!) { sendAllocation(input: $input) { problems { ...ProblemParts } allocation { id number } waiting { id } } } fragment ProblemParts on Problem { code field zh en }",
);

export const receiveAllocationMutation = operation<types.ReceiveAllocationMutation, types.ReceiveAllocationMutationVariables>(
  "ReceiveAllocation",
  "mutation ReceiveAllocation($input: ReceiveAllocationInput!) { receiveAllocation(input: $input) { problems { ...ProblemParts } allocation { id number } } } fragment ProblemParts on Problem { code field zh en }",
);

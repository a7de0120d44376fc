// Written by generate-operations.ts from the *.graphql documents. Not to be edited.

import { operation } from '../operation.ts';
import type * as types from './operation-types.ts';

export const wageClaimListQuery = operation<types.WageClaimListQuery, types.WageClaimListQueryVariables>(
  "WageClaimList",
  "query WageClaimList($filter: WageClaimFilter, $page: Int, $perPage: Int) { wageClaims(filter: $filter, page: $page, perPage: $perPage) { items { id number employer site openedOn status owed recovered workerCount migrantWorkerCount organizationName } total } }",
);

export const wageClaimRecordQuery = operation<types.WageClaimRecordQuery, types.WageClaimRecordQueryVariables>(
  "WageClaimRecord",
  "query WageClaimRecord($id: ID!) { wageClaim(id: $id) { id number employer site openedOn dateReason openedBy status owed recovered workerCount migrantWorkerCount organizationName recoveries { id recoveredOn dateReason amount workers recordedBy } workers { id name maskedIdentityNumber migrantWorker owed recovered householdId } } }",
);

export const openWageClaimMutation = operation<types.OpenWageClaimMutation, types.OpenWageClaimMutationVariables>(
  "OpenWageClaim",
  "mutation OpenWageClaim($input: OpenWageClaimInput!) { openWageClaim(input: $input) { problems { ...ProblemParts } wageClaim { id } } } fragment ProblemParts on Problem { code field zh en }",
);

export const recordRecoveryMutation = operation<types.RecordRecoveryMutation, types.RecordRecoveryMutationVariables>(
  "RecordRecovery",
  "mutation RecordRecovery($input: RecordRecoveryInput!) { recordRecovery(input: $input) { problems { ...ProblemParts } wageClaim { id } } } fragment ProblemParts on Problem { code field zh en }",
);

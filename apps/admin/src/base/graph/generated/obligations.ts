// Written by generate-operations.ts from the *.graphql documents. Not to be edited.

import { operation } from '../operation.ts';
import type * as types from './operation-types.ts';

export const obligationsQuery = operation<types.ObligationsQuery, types.ObligationsQueryVariables>(
  "Obligations",
  "query Obligations($filter: ObligationFilter, $page: Int, $perPage: Int) { caseRecords: caseRecordsObligations( filter: $filter page: $page perPage: $perPage ) { total items { ...ObligationParts } } identity: identityObligations(filter: $filter, page: $page, perPage: $perPage) { total items { ...ObligationParts } } reporting: reportingObligations(filter: $filter, page: $page, perPage: $perPage) { total items { ...ObligationParts } } } fragment ObligationParts on Obligation { id service kind name title organizationName address dueOn standing remindedAt escalatedAt status endedAt endedBecause history { kind on at } }",
);

export const obligationKindsQuery = operation<types.ObligationKindsQuery, types.ObligationKindsQueryVariables>(
  "ObligationKinds",
  "query ObligationKinds($everybody: Boolean) { caseRecords: caseRecordsObligationCounts(everybody: $everybody) { ...ObligationCountParts } identity: identityObligationCounts(everybody: $everybody) { ...ObligationCountParts } reporting: reportingObligationCounts(everybody: $everybody) { ...ObligationCountParts } } fragment ObligationCountParts on ObligationCount { kind name total overdue today week reminded escalated nextDueOn }",
);

// Written by generate-operations.ts from the *.graphql documents. Not to be edited.

import { operation } from '../operation.ts';
import type * as types from './operation-types.ts';

export const auditEntriesQuery = operation<types.AuditEntriesQuery, types.AuditEntriesQueryVariables>(
  "AuditEntries",
  "query AuditEntries($filter: AuditEntryFilter, $perPage: Int, $identity: String, $caseRecords: String, $funds: String, $employmentLegal: String, $reporting: String, $counted: Boolean!) { identity: identityAuditEntries( filter: $filter before: $identity perPage: $perPage ) { items { ...AuditEntryParts } total @include(if: $counted) } caseRecords: caseRecordsAuditEntries( filter: $filter before: $caseRecords perPage: $perPage ) { items { ...AuditEntryParts } total @include(if: $counted) } funds: fundsAuditEntries(filter: $filter, before: $funds, perPage: $perPage) { items { ...AuditEntryParts } total @include(if: $counted) } employmentLegal: employmentLegalAuditEntries( filter: $filter before: $employmentLegal perPage: $perPage ) { items { ...AuditEntryParts } total @include(if: $counted) } reporting: reportingAuditEntries( filter: $filter before: $reporting perPage: $perPage ) { items { ...AuditEntryParts } total @include(if: $counted) } } fragment AuditEntryParts on AuditEntry { id at organizationPath staffName action recordType recordId before after requestId address }",
);

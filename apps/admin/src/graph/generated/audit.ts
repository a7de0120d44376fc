// Written by generate-operations.ts from the *.graphql documents. Not to be edited.

import { operation } from '../operation.ts';
import type * as types from './operation-types.ts';

export const auditEntryListQuery = operation<types.AuditEntryListQuery, types.AuditEntryListQueryVariables>(
  "AuditEntryList",
  "query AuditEntryList($filter: AuditEntryFilter, $page: Int, $perPage: Int) { auditEntries(filter: $filter, page: $page, perPage: $perPage) { items { id at staffName action recordType recordId before after requestId } total } }",
);

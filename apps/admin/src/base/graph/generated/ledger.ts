// Written by generate-operations.ts from the *.graphql documents. Not to be edited.

import { operation } from '../operation.ts';
import type * as types from './operation-types.ts';

export const accountBalancesQuery = operation<types.AccountBalancesQuery, types.AccountBalancesQueryVariables>(
  "AccountBalances",
  "query AccountBalances($asOf: Instant) { accounts(asOf: $asOf) { code name nameEn kind balance } }",
);

export const journalEntryListQuery = operation<types.JournalEntryListQuery, types.JournalEntryListQueryVariables>(
  "JournalEntryList",
  "query JournalEntryList($filter: JournalFilter, $page: Int, $perPage: Int) { journalEntries(filter: $filter, page: $page, perPage: $perPage) { items { id number businessDate recordedAt memo reverses lines { accountCode accountName debit credit fundId } } total } }",
);

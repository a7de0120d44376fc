// Written by generate-operations.ts from the *.graphql documents. Not to be edited.

import { operation } from '../operation.ts';
import type * as types from './operation-types.ts';

export const pendingEntriesQuery = operation<types.PendingEntriesQuery, types.PendingEntriesQueryVariables>(
  "PendingEntries",
  "query PendingEntries { pendingEntries { id kind fundName amount counterpart document proposedBy proposedAt isOwn carriedOut opinion decidedBy decidedAt } }",
);

export const decidePendingEntryMutation = operation<types.DecidePendingEntryMutation, types.DecidePendingEntryMutationVariables>(
  "DecidePendingEntry",
  "mutation DecidePendingEntry($input: DecidePendingEntryInput!) { decidePendingEntry(input: $input) { problems { ...ProblemParts } entry { id } } } fragment ProblemParts on Problem { code field zh en }",
);

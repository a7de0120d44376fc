// Written by generate-operations.ts from the *.graphql documents. Not to be edited.

import { operation } from '../operation.ts';
import type * as types from './operation-types.ts';

export const eventConsumersQuery = operation<types.EventConsumersQuery, types.EventConsumersQueryVariables>(
  "EventConsumers",
  "query EventConsumers { eventConsumers { name lag status } }",
);

export const deadLetterListQuery = operation<types.DeadLetterListQuery, types.DeadLetterListQueryVariables>(
  "DeadLetterList",
  "query DeadLetterList($page: Int, $perPage: Int) { deadLetters(page: $page, perPage: $perPage) { items { id eventType cause at } total } }",
);

export const replayEventsMutation = operation<types.ReplayEventsMutation, types.ReplayEventsMutationVariables>(
  "ReplayEvents",
  "mutation ReplayEvents { replayEvents { problems { ...ProblemParts } } } fragment ProblemParts on Problem { code field zh en }",
);

// Written by generate-operations.ts from the *.graphql documents. Not to be edited.

import { operation } from '../operation.ts';
import type * as types from './operation-types.ts';

export const eventConsumersQuery = operation<types.EventConsumersQuery, types.EventConsumersQueryVariables>(
  "EventConsumers",
  "query EventConsumers { eventConsumers { name lastHandledAt lagSeconds deadLetters unsent } }",
);

export const deadLetterListQuery = operation<types.DeadLetterListQuery, types.DeadLetterListQueryVariables>(
  "DeadLetterList",
  "query DeadLetterList($page: Int, $perPage: Int) { deadLetters(page: $page, perPage: $perPage) { items { id eventId type key cause attempts diedAt } total } }",
);

export const replayEventsMutation = operation<types.ReplayEventsMutation, types.ReplayEventsMutationVariables>(
  "ReplayEvents",
  "mutation ReplayEvents { replayEvents { problems { ...ProblemParts } replay { events factsBefore factsAfter } } } fragment ProblemParts on Problem { code field zh en }",
);

export const replayDeadLettersMutation = operation<types.ReplayDeadLettersMutation, types.ReplayDeadLettersMutationVariables>(
  "ReplayDeadLetters",
  "mutation ReplayDeadLetters($input: ReplayDeadLettersInput!) { replayDeadLetters(input: $input) { id ok problems { ...ProblemParts } } } fragment ProblemParts on Problem { code field zh en }",
);

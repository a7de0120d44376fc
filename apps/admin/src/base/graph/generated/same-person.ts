// Written by generate-operations.ts from the *.graphql documents. Not to be edited.

import { operation } from '../operation.ts';
import type * as types from './operation-types.ts';

export const suspectedDoublesQuery = operation<types.SuspectedDoublesQuery, types.SuspectedDoublesQueryVariables>(
  "SuspectedDoubles",
  "query SuspectedDoubles($householdId: ID!) { household(id: $householdId) { id suspectedDoubles { ...DoubleParts } } } fragment DoubleParts on SuspectedDouble { id elsewhere samePhone sameAccount strength because { feature weight } household { id head { name } } answer { why staffName answeredAt } }",
);

export const answerSuspectedDoubleMutation = operation<types.AnswerSuspectedDoubleMutation, types.AnswerSuspectedDoubleMutationVariables>(
  "AnswerSuspectedDouble",
  "mutation AnswerSuspectedDouble($input: AnswerSuspectedDoubleInput!) { answerSuspectedDouble(input: $input) { problems { ...ProblemParts } } } fragment ProblemParts on Problem { code field zh en }",
);

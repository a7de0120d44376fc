// Written by generate-operations.ts from the *.graphql documents. Not to be edited.

import { operation } from '../operation.ts';
import type * as types from './operation-types.ts';

export const correctPayeeMutation = operation<types.CorrectPayeeMutation, types.CorrectPayeeMutationVariables>(
  "CorrectPayee",
  "mutation CorrectPayee($input: CorrectPayeeInput!) { correctPayee(input: $input) { problems { ...ProblemParts } correction { id state } } } fragment ProblemParts on Problem { code field zh en }",
);

export const confirmPayeeCorrectionMutation = operation<types.ConfirmPayeeCorrectionMutation, types.ConfirmPayeeCorrectionMutationVariables>(
  "ConfirmPayeeCorrection",
  "mutation ConfirmPayeeCorrection($input: DecidePayeeCorrectionInput!) { confirmPayeeCorrection(input: $input) { problems { ...ProblemParts } correction { id state } } } fragment ProblemParts on Problem { code field zh en }",
);

export const refusePayeeCorrectionMutation = operation<types.RefusePayeeCorrectionMutation, types.RefusePayeeCorrectionMutationVariables>(
  "RefusePayeeCorrection",
  "mutation RefusePayeeCorrection($input: DecidePayeeCorrectionInput!) { refusePayeeCorrection(input: $input) { problems { ...ProblemParts } correction { id state } } } fragment ProblemParts on Problem { code field zh en }",
);

export const unmaskPayeeCorrectionMutation = operation<types.UnmaskPayeeCorrectionMutation, types.UnmaskPayeeCorrectionMutationVariables>(
  "UnmaskPayeeCorrection",
  "mutation UnmaskPayeeCorrection($input: UnmaskPayeeCorrectionInput!) { unmaskPayeeCorrection(input: $input) { problems { ...ProblemParts } numbers { phoneBefore phoneAfter bankAccountBefore bankAccountAfter } } } fragment ProblemParts on Problem { code field zh en }",
);

// Written by generate-operations.ts from the *.graphql documents. Not to be edited.

import { operation } from '../operation.ts';
import type * as types from './operation-types.ts';

export const dibaoLineListQuery = operation<types.DibaoLineListQuery, types.DibaoLineListQueryVariables>(
  "DibaoLineList",
  "query DibaoLineList { dibaoLines { id organizationName from monthlyPerCapita marginFactor } }",
);

export const setDibaoLineMutation = operation<types.SetDibaoLineMutation, types.SetDibaoLineMutationVariables>(
  "SetDibaoLine",
  "mutation SetDibaoLine($input: SetDibaoLineInput!) { setDibaoLine(input: $input) { problems { ...ProblemParts } dibaoLine { id } } } fragment ProblemParts on Problem { code field zh en }",
);

// Written by generate-operations.ts from the *.graphql documents. Not to be edited.

import { operation } from '../operation.ts';
import type * as types from './operation-types.ts';

export const dibaoLineListQuery = operation<types.DibaoLineListQuery, types.DibaoLineListQueryVariables>(
  "DibaoLineList",
  "query DibaoLineList { dibaoLines { id organizationName from monthlyPerCapita marginFactor awaitsConfirmation setBy confirmedBy begunAt changedFiles mayConfirm mayRefuse } }",
);

export const reclassListQuery = operation<types.ReclassListQuery, types.ReclassListQueryVariables>(
  "ReclassList",
  "query ReclassList($filter: HardshipReclassFilter, $page: Int, $perPage: Int) { hardshipReclasses(filter: $filter, page: $page, perPage: $perPage) { items { id oldClass newClass judgedAt caseFile { id number status household { id organizationName head { id name } } } } total } }",
);

export const setDibaoLineMutation = operation<types.SetDibaoLineMutation, types.SetDibaoLineMutationVariables>(
  "SetDibaoLine",
  "mutation SetDibaoLine($input: SetDibaoLineInput!) { setDibaoLine(input: $input) { problems { ...ProblemParts } dibaoLine { id } } } fragment ProblemParts on Problem { code field zh en }",
);

export const confirmDibaoLineMutation = operation<types.ConfirmDibaoLineMutation, types.ConfirmDibaoLineMutationVariables>(
  "ConfirmDibaoLine",
  "mutation ConfirmDibaoLine($input: ConfirmDibaoLineInput!) { confirmDibaoLine(input: $input) { problems { ...ProblemParts } dibaoLine { id } } } fragment ProblemParts on Problem { code field zh en }",
);

export const refuseDibaoLineMutation = operation<types.RefuseDibaoLineMutation, types.RefuseDibaoLineMutationVariables>(
  "RefuseDibaoLine",
  "mutation RefuseDibaoLine($input: RefuseDibaoLineInput!) { refuseDibaoLine(input: $input) { problems { ...ProblemParts } dibaoLineId } } fragment ProblemParts on Problem { code field zh en }",
);

// Written by generate-operations.ts from the *.graphql documents. Not to be edited.

import { operation } from '../operation.ts';
import type * as types from './operation-types.ts';

export const accountActsQuery = operation<types.AccountActsQuery, types.AccountActsQueryVariables>(
  "AccountActs",
  "query AccountActs($filter: AccountActFilter, $page: Int, $perPage: Int) { accountActs(filter: $filter, page: $page, perPage: $perPage) { items { ...AccountActParts } total } } fragment AccountActParts on AccountAct { id kind state name username roles rolesBefore outsideSubject rank firstDay lastDay reason askedByName askedAt expiresAt decidedByName decidedAt seenAt deciders mayConfirm mayRefuse mayWithdraw staff { id } organization { id name } to { id name } }",
);

export const myAccountActsQuery = operation<types.MyAccountActsQuery, types.MyAccountActsQueryVariables>(
  "MyAccountActs",
  "query MyAccountActs { myAccountActs { ...AccountActParts } } fragment AccountActParts on AccountAct { id kind state name username roles rolesBefore outsideSubject rank firstDay lastDay reason askedByName askedAt expiresAt decidedByName decidedAt seenAt deciders mayConfirm mayRefuse mayWithdraw staff { id } organization { id name } to { id name } }",
);

export const accountNewsQuery = operation<types.AccountNewsQuery, types.AccountNewsQueryVariables>(
  "AccountNews",
  "query AccountNews { me { accountNews } }",
);

export const confirmAccountActMutation = operation<types.ConfirmAccountActMutation, types.ConfirmAccountActMutationVariables>(
  "ConfirmAccountAct",
  "mutation ConfirmAccountAct($input: DecideAccountActInput!) { confirmAccountAct(input: $input) { problems { ...ProblemParts } act { id state } } } fragment ProblemParts on Problem { code field zh en }",
);

export const refuseAccountActMutation = operation<types.RefuseAccountActMutation, types.RefuseAccountActMutationVariables>(
  "RefuseAccountAct",
  "mutation RefuseAccountAct($input: DecideAccountActInput!) { refuseAccountAct(input: $input) { problems { ...ProblemParts } act { id state } } } fragment ProblemParts on Problem { code field zh en }",
);

export const withdrawAccountActMutation = operation<types.WithdrawAccountActMutation, types.WithdrawAccountActMutationVariables>(
  "WithdrawAccountAct",
  "mutation WithdrawAccountAct($input: DecideAccountActInput!) { withdrawAccountAct(input: $input) { problems { ...ProblemParts } act { id state } } } fragment ProblemParts on Problem { code field zh en }",
);

export const markAccountActsSeenMutation = operation<types.MarkAccountActsSeenMutation, types.MarkAccountActsSeenMutationVariables>(
  "MarkAccountActsSeen",
  "mutation MarkAccountActsSeen { markAccountActsSeen { problems { ...ProblemParts } seen } } fragment ProblemParts on Problem { code field zh en }",
);

// Written by generate-operations.ts from the *.graphql documents. Not to be edited.

import { operation } from '../operation.ts';
import type * as types from './operation-types.ts';

export const ownAccountQuery = operation<types.OwnAccountQuery, types.OwnAccountQueryVariables>(
  "OwnAccount",
  "query OwnAccount { me { rank staff { id officePhone } } mySecondFactor { since recoveryCodesLeft } mySessions { id device maskedAddress startedAt lastUsedAt current } }",
);

export const delegationsQuery = operation<types.DelegationsQuery, types.DelegationsQueryVariables>(
  "Delegations",
  "query Delegations($staffId: ID) { delegations(staffId: $staffId) { id roles firstDay lastDay reason state endedAt from { id name } to { id name } madeBy { id name } } }",
);

export const changePasswordMutation = operation<types.ChangePasswordMutation, types.ChangePasswordMutationVariables>(
  "ChangePassword",
  "mutation ChangePassword($input: ChangePasswordInput!) { changePassword(input: $input) { problems { ...ProblemParts } staff { id } } } fragment ProblemParts on Problem { code field zh en }",
);

export const endSessionMutation = operation<types.EndSessionMutation, types.EndSessionMutationVariables>(
  "EndSession",
  "mutation EndSession($input: EndSessionInput!) { endSession(input: $input) { problems { ...ProblemParts } session { id } } } fragment ProblemParts on Problem { code field zh en }",
);

export const endOtherSessionsMutation = operation<types.EndOtherSessionsMutation, types.EndOtherSessionsMutationVariables>(
  "EndOtherSessions",
  "mutation EndOtherSessions { endOtherSessions { problems { ...ProblemParts } ended } } fragment ProblemParts on Problem { code field zh en }",
);

export const beginSecondFactorMutation = operation<types.BeginSecondFactorMutation, types.BeginSecondFactorMutationVariables>(
  "BeginSecondFactor",
  "mutation BeginSecondFactor($input: OwnPasswordInput!) { beginSecondFactor(input: $input) { problems { ...ProblemParts } begun { secret address } } } fragment ProblemParts on Problem { code field zh en }",
);

export const confirmSecondFactorMutation = operation<types.ConfirmSecondFactorMutation, types.ConfirmSecondFactorMutationVariables>(
  "ConfirmSecondFactor",
  "mutation ConfirmSecondFactor($input: ConfirmSecondFactorInput!) { confirmSecondFactor(input: $input) { problems { ...ProblemParts } recovery { codes } } } fragment ProblemParts on Problem { code field zh en }",
);

export const renewRecoveryCodesMutation = operation<types.RenewRecoveryCodesMutation, types.RenewRecoveryCodesMutationVariables>(
  "RenewRecoveryCodes",
  "mutation RenewRecoveryCodes($input: OwnPasswordInput!) { renewRecoveryCodes(input: $input) { problems { ...ProblemParts } recovery { codes } } } fragment ProblemParts on Problem { code field zh en }",
);

export const removeSecondFactorMutation = operation<types.RemoveSecondFactorMutation, types.RemoveSecondFactorMutationVariables>(
  "RemoveSecondFactor",
  "mutation RemoveSecondFactor($input: OwnPasswordInput!) { removeSecondFactor(input: $input) { problems { ...ProblemParts } staff { id } } } fragment ProblemParts on Problem { code field zh en }",
);

export const delegateRolesMutation = operation<types.DelegateRolesMutation, types.DelegateRolesMutationVariables>(
  "DelegateRoles",
  "mutation DelegateRoles($input: DelegateRolesInput!) { delegateRoles(input: $input) { problems { ...ProblemParts } delegation { id } act { id } } } fragment ProblemParts on Problem { code field zh en }",
);

export const endDelegationMutation = operation<types.EndDelegationMutation, types.EndDelegationMutationVariables>(
  "EndDelegation",
  "mutation EndDelegation($input: EndDelegationInput!) { endDelegation(input: $input) { problems { ...ProblemParts } delegation { id } } } fragment ProblemParts on Problem { code field zh en }",
);

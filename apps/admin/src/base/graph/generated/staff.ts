// Written by generate-operations.ts from the *.graphql documents. Not to be edited.

import { operation } from '../operation.ts';
import type * as types from './operation-types.ts';

export const staffListQuery = operation<types.StaffListQuery, types.StaffListQueryVariables>(
  "StaffList",
  "query StaffList($filter: StaffFilter, $page: Int, $perPage: Int) { allStaff(filter: $filter, page: $page, perPage: $perPage) { items { id username name roles active lastSignedInAt organization { id name } } total } }",
);

export const staffRecordQuery = operation<types.StaffRecordQuery, types.StaffRecordQueryVariables>(
  "StaffRecord",
  "query StaffRecord($id: ID!) { staff(id: $id) { id username name officePhone roles active lastSignedInAt mustChangePassword secondFactor lockedUntil outsideSubject organization { id name } ranks { id rank inForceFrom inForceTo } } }",
);

export const enrolStaffMutation = operation<types.EnrolStaffMutation, types.EnrolStaffMutationVariables>(
  "EnrolStaff",
  "mutation EnrolStaff($input: EnrolStaffInput!) { enrolStaff(input: $input) { problems { ...ProblemParts } act { id state } } } fragment ProblemParts on Problem { code field zh en }",
);

export const changeStaffRolesMutation = operation<types.ChangeStaffRolesMutation, types.ChangeStaffRolesMutationVariables>(
  "ChangeStaffRoles",
  "mutation ChangeStaffRoles($input: ChangeStaffRolesInput!) { changeStaffRoles(input: $input) { problems { ...ProblemParts } act { id state } } } fragment ProblemParts on Problem { code field zh en }",
);

export const changeOfficePhoneMutation = operation<types.ChangeOfficePhoneMutation, types.ChangeOfficePhoneMutationVariables>(
  "ChangeOfficePhone",
  "mutation ChangeOfficePhone($input: ChangeOfficePhoneInput!) { changeOfficePhone(input: $input) { problems { ...ProblemParts } staff { id } } } fragment ProblemParts on Problem { code field zh en }",
);

export const grantAuthorityRankMutation = operation<types.GrantAuthorityRankMutation, types.GrantAuthorityRankMutationVariables>(
  "GrantAuthorityRank",
  "mutation GrantAuthorityRank($input: GrantAuthorityRankInput!) { grantAuthorityRank(input: $input) { problems { ...ProblemParts } act { id state } } } fragment ProblemParts on Problem { code field zh en }",
);

export const endAuthorityRankMutation = operation<types.EndAuthorityRankMutation, types.EndAuthorityRankMutationVariables>(
  "EndAuthorityRank",
  "mutation EndAuthorityRank($input: EndAuthorityRankInput!) { endAuthorityRank(input: $input) { problems { ...ProblemParts } act { id state } } } fragment ProblemParts on Problem { code field zh en }",
);

export const deactivateStaffMutation = operation<types.DeactivateStaffMutation, types.DeactivateStaffMutationVariables>(
  "DeactivateStaff",
  "mutation DeactivateStaff($input: DeactivateStaffInput!) { deactivateStaff(input: $input) { problems { ...ProblemParts } staff { id } } } fragment ProblemParts on Problem { code field zh en }",
);

export const resetPasswordMutation = operation<types.ResetPasswordMutation, types.ResetPasswordMutationVariables>(
  "ResetPassword",
  "mutation ResetPassword($input: ResetPasswordInput!) { resetPassword(input: $input) { problems { ...ProblemParts } given { password until act { id state } } } } fragment ProblemParts on Problem { code field zh en }",
);

export const unlockStaffMutation = operation<types.UnlockStaffMutation, types.UnlockStaffMutationVariables>(
  "UnlockStaff",
  "mutation UnlockStaff($input: UnlockStaffInput!) { unlockStaff(input: $input) { problems { ...ProblemParts } staff { id } } } fragment ProblemParts on Problem { code field zh en }",
);

export const removeStaffSecondFactorMutation = operation<types.RemoveStaffSecondFactorMutation, types.RemoveStaffSecondFactorMutationVariables>(
  "RemoveStaffSecondFactor",
  "mutation RemoveStaffSecondFactor($input: RemoveStaffSecondFactorInput!) { removeStaffSecondFactor(input: $input) { problems { ...ProblemParts } act { id state } } } fragment ProblemParts on Problem { code field zh en }",
);

export const linkOutsideAccountMutation = operation<types.LinkOutsideAccountMutation, types.LinkOutsideAccountMutationVariables>(
  "LinkOutsideAccount",
  "mutation LinkOutsideAccount($input: LinkOutsideAccountInput!) { linkOutsideAccount(input: $input) { problems { ...ProblemParts } act { id state } } } fragment ProblemParts on Problem { code field zh en }",
);

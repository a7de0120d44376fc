import { carryOut } from '../../base/graph/command.ts';
import {
  changeStaffRolesMutation,
  deactivateStaffMutation,
  endAuthorityRankMutation,
  enrolStaffMutation,
  grantAuthorityRankMutation,
  linkOutsideAccountMutation,
  removeStaffSecondFactorMutation,
  resetPasswordMutation,
  unlockStaffMutation,
} from '../../base/graph/generated/staff.ts';
import type {
  ChangeStaffRolesInput,
  DeactivateStaffInput,
  EndAuthorityRankInput,
  EnrolStaffInput,
  GrantAuthorityRankInput,
  LinkOutsideAccountInput,
  RemoveStaffSecondFactorInput,
  ResetPasswordInput,
  UnlockStaffInput,
} from '../../base/graph/generated/operation-types.ts';

/** Gives a person an account of an organisation, with roles. */
export const enrolStaff = (input: EnrolStaffInput) => carryOut(enrolStaffMutation, input);

/** Changes what a member of staff may do. */
export const changeStaffRoles = (input: ChangeStaffRolesInput) => carryOut(changeStaffRolesMutation, input);

/** Asks for a rank of approval authority for somebody. */
export const grantAuthorityRank = (input: GrantAuthorityRankInput) => carryOut(grantAuthorityRankMutation, input);

/** Asks for the end of somebody's rank. */
export const endAuthorityRank = (input: EndAuthorityRankInput) => carryOut(endAuthorityRankMutation, input);

/** Ends an account; what it did is kept. */
export const deactivateStaff = (input: DeactivateStaffInput) => carryOut(deactivateStaffMutation, input);

/** Replaces somebody's password by a one-time password. */
export const resetPassword = (input: ResetPasswordInput) => carryOut(resetPasswordMutation, input);

/** Unlocks somebody who was locked out by wrong attempts. */
export const unlockStaff = (input: UnlockStaffInput) => carryOut(unlockStaffMutation, input);

/** Removes the second factor of somebody whose device and recovery codes are lost. */
export const removeStaffSecondFactor = (input: RemoveStaffSecondFactorInput) =>
  carryOut(removeStaffSecondFactorMutation, input);

/** Links an account to the person's name at the outside provider, or unlinks it. */
export const linkOutsideAccount = (input: LinkOutsideAccountInput) => carryOut(linkOutsideAccountMutation, input);

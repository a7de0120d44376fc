import { request } from '../../base/graph/client.ts';
import { carryOut } from '../../base/graph/command.ts';
import { changeOfficePhoneMutation } from '../../base/graph/generated/staff.ts';
import {
  beginSecondFactorMutation,
  changePasswordMutation,
  confirmSecondFactorMutation,
  delegateRolesMutation,
  endDelegationMutation,
  endOtherSessionsMutation,
  endSessionMutation,
  removeSecondFactorMutation,
  renewRecoveryCodesMutation,
} from '../../base/graph/generated/own-account.ts';
import type {
  ChangeOfficePhoneInput,
  ChangePasswordInput,
  ConfirmSecondFactorInput,
  DelegateRolesInput,
  EndDelegationInput,
  EndSessionInput,
  OwnPasswordInput,
} from '../../base/graph/generated/operation-types.ts';

/** Changes the own password; sessions elsewhere end. */
export const changePassword = (input: ChangePasswordInput) => carryOut(changePasswordMutation, input);

/** Ends one of the own sessions. */
export const endSession = (input: EndSessionInput) => carryOut(endSessionMutation, input);

/** Ends the own sessions except this one. */
export const endOtherSessions = async (_input: null) => (await request(endOtherSessionsMutation, {})).endOtherSessions;

/** Asks for a new secret for the device; it is valid once confirmed. */
export const beginSecondFactor = (input: OwnPasswordInput) => carryOut(beginSecondFactorMutation, input);

/** Confirms the device by its first code; returns the recovery codes. */
export const confirmSecondFactor = (input: ConfirmSecondFactorInput) => carryOut(confirmSecondFactorMutation, input);

/** Replaces the recovery codes. */
export const renewRecoveryCodes = (input: OwnPasswordInput) => carryOut(renewRecoveryCodesMutation, input);

/** Switches the own second factor off. */
export const removeSecondFactor = (input: OwnPasswordInput) => carryOut(removeSecondFactorMutation, input);

/** Lends roles to a colleague for some days. */
export const delegateRoles = (input: DelegateRolesInput) => carryOut(delegateRolesMutation, input);

/** Ends a delegation before its last day. */
export const endDelegation = (input: EndDelegationInput) => carryOut(endDelegationMutation, input);

/** Changes an office telephone number: one’s own if nobody is named. */
export const changeOfficePhone = (input: ChangeOfficePhoneInput) => carryOut(changeOfficePhoneMutation, input);

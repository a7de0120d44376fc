import { carryOut } from '../../base/graph/command.ts';
import {
  beginCentrePostMutation,
  changeAidCentreMutation,
  closeAidCentreMutation,
  closeFacilityMutation,
  closeOrganizationMutation,
  endCentrePostMutation,
  registerAidCentreMutation,
  registerFacilityMutation,
  registerOrganizationMutation,
  renameOrganizationMutation,
  setSettingMutation,
} from '../../base/graph/generated/organizations.ts';
import type {
  BeginCentrePostInput,
  ChangeAidCentreInput,
  CloseAidCentreInput,
  CloseFacilityInput,
  CloseOrganizationInput,
  EndCentrePostInput,
  RegisterAidCentreInput,
  RegisterFacilityInput,
  RegisterOrganizationInput,
  RenameOrganizationInput,
  SetSettingInput,
} from '../../base/graph/generated/operation-types.ts';

/** Enters somebody who works at an aid centre. */
export const beginCentrePost = (input: BeginCentrePostInput) => carryOut(beginCentrePostMutation, input);

/** Changes an aid centre from a day on. */
export const changeAidCentre = (input: ChangeAidCentreInput) => carryOut(changeAidCentreMutation, input);

/** Closes an aid centre after a day. */
export const closeAidCentre = (input: CloseAidCentreInput) => carryOut(closeAidCentreMutation, input);

/** Closes a facility after a day. */
export const closeFacility = (input: CloseFacilityInput) => carryOut(closeFacilityMutation, input);

/** Closes an organisation after a day. */
export const closeOrganization = (input: CloseOrganizationInput) => carryOut(closeOrganizationMutation, input);

/** Ends somebody’s work at an aid centre after a day. */
export const endCentrePost = (input: EndCentrePostInput) => carryOut(endCentrePostMutation, input);

/** Registers the aid centre of an organisation. */
export const registerAidCentre = (input: RegisterAidCentreInput) => carryOut(registerAidCentreMutation, input);

/** Registers a facility of an organisation. */
export const registerFacility = (input: RegisterFacilityInput) => carryOut(registerFacilityMutation, input);

/** Registers an organisation below another in the tree. */
export const registerOrganization = (input: RegisterOrganizationInput) => carryOut(registerOrganizationMutation, input);

/** Gives an organisation another name from a day on. */
export const renameOrganization = (input: RenameOrganizationInput) => carryOut(renameOrganizationMutation, input);

/** Sets a value for an organisation and those below it from a day on. */
export const setSetting = (input: SetSettingInput) => carryOut(setSettingMutation, input);

import { carryOut } from '../../base/graph/command.ts';
import {
  beginCentrePostMutation,
  changeAidCentreMutation,
  changeContactMutation,
  changeDepartmentMutation,
  changeFacilityMutation,
  closeAidCentreMutation,
  closeContactMutation,
  closeDepartmentMutation,
  closeFacilityMutation,
  closeOrganizationMutation,
  endCentrePostMutation,
  moveOrganizationMutation,
  registerAidCentreMutation,
  registerContactMutation,
  registerDepartmentMutation,
  registerFacilityMutation,
  registerOrganizationMutation,
  renameOrganizationMutation,
  setSettingMutation,
} from '../../base/graph/generated/organizations.ts';
import type {
  BeginCentrePostInput,
  ChangeAidCentreInput,
  ChangeContactInput,
  ChangeDepartmentInput,
  ChangeFacilityInput,
  CloseAidCentreInput,
  CloseContactInput,
  CloseDepartmentInput,
  CloseFacilityInput,
  CloseOrganizationInput,
  EndCentrePostInput,
  MoveOrganizationInput,
  RegisterAidCentreInput,
  RegisterContactInput,
  RegisterDepartmentInput,
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

/** Moves an organisation below another superior from a day on. */
export const moveOrganization = (input: MoveOrganizationInput) => carryOut(moveOrganizationMutation, input);

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

/** Changes a contact from a day on. */
export const changeContact = (input: ChangeContactInput) => carryOut(changeContactMutation, input);

/** Changes a department from a day on. */
export const changeDepartment = (input: ChangeDepartmentInput) => carryOut(changeDepartmentMutation, input);

/** Changes a facility from a day on. */
export const changeFacility = (input: ChangeFacilityInput) => carryOut(changeFacilityMutation, input);

/** Closes a contact after a day. */
export const closeContact = (input: CloseContactInput) => carryOut(closeContactMutation, input);

/** Closes a department after a day. */
export const closeDepartment = (input: CloseDepartmentInput) => carryOut(closeDepartmentMutation, input);

/** Registers whom to call at an organisation or at one of its departments. */
export const registerContact = (input: RegisterContactInput) => carryOut(registerContactMutation, input);

/** Registers a department that an organisation works with. */
export const registerDepartment = (input: RegisterDepartmentInput) => carryOut(registerDepartmentMutation, input);

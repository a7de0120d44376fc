import { carryOut } from '../graph/command.ts';
import {
  closeOrganizationMutation,
  registerOrganizationMutation,
  renameOrganizationMutation,
} from '../graph/generated/organizations.ts';
import type {
  CloseOrganizationInput,
  RegisterOrganizationInput,
  RenameOrganizationInput,
} from '../graph/generated/operation-types.ts';

/** Registers an organisation below another in the tree. */
export const registerOrganization = (input: RegisterOrganizationInput) => carryOut(registerOrganizationMutation, input);

/** Gives an organisation another name from a day on. */
export const renameOrganization = (input: RenameOrganizationInput) => carryOut(renameOrganizationMutation, input);

/** Closes an organisation after a day. */
export const closeOrganization = (input: CloseOrganizationInput) => carryOut(closeOrganizationMutation, input);

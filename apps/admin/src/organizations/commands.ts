import { carryOut } from '../graph/command.ts';
import { registerOrganizationMutation } from '../graph/generated/organizations.ts';
import type { RegisterOrganizationInput } from '../graph/generated/operation-types.ts';

/** Registers an organisation below another in the tree. */
export const registerOrganization = (input: RegisterOrganizationInput) => carryOut(registerOrganizationMutation, input);

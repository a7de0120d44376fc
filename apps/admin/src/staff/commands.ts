import { carryOut } from '../graph/command.ts';
import { changeStaffRolesMutation, deactivateStaffMutation, enrolStaffMutation } from '../graph/generated/staff.ts';
import type {
  ChangeStaffRolesInput,
  DeactivateStaffInput,
  EnrolStaffInput,
} from '../graph/generated/operation-types.ts';

/** Gives a person an account of an organisation, with roles. */
export const enrolStaff = (input: EnrolStaffInput) => carryOut(enrolStaffMutation, input);

/** Changes what a member of staff may do. */
export const changeStaffRoles = (input: ChangeStaffRolesInput) => carryOut(changeStaffRolesMutation, input);

/** Ends an account; what it did is kept. */
export const deactivateStaff = (input: DeactivateStaffInput) => carryOut(deactivateStaffMutation, input);

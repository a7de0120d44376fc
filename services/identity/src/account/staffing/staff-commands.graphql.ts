import { commandResult } from '@nuangong/subgraph';
import { actedResult } from '../account-act/account-act.graphql.ts';
import { builder } from '../../builder.ts';
import { changeOfficePhone } from './change-office-phone.ts';
import { changeStaffRoles } from './change-staff-roles.ts';
import { deactivateStaff } from './deactivate-staff.ts';
import { enrolStaff } from './enrol-staff.ts';
import { RoleEnum, StaffType } from '../staff/staff.graphql.ts';
import { unlockStaff } from './unlock-staff.ts';

const EnrolStaffInput = builder.inputType('EnrolStaffInput', {
  fields: (t) => ({
    organizationId: t.id({ required: true }),
    username: t.string({
      required: true,
      description: 'The name under which the person signs in; unique in the city.',
    }),
    name: t.string({ required: true, description: 'The person’s full name.' }),
    roles: t.field({ type: [RoleEnum], required: true, description: 'The roles that the account holds.' }),
    password: t.string({
      required: true,
      description: 'A first password to hand over; it must be changed at the first sign-in.',
    }),
    officePhone: t.string({ description: 'A telephone with its area code (联系电话); may be left out.' }),
  }),
});
const EnrolStaffResult = actedResult('EnrolStaffResult');

builder.mutationField('enrolStaff', (t) =>
  t.field({
    type: EnrolStaffResult,
    description: 'Enrols a member of staff; with a guarded role, a second person must confirm.',
    args: { input: t.arg({ type: EnrolStaffInput, required: true }) },
    resolve: (_root, { input }, context) => enrolStaff(context, input),
  }),
);

const ChangeStaffRolesInput = builder.inputType('ChangeStaffRolesInput', {
  fields: (t) => ({
    staffId: t.id({ required: true }),
    roles: t.field({
      type: [RoleEnum],
      required: true,
      description: 'The complete new set of roles.',
    }),
  }),
});
const ChangeStaffRolesResult = actedResult('ChangeStaffRolesResult');

builder.mutationField('changeStaffRoles', (t) =>
  t.field({
    type: ChangeStaffRolesResult,
    description: 'Changes the roles of an account; if a guarded role is among them, a second person must confirm.',
    args: { input: t.arg({ type: ChangeStaffRolesInput, required: true }) },
    resolve: (_root, { input }, context) => changeStaffRoles(context, input),
  }),
);

const ChangeOfficePhoneInput = builder.inputType('ChangeOfficePhoneInput', {
  fields: (t) => ({
    staffId: t.id({ description: 'The account; the signed-in person’s if left out.' }),
    officePhone: t.string({ description: 'A telephone with its area code; none if left out or empty.' }),
  }),
});
const ChangeOfficePhoneResult = commandResult(builder, 'ChangeOfficePhoneResult', 'staff', StaffType);

builder.mutationField('changeOfficePhone', (t) =>
  t.field({
    type: ChangeOfficePhoneResult,
    description: 'Changes the office telephone of the reader’s own account or one in their organisation.',
    args: { input: t.arg({ type: ChangeOfficePhoneInput, required: true }) },
    resolve: (_root, { input }, context) => changeOfficePhone(context, input),
  }),
);

const DeactivateStaffInput = builder.inputType('DeactivateStaffInput', {
  fields: (t) => ({ staffId: t.id({ required: true }) }),
});
const DeactivateStaffResult = commandResult(builder, 'DeactivateStaffResult', 'staff', StaffType);

builder.mutationField('deactivateStaff', (t) =>
  t.field({
    type: DeactivateStaffResult,
    description: 'Deactivates an account permanently and ends its sessions.',
    args: { input: t.arg({ type: DeactivateStaffInput, required: true }) },
    resolve: (_root, { input }, context) => deactivateStaff(context, input),
  }),
);

const UnlockStaffInput = builder.inputType('UnlockStaffInput', {
  fields: (t) => ({ staffId: t.id({ required: true }) }),
});
const UnlockStaffResult = commandResult(builder, 'UnlockStaffResult', 'staff', StaffType);

builder.mutationField('unlockStaff', (t) =>
  t.field({
    type: UnlockStaffResult,
    description: 'Unlocks an account that wrong attempts locked.',
    args: { input: t.arg({ type: UnlockStaffInput, required: true }) },
    resolve: (_root, { input }, context) => unlockStaff(context, input),
  }),
);

import { commandResult } from '@nuangong/subgraph';
import { AccountActType } from '../account-act/account-act.graphql.ts';
import { builder } from '../../builder.ts';
import { StaffType } from '../staff/staff.graphql.ts';
import { changePassword } from './change-password.ts';
import { resetPassword, type GivenPassword } from './reset-password.ts';

const ChangePasswordInput = builder.inputType('ChangePasswordInput', {
  fields: (t) => ({
    presentPassword: t.string({ required: true, description: 'The present password.' }),
    newPassword: t.string({ required: true, description: 'The new one; the refusal says what it lacks.' }),
  }),
});
const ChangePasswordResult = commandResult(builder, 'ChangePasswordResult', 'staff', StaffType);

builder.mutationField('changePassword', (t) =>
  t.field({
    type: ChangePasswordResult,
    description: 'Changes one’s own password; the other sessions end.',
    args: { input: t.arg({ type: ChangePasswordInput, required: true }) },
    resolve: (_root, { input }, context) => changePassword(context, input),
  }),
);

const GivenPasswordType = builder.objectRef<GivenPassword>('GivenPassword').implement({
  description: 'A one-time password, told once: to be handed over and changed at the first sign-in.',
  fields: (t) => ({
    staff: t.prismaField({
      type: StaffType,
      description: 'The account that it opens.',
      resolve: (_query, { staff }) => staff,
    }),
    act: t.field({
      type: AccountActType,
      description: 'It may wait: until it is confirmed the password opens nothing.',
      resolve: ({ act }) => act,
    }),
    password: t.exposeString('password', { description: 'The password; it is told this once.' }),
    until: t.expose('until', {
      type: 'Instant',
      description: 'After this it is worth nothing; where it waits, until when it can be confirmed.',
    }),
  }),
});
const ResetPasswordInput = builder.inputType('ResetPasswordInput', {
  fields: (t) => ({ staffId: t.id({ required: true }) }),
});
const ResetPasswordResult = commandResult(builder, 'ResetPasswordResult', 'given', GivenPasswordType);

builder.mutationField('resetPassword', (t) =>
  t.field({
    type: ResetPasswordResult,
    description: 'Gives an account a one-time password; for a guarded role it waits for a second person.',
    args: { input: t.arg({ type: ResetPasswordInput, required: true }) },
    resolve: (_root, { input }, context) => resetPassword(context, input),
  }),
);

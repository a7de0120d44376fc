import { commandResult } from '@nuangong/subgraph';
import { AccountActType } from '../account-act/account-act.graphql.ts';
import { builder } from '../../builder.ts';
import { StaffType } from '../staff/staff.graphql.ts';
import { changePassword } from './change-password.ts';
import { resetPassword, type GivenPassword } from './reset-password.ts';

const ChangePasswordInput = builder.inputType('ChangePasswordInput', {
  fields: (t) => ({
    presentPassword: t.string({ required: true, description: 'The current password.' }),
    newPassword: t.string({ required: true, description: 'The new password; a refusal says what is missing.' }),
  }),
});
const ChangePasswordResult = commandResult(builder, 'ChangePasswordResult', 'staff', StaffType);

builder.mutationField('changePassword', (t) =>
  t.field({
    type: ChangePasswordResult,
    description: 'Changes the reader’s own password; the other sessions end.',
    args: { input: t.arg({ type: ChangePasswordInput, required: true }) },
    resolve: (_root, { input }, context) => changePassword(context, input),
  }),
);

const GivenPasswordType = builder.objectRef<GivenPassword>('GivenPassword').implement({
  description: 'A one-time password, shown once: to be handed over and changed at the first sign-in.',
  fields: (t) => ({
    staff: t.prismaField({
      type: StaffType,
      description: 'The account that it is for.',
      resolve: (_query, { staff }) => staff,
    }),
    act: t.field({
      type: AccountActType,
      description: 'The action; until it is confirmed, the password does not work.',
      resolve: ({ act }) => act,
    }),
    password: t.exposeString('password', { description: 'The password; shown only this once.' }),
    until: t.expose('until', {
      type: 'Instant',
      description: 'When it expires; while undecided, until when it can be confirmed.',
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
    description: 'Resets an account to a one-time password; with a guarded role, a second person must confirm.',
    args: { input: t.arg({ type: ResetPasswordInput, required: true }) },
    resolve: (_root, { input }, context) => resetPassword(context, input),
  }),
);

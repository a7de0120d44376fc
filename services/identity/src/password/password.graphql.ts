import { commandResult } from '@nuangong/subgraph';
import { AccountActType } from '../account-act/account-act.graphql.ts';
import { builder } from '../builder.ts';
import { StaffType } from '../staff/staff.graphql.ts';
import { changePassword } from './change-password.ts';
import { resetPassword, type GivenPassword } from './reset-password.ts';

const ChangePasswordInput = builder.inputType('ChangePasswordInput', {
  fields: (t) => ({
    presentPassword: t.string({ required: true }),
    newPassword: t.string({ required: true }),
  }),
});
const ChangePasswordResult = commandResult(builder, 'ChangePasswordResult', 'staff', StaffType);

builder.mutationField('changePassword', (t) =>
  t.field({
    type: ChangePasswordResult,
    args: { input: t.arg({ type: ChangePasswordInput, required: true }) },
    resolve: (_root, { input }, context) => changePassword(context, input),
  }),
);

const GivenPasswordType = builder.objectRef<GivenPassword>('GivenPassword').implement({
  description: 'A one-time password, told once: to be handed over and changed at the first sign-in.',
  fields: (t) => ({
    staff: t.prismaField({ type: StaffType, resolve: (_query, { staff }) => staff }),
    act: t.field({ type: AccountActType, description: 'It may wait: until it is confirmed the password opens nothing.', resolve: ({ act }) => act }),
    password: t.exposeString('password'),
    until: t.expose('until', { type: 'Instant', description: 'After this it is worth nothing; where it waits, until when it can be confirmed.' }),
  }),
});
const ResetPasswordInput = builder.inputType('ResetPasswordInput', {
  fields: (t) => ({ staffId: t.id({ required: true }) }),
});
const ResetPasswordResult = commandResult(builder, 'ResetPasswordResult', 'given', GivenPasswordType);

builder.mutationField('resetPassword', (t) =>
  t.field({
    type: ResetPasswordResult,
    args: { input: t.arg({ type: ResetPasswordInput, required: true }) },
    resolve: (_root, { input }, context) => resetPassword(context, input),
  }),
);

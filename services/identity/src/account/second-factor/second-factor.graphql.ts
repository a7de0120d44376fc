import { commandResult } from '@nuangong/subgraph';
import { actedResult } from '../account-act/account-act.graphql.ts';
import { builder } from '../../builder.ts';
import { StaffType } from '../staff/staff.graphql.ts';
import { beginSecondFactor } from './begin-second-factor.ts';
import { confirmSecondFactor, renewRecoveryCodes } from './confirm-second-factor.ts';
import { removeOwnSecondFactor, removeStaffSecondFactor } from './remove-second-factor.ts';
import type { NewSecret } from './second-factor.ts';

const MySecondFactor = builder.objectRef<{ confirmedAt: Date; codesLeft: number }>('MySecondFactor').implement({
  description: 'The signed-in person’s second factor (动态口令), if enabled.',
  fields: (t) => ({
    since: t.expose('confirmedAt', { type: 'Instant', description: 'When it was enabled.' }),
    recoveryCodesLeft: t.exposeInt('codesLeft', { description: 'The number of unused recovery codes.' }),
  }),
});

builder.queryField('mySecondFactor', (t) =>
  t.field({
    type: MySecondFactor,
    nullable: true,
    description: 'The signed-in person’s second factor; null if not enabled.',
    resolve: async (_root, _arguments, { actor: { staffId }, tx }) => {
      const factor = await tx.secondFactor.findUnique({ where: { staffId } });
      if (factor === null || factor.confirmedAt === null) return null;
      const codesLeft = await tx.recoveryCode.count({ where: { staffId, usedAt: null } });
      return { confirmedAt: factor.confirmedAt, codesLeft };
    },
  }),
);

const OwnPasswordInput = builder.inputType('OwnPasswordInput', {
  description: 'The current password, required before the account is changed.',
  fields: (t) => ({ password: t.string({ required: true, description: 'The current password.' }) }),
});

const SecretType = builder.objectRef<NewSecret>('SecondFactorSecret').implement({
  description: 'The setup data for the device, shown once: the secret to type in, and the address for a QR code.',
  fields: (t) => ({
    secret: t.exposeString('secret', {
      description: 'The secret in Base32, to type in.',
    }),
    address: t.exposeString('address', { description: 'The `otpauth://` address, for a QR code.' }),
  }),
});
const BeginSecondFactorResult = commandResult(builder, 'BeginSecondFactorResult', 'begun', SecretType);

builder.mutationField('beginSecondFactor', (t) =>
  t.field({
    type: BeginSecondFactorResult,
    description: 'Creates a secret for a device; the second factor is enabled once a code from it is confirmed.',
    args: { input: t.arg({ type: OwnPasswordInput, required: true }) },
    resolve: (_root, { input }, context) => beginSecondFactor(context, input),
  }),
);

const RecoveryCodes = builder.objectRef<readonly string[]>('RecoveryCodes').implement({
  description: 'Recovery codes, each valid for one sign-in in place of a device code; shown once.',
  fields: (t) => ({ codes: t.stringList({ description: 'The codes.', resolve: (codes) => [...codes] }) }),
});
const RecoveryCodesResult = commandResult(builder, 'RecoveryCodesResult', 'recovery', RecoveryCodes);
const ConfirmSecondFactorInput = builder.inputType('ConfirmSecondFactorInput', {
  fields: (t) => ({
    code: t.string({ required: true, description: 'The six digits that the device currently shows.' }),
  }),
});

builder.mutationField('confirmSecondFactor', (t) =>
  t.field({
    type: RecoveryCodesResult,
    description: 'Enables the second factor with a code from the device; returns the recovery codes.',
    args: { input: t.arg({ type: ConfirmSecondFactorInput, required: true }) },
    resolve: (_root, { input }, context) => confirmSecondFactor(context, input),
  }),
);

builder.mutationField('renewRecoveryCodes', (t) =>
  t.field({
    type: RecoveryCodesResult,
    description: 'Creates new recovery codes; the old ones no longer work.',
    args: { input: t.arg({ type: OwnPasswordInput, required: true }) },
    resolve: (_root, { input }, context) => renewRecoveryCodes(context, input),
  }),
);

const RemoveSecondFactorResult = commandResult(builder, 'RemoveSecondFactorResult', 'staff', StaffType);

builder.mutationField('removeSecondFactor', (t) =>
  t.field({
    type: RemoveSecondFactorResult,
    description: 'Disables the reader’s own second factor.',
    args: { input: t.arg({ type: OwnPasswordInput, required: true }) },
    resolve: (_root, { input }, context) => removeOwnSecondFactor(context, input),
  }),
);

const RemoveStaffSecondFactorResult = actedResult('RemoveStaffSecondFactorResult');
const RemoveStaffSecondFactorInput = builder.inputType('RemoveStaffSecondFactorInput', {
  fields: (t) => ({ staffId: t.id({ required: true }) }),
});

builder.mutationField('removeStaffSecondFactor', (t) =>
  t.field({
    type: RemoveStaffSecondFactorResult,
    description: 'Disables the second factor of an account; with a guarded role, a second person must confirm.',
    args: { input: t.arg({ type: RemoveStaffSecondFactorInput, required: true }) },
    resolve: (_root, { input }, context) => removeStaffSecondFactor(context, input),
  }),
);

import { commandResult } from '@nuangong/subgraph';
import { actedResult } from '../account-act/account-act.graphql.ts';
import { builder } from '../../builder.ts';
import { StaffType } from '../staff/staff.graphql.ts';
import { beginSecondFactor } from './begin-second-factor.ts';
import { confirmSecondFactor, renewRecoveryCodes } from './confirm-second-factor.ts';
import { removeOwnSecondFactor, removeStaffSecondFactor } from './remove-second-factor.ts';
import type { NewSecret } from './second-factor.ts';

const MySecondFactor = builder.objectRef<{ confirmedAt: Date; codesLeft: number }>('MySecondFactor').implement({
  description: 'The signed-in person’s second factor (动态口令), where it is on.',
  fields: (t) => ({
    since: t.expose('confirmedAt', { type: 'Instant', description: 'When it was switched on.' }),
    recoveryCodesLeft: t.exposeInt('codesLeft', { description: 'How many recovery codes were not used yet.' }),
  }),
});

builder.queryField('mySecondFactor', (t) =>
  t.field({
    type: MySecondFactor,
    nullable: true,
    description: 'The signed-in person’s second factor; null where it is off.',
    resolve: async (_root, _arguments, { actor: { staffId }, tx }) => {
      const factor = await tx.secondFactor.findUnique({ where: { staffId } });
      if (factor === null || factor.confirmedAt === null) return null;
      const codesLeft = await tx.recoveryCode.count({ where: { staffId, usedAt: null } });
      return { confirmedAt: factor.confirmedAt, codesLeft };
    },
  }),
);

const OwnPasswordInput = builder.inputType('OwnPasswordInput', {
  description: 'The present password, asked again before the account itself is changed.',
  fields: (t) => ({ password: t.string({ required: true, description: 'The present password.' }) }),
});

const SecretType = builder.objectRef<NewSecret>('SecondFactorSecret').implement({
  description: 'What the device is told, once: the secret for typing in, and the address for a picture to scan.',
  fields: (t) => ({
    secret: t.exposeString('secret', {
      description: 'The secret in Base32, for typing in.',
    }),
    address: t.exposeString('address', { description: 'The `otpauth://` address, for a picture to scan.' }),
  }),
});
const BeginSecondFactorResult = commandResult(builder, 'BeginSecondFactorResult', 'begun', SecretType);

builder.mutationField('beginSecondFactor', (t) =>
  t.field({
    type: BeginSecondFactorResult,
    description: 'Makes a secret for a device; the second factor is on once a code of it is confirmed.',
    args: { input: t.arg({ type: OwnPasswordInput, required: true }) },
    resolve: (_root, { input }, context) => beginSecondFactor(context, input),
  }),
);

const RecoveryCodes = builder.objectRef<readonly string[]>('RecoveryCodes').implement({
  description: 'Codes that each sign in once in place of the device’s; told once.',
  fields: (t) => ({ codes: t.stringList({ description: 'The codes.', resolve: (codes) => [...codes] }) }),
});
const RecoveryCodesResult = commandResult(builder, 'RecoveryCodesResult', 'recovery', RecoveryCodes);
const ConfirmSecondFactorInput = builder.inputType('ConfirmSecondFactorInput', {
  fields: (t) => ({ code: t.string({ required: true, description: 'The six digits that the device shows now.' }) }),
});

builder.mutationField('confirmSecondFactor', (t) =>
  t.field({
    type: RecoveryCodesResult,
    description: 'Switches the second factor on, with a code of the device; tells the recovery codes.',
    args: { input: t.arg({ type: ConfirmSecondFactorInput, required: true }) },
    resolve: (_root, { input }, context) => confirmSecondFactor(context, input),
  }),
);

builder.mutationField('renewRecoveryCodes', (t) =>
  t.field({
    type: RecoveryCodesResult,
    description: 'Makes new recovery codes; the old ones are worth nothing.',
    args: { input: t.arg({ type: OwnPasswordInput, required: true }) },
    resolve: (_root, { input }, context) => renewRecoveryCodes(context, input),
  }),
);

const RemoveSecondFactorResult = commandResult(builder, 'RemoveSecondFactorResult', 'staff', StaffType);

builder.mutationField('removeSecondFactor', (t) =>
  t.field({
    type: RemoveSecondFactorResult,
    description: 'Takes one’s own second factor off.',
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
    description: 'Takes the second factor of an account off; for a guarded role it waits for a second person.',
    args: { input: t.arg({ type: RemoveStaffSecondFactorInput, required: true }) },
    resolve: (_root, { input }, context) => removeStaffSecondFactor(context, input),
  }),
);

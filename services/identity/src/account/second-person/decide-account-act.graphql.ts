import { commandResult } from '@nuangong/subgraph';
import { builder } from '../../builder.ts';
import { AccountActType } from '../account-act/account-act.graphql.ts';
import { confirmAccountAct, refuseAccountAct, withdrawAccountAct } from './decide-account-act.ts';

const DecideAccountActInput = builder.inputType('DecideAccountActInput', {
  fields: (t) => ({ actId: t.id({ required: true, description: 'The id of an undecided `AccountAct`.' }) }),
});
const DecideAccountActResult = commandResult(builder, 'DecideAccountActResult', 'act', AccountActType);
const input = { type: DecideAccountActInput, required: true } as const;

builder.mutationField('confirmAccountAct', (t) =>
  t.field({
    type: DecideAccountActResult,
    description: 'Confirms an account action as a second person: it is carried out.',
    args: { input: t.arg(input) },
    resolve: (_root, given, context) => confirmAccountAct(context, given.input),
  }),
);

builder.mutationField('refuseAccountAct', (t) =>
  t.field({
    type: DecideAccountActResult,
    description: 'Declines an undecided account action; nothing is done.',
    args: { input: t.arg(input) },
    resolve: (_root, given, context) => refuseAccountAct(context, given.input),
  }),
);

builder.mutationField('withdrawAccountAct', (t) =>
  t.field({
    type: DecideAccountActResult,
    description: 'Withdraws the reader’s own account action while it is undecided.',
    args: { input: t.arg(input) },
    resolve: (_root, given, context) => withdrawAccountAct(context, given.input),
  }),
);

import { commandResult } from '@nuangong/subgraph';
import { builder } from '../../builder.ts';
import { AccountActType } from '../account-act/account-act.graphql.ts';
import { confirmAccountAct, refuseAccountAct, withdrawAccountAct } from './decide-account-act.ts';

const DecideAccountActInput = builder.inputType('DecideAccountActInput', {
  fields: (t) => ({ actId: t.id({ required: true, description: 'The id of an `AccountAct` that waits.' }) }),
});
const DecideAccountActResult = commandResult(builder, 'DecideAccountActResult', 'act', AccountActType);
const input = { type: DecideAccountActInput, required: true } as const;

builder.mutationField('confirmAccountAct', (t) =>
  t.field({
    type: DecideAccountActResult,
    description: 'A second person’s word: the act is carried out.',
    args: { input: t.arg(input) },
    resolve: (_root, given, context) => confirmAccountAct(context, given.input),
  }),
);

builder.mutationField('refuseAccountAct', (t) =>
  t.field({
    type: DecideAccountActResult,
    description: 'Stops an act that waits; nothing was done yet.',
    args: { input: t.arg(input) },
    resolve: (_root, given, context) => refuseAccountAct(context, given.input),
  }),
);

builder.mutationField('withdrawAccountAct', (t) =>
  t.field({
    type: DecideAccountActResult,
    description: 'Takes an act of one’s own back while it waits.',
    args: { input: t.arg(input) },
    resolve: (_root, given, context) => withdrawAccountAct(context, given.input),
  }),
);

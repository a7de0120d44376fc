import { actedResult } from '../account-act/account-act.graphql.ts';
import { builder } from '../../builder.ts';
import { linkOutsideAccount } from './link-outside-account.ts';

const LinkOutsideAccountInput = builder.inputType('LinkOutsideAccountInput', {
  fields: (t) => ({
    staffId: t.id({ required: true }),
    subject: t.string({
      description: 'The identity of the person at the provider (`sub`); if left out, the account is unlinked.',
    }),
  }),
});
const LinkOutsideAccountResult = actedResult('LinkOutsideAccountResult');

builder.mutationField('linkOutsideAccount', (t) =>
  t.field({
    type: LinkOutsideAccountResult,
    description: 'Links an account to a unified identity, or unlinks it.',
    args: { input: t.arg({ type: LinkOutsideAccountInput, required: true }) },
    resolve: (_root, { input }, context) => linkOutsideAccount(context, input),
  }),
);

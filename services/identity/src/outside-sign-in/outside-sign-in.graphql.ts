import { commandResult } from '@nuangong/subgraph';
import { builder } from '../builder.ts';
import { StaffType } from '../staff/staff.graphql.ts';
import { linkOutsideAccount } from './link-outside-account.ts';

const LinkOutsideAccountInput = builder.inputType('LinkOutsideAccountInput', {
  fields: (t) => ({
    staffId: t.id({ required: true }),
    subject: t.string({ description: 'The provider’s name of the person (`sub`); left out: the account is unlinked.' }),
  }),
});
const LinkOutsideAccountResult = commandResult(builder, 'LinkOutsideAccountResult', 'staff', StaffType);

builder.mutationField('linkOutsideAccount', (t) =>
  t.field({
    type: LinkOutsideAccountResult,
    args: { input: t.arg({ type: LinkOutsideAccountInput, required: true }) },
    resolve: (_root, { input }, context) => linkOutsideAccount(context, input),
  }),
);

import { commandResult } from '@nuangong/subgraph';
import { builder } from '../../builder.ts';
import { commandOf } from '../../command.ts';
import { decidePendingEntry } from './decide-pending-entry.ts';
import { PendingEntryType } from '../pending-entry/pending-entry.graphql.ts';

const DecidePendingEntryInput = builder.inputType('DecidePendingEntryInput', {
  description: 'Checks an entry above the limit.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'The entry.' }),
    confirm: t.boolean({ required: true, description: 'True: confirm and post it. False: return it.' }),
    opinion: t.string({ description: 'Why it is returned; required in that case.' }),
  }),
});

const DecidePendingEntryResult = commandResult(builder, 'DecidePendingEntryResult', 'entry', PendingEntryType);

builder.mutationField('decidePendingEntry', (t) =>
  t.field({
    type: DecidePendingEntryResult,
    description: 'Confirms or returns an entry above the limit; not by the person who entered it.',
    args: { input: t.arg({ type: DecidePendingEntryInput, required: true }) },
    resolve: (_root, { input }, context) => decidePendingEntry(commandOf(context), input),
  }),
);

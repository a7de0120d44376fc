import { commandResult } from '@nuangong/subgraph';
import { builder } from '../builder.ts';
import type { FrozenTable } from './submission.ts';
import { submitTable } from './submit-table.ts';

export const SubmissionType = builder.objectRef<FrozenTable>('Submission').implement({
  description: 'A table as it was submitted (上报).',
  fields: (t) => ({
    id: t.exposeID('id'),
    status: t.exposeString('status'),
    submittedBy: t.string({ nullable: true, resolve: (table) => table.submittedByName }),
    submittedAt: t.field({ type: 'Instant', nullable: true, resolve: (table) => table.submittedAt }),
    remarks: t.exposeString('remarks', { nullable: true }),
  }),
});

const SubmitTableInput = builder.inputType('SubmitTableInput', {
  fields: (t) => ({
    form: t.string({ required: true }),
    organizationId: t.id(),
    campaignId: t.id(),
    from: t.field({ type: 'LocalDate' }),
    to: t.field({ type: 'LocalDate' }),
    remarks: t.string(),
  }),
});

const SubmitTableResult = commandResult(builder, 'SubmitTableResult', 'submission', SubmissionType);

builder.mutationField('submitTable', (t) =>
  t.field({
    type: SubmitTableResult,
    args: { input: t.arg({ type: SubmitTableInput, required: true }) },
    resolve: (_root, { input }, context) => submitTable(context, input),
  }),
);

import { commandResult, describedValues } from '@nuangong/subgraph';
import { builder } from '../../builder.ts';
import type { FrozenTable, SubmissionStatus } from './submission.ts';
import { submitTable } from './submit-table.ts';

const SubmissionStatusEnum = builder.enumType('SubmissionStatus', {
  description: 'Where a submitted table stands.',
  values: describedValues<SubmissionStatus>({ SUBMITTED: 'Sent to the superior (已上报).' }),
});

export const SubmissionType = builder.objectRef<FrozenTable>('Submission').implement({
  description: 'A table as it was submitted (上报).',
  fields: (t) => ({
    id: t.exposeID('id'),
    status: t.field({
      type: SubmissionStatusEnum,
      description: 'Where it stands.',
      resolve: ({ status }) => status as SubmissionStatus,
    }),
    submittedBy: t.string({
      nullable: true,
      description: 'Who submitted it, by the name they had then.',
      resolve: (table) => table.submittedByName,
    }),
    submittedAt: t.field({
      type: 'Instant',
      nullable: true,
      description: 'When it was submitted.',
      resolve: (table) => table.submittedAt,
    }),
    remarks: t.exposeString('remarks', {
      nullable: true,
      description: 'A remark to the superior; null where there is none.',
    }),
  }),
});

const SubmitTableInput = builder.inputType('SubmitTableInput', {
  fields: (t) => ({
    form: t.string({ required: true, description: 'The code of the form: 2.' }),
    organizationId: t.id({ description: 'Whose table; the reader’s own organisation’s unless given.' }),
    campaignId: t.id({
      description:
        'Only what belongs to this campaign; its days are the table’s. The campaign last begun unless given, where no days are.',
    }),
    from: t.field({ type: 'LocalDate', description: 'The first day of the table.' }),
    to: t.field({ type: 'LocalDate', description: 'The last day of the table, included.' }),
    remarks: t.string({ description: 'A remark to the superior; null where there is none.' }),
  }),
});

const SubmitTableResult = commandResult(builder, 'SubmitTableResult', 'submission', SubmissionType);

builder.mutationField('submitTable', (t) =>
  t.field({
    type: SubmitTableResult,
    description: 'Submits a table to the superior: its figures are kept as they stand now.',
    args: { input: t.arg({ type: SubmitTableInput, required: true }) },
    resolve: (_root, { input }, context) => submitTable(context, input),
  }),
);

import { commandResult, describedValues } from '@nuangong/subgraph';
import { builder } from '../../builder.ts';
import type { FrozenTable, SubmissionStatus } from './submission.ts';
import { submitTable } from './submit-table.ts';

const SubmissionStatusEnum = builder.enumType('SubmissionStatus', {
  description: 'The status of a submitted table.',
  values: describedValues<SubmissionStatus>({ SUBMITTED: 'Submitted to the superior (已上报).' }),
});

export const SubmissionType = builder.objectRef<FrozenTable>('Submission').implement({
  description: 'A table as it was submitted (上报).',
  fields: (t) => ({
    id: t.exposeID('id'),
    status: t.field({
      type: SubmissionStatusEnum,
      description: 'Its status.',
      resolve: ({ status }) => status as SubmissionStatus,
    }),
    submittedBy: t.string({
      nullable: true,
      description: 'Who submitted it, under the name they had at that time.',
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
      description: 'A remark to the superior; null if there is none.',
    }),
  }),
});

const SubmitTableInput = builder.inputType('SubmitTableInput', {
  fields: (t) => ({
    form: t.string({ required: true, description: 'The code of the form: 2.' }),
    organizationId: t.id({ description: 'Whose table; the reader’s own organisation’s if left out.' }),
    campaignId: t.id({
      description:
        'The campaign to which the table is limited, with its period. If neither it nor a period is given, the latest campaign.',
    }),
    from: t.field({ type: 'LocalDate', description: 'The first day of the table.' }),
    to: t.field({ type: 'LocalDate', description: 'The last day of the table, included.' }),
    remarks: t.string({ description: 'A remark to the superior; null if there is none.' }),
  }),
});

const SubmitTableResult = commandResult(builder, 'SubmitTableResult', 'submission', SubmissionType);

builder.mutationField('submitTable', (t) =>
  t.field({
    type: SubmitTableResult,
    description: 'Submits a table to the superior: its current figures are kept.',
    args: { input: t.arg({ type: SubmitTableInput, required: true }) },
    resolve: (_root, { input }, context) => submitTable(context, input),
  }),
);

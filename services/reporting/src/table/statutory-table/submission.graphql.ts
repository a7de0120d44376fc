import { commandResult, describedValues } from '@nuangong/subgraph';
import { builder } from '../../builder.ts';
import { mayReview, reviewTable } from './review-table.ts';
import { remarksOf, statusOf, type FrozenTable, type SubmissionStatus } from './submission.ts';
import { submitTable } from './submit-table.ts';

export const SubmissionStatusEnum = builder.enumType('SubmissionStatus', {
  description: 'The status of a submitted table.',
  values: describedValues<SubmissionStatus>({
    SUBMITTED: 'Submitted to the superior (已上报), which has not decided.',
    RETURNED: 'Returned by the superior (已退回): it is open again, with remarks at its cells.',
    ACCEPTED: 'Accepted by the superior (已接收): it counts in the superior’s table.',
  }),
});

const CellRemarkType = builder.objectRef<{ cell: string; text: string }>('CellRemark').implement({
  description: 'What the superior says of one cell of a returned table.',
  fields: (t) => ({
    cell: t.exposeString('cell', { description: 'The key of the cell.' }),
    text: t.exposeString('text', { description: 'The remark.' }),
  }),
});

export const SubmissionType = builder.objectRef<FrozenTable>('Submission').implement({
  description: 'A table as it was submitted (上报).',
  fields: (t) => ({
    id: t.exposeID('id'),
    status: t.field({
      type: SubmissionStatusEnum,
      description: 'Its status.',
      resolve: statusOf,
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
    reviewedBy: t.string({
      nullable: true,
      description: 'Who returned or accepted it last, under the name they had at that time; null before.',
      resolve: ({ reviews }) => reviews[0]?.decidedByName ?? null,
    }),
    reviewedAt: t.field({
      type: 'Instant',
      nullable: true,
      description: 'When it was last returned or accepted; null before.',
      resolve: ({ reviews }) => reviews[0]?.decidedAt ?? null,
    }),
    opinion: t.string({
      nullable: true,
      description: 'The superior’s opinion; null if there is none.',
      resolve: ({ reviews }) => reviews[0]?.opinion ?? null,
    }),
    cellRemarks: t.field({
      type: [CellRemarkType],
      description: 'The superior’s remarks at cells, if it was returned.',
      resolve: ({ reviews: [last] }) =>
        last === undefined ? [] : Object.entries(remarksOf(last)).map(([cell, text]) => ({ cell, text })),
    }),
    mayReturn: t.boolean({
      description: 'Whether the reader may return it.',
      resolve: (table, _arguments, { actor }) =>
        mayReview(actor, table.organizationPath) &&
        table.submittedBy !== actor.staffId &&
        statusOf(table) !== 'RETURNED',
    }),
    mayAccept: t.boolean({
      description: 'Whether the reader may accept it.',
      resolve: (table, _arguments, { actor }) =>
        mayReview(actor, table.organizationPath) &&
        table.submittedBy !== actor.staffId &&
        statusOf(table) === 'SUBMITTED',
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

const AcceptTableInput = builder.inputType('AcceptTableInput', {
  fields: (t) => ({
    submissionId: t.id({ required: true, description: 'The submission, the last one of its table.' }),
    opinion: t.string({ description: 'An opinion, up to 1000 characters; null if there is none.' }),
  }),
});

const AcceptTableResult = commandResult(builder, 'AcceptTableResult', 'submission', SubmissionType);

builder.mutationField('acceptTable', (t) =>
  t.field({
    type: AcceptTableResult,
    description: 'Accepts the table of an organisation directly below: it counts in the own table from then on.',
    args: { input: t.arg({ type: AcceptTableInput, required: true }) },
    resolve: (_root, { input }, context) => reviewTable(context, { ...input, decision: 'ACCEPTED' }),
  }),
);

const CellRemarkInput = builder.inputType('CellRemarkInput', {
  description: 'A remark at one cell.',
  fields: (t) => ({
    cell: t.string({ required: true, description: 'The key of the cell, as in `Figure.key`.' }),
    text: t.string({ required: true, description: 'The remark, up to 500 characters; a blank one is left out.' }),
  }),
});

const ReturnTableInput = builder.inputType('ReturnTableInput', {
  fields: (t) => ({
    submissionId: t.id({ required: true, description: 'The submission, the last one of its table.' }),
    opinion: t.string({ description: 'Why it is returned, up to 1000 characters; may be left out if cells say it.' }),
    remarks: t.field({ type: [CellRemarkInput], description: 'Remarks at its cells.' }),
  }),
});

const ReturnTableResult = commandResult(builder, 'ReturnTableResult', 'submission', SubmissionType);

builder.mutationField('returnTable', (t) =>
  t.field({
    type: ReturnTableResult,
    description: 'Returns the table of an organisation directly below: it is open there again, with the remarks.',
    args: { input: t.arg({ type: ReturnTableInput, required: true }) },
    resolve: (_root, { input }, context) => reviewTable(context, { ...input, decision: 'RETURNED' }),
  }),
);

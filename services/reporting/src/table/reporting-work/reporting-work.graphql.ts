import { requirePermission } from '@nuangong/subgraph';
import { builder } from '../../builder.ts';
import { forms } from '../../form/form/forms.ts';
import { readTableRequest } from '../statutory-table/read-table.ts';
import { countFormsToIssue, countWork, type ReportingWorkCounts } from './count-work.ts';

const ReportingWorkCountsType = builder.objectRef<ReportingWorkCounts>('ReportingWorkCounts').implement({
  description: 'Pending work of the statistics officer and of those who issue forms.',
  fields: (t) => ({
    toSubmit: t.exposeInt('toSubmit', { description: 'The reader’s own tables that are not submitted.' }),
    toReview: t.exposeInt('toReview', {
      description: 'Tables of organisations directly below to be accepted or returned.',
    }),
    subordinatesNotSubmitted: t.exposeInt('subordinatesNotSubmitted', {
      description: 'Organisations directly below that have not submitted.',
    }),
    formsToIssue: t.int({
      description: 'Forms that others drafted and the reader may issue.',
      resolve: (_counts, _arguments, { tx, actor }) => countFormsToIssue(tx, actor),
    }),
    subordinates: t.exposeInt('subordinates', { description: 'Organisations directly below.' }),
    dueOn: t.field({
      type: 'LocalDate',
      description: 'The day by which the table is due at the superior: 12 January (§002).',
      resolve: ({ dueOn }) => dueOn,
    }),
  }),
});

builder.queryField('reportingWork', (t) =>
  t.field({
    type: ReportingWorkCountsType,
    description: 'The reader’s pending work in reporting.',
    resolve: async (_root, _arguments, context) => {
      requirePermission(context, 'report.read');
      const request = await readTableRequest(context, { form: forms[0]?.code ?? '' });
      if (request === undefined) throw new Error('the service has no form');
      return countWork(context.tx, request);
    },
  }),
);

import { requirePermission } from '@nuangong/subgraph';
import { builder } from '../builder.ts';
import { forms } from '../form/forms.ts';
import { readTableRequest } from '../statutory-table/read-table.ts';
import { countWork, type ReportingWorkCounts } from './count-work.ts';

const ReportingWorkCountsType = builder.objectRef<ReportingWorkCounts>('ReportingWorkCounts').implement({
  description: 'What waits for the statistics officer.',
  fields: (t) => ({
    toSubmit: t.exposeInt('toSubmit'),
    subordinatesNotSubmitted: t.exposeInt('subordinatesNotSubmitted'),
    subordinates: t.exposeInt('subordinates'),
    dueOn: t.field({ type: 'LocalDate', resolve: ({ dueOn }) => dueOn }),
  }),
});

builder.queryField('reportingWork', (t) =>
  t.field({
    type: ReportingWorkCountsType,
    resolve: async (_root, _arguments, context) => {
      requirePermission(context, 'report.read');
      const request = await readTableRequest(context, { form: forms[0]?.code ?? '' });
      if (request === undefined) throw new Error('the service has no form');
      return countWork(context.tx, request);
    },
  }),
);

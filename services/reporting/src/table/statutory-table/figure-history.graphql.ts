import { describedValues, requirePermission } from '@nuangong/subgraph';
import { builder } from '../../builder.ts';
import { formatValue } from '../../form/form/cell-value.ts';
import { findCell } from '../../form/form/form.ts';
import { readFigureHistory, type FigureChange, type FigureChangeKind } from './figure-history.ts';
import { readTableRequest } from './read-table.ts';

const FigureChangeKindEnum = builder.enumType('FigureChangeKind', {
  description: 'What happened to a cell.',
  values: describedValues<FigureChangeKind>({
    ENTERED: 'A value was entered, or a derived one adjusted.',
    TAKEN_BACK: 'The value entered before was taken back.',
    SUBMITTED: 'The table was submitted with this value.',
    RETURNED: 'The superior returned the table.',
    ACCEPTED: 'The superior accepted the table.',
  }),
});

const FigureChangeType = builder.objectRef<FigureChange & { readonly shown: string }>('FigureChange').implement({
  description: 'One step in the history of a cell (经过).',
  fields: (t) => ({
    kind: t.field({
      type: FigureChangeKindEnum,
      description: 'What happened.',
      resolve: ({ kind }) => kind,
    }),
    value: t.exposeString('shown', { description: 'The value as tables show it; empty if there was none.' }),
    reason: t.exposeString('reason', {
      nullable: true,
      description: 'The reason of an adjustment, or the superior’s remark; null if none.',
    }),
    by: t.exposeString('byName', { description: 'Who did it, under the name they had at that time.' }),
    at: t.field({ type: 'Instant', description: 'When it was done.', resolve: (change) => change.at }),
  }),
});

builder.queryField('figureHistory', (t) =>
  t.field({
    type: [FigureChangeType],
    description: 'Every value that a cell of a table was given by hand or submitted with, the latest first.',
    args: {
      form: t.arg.string({ required: true, description: 'The code of the form: 2.' }),
      cell: t.arg.string({ required: true, description: 'The key of the cell, as in `Figure.key`.' }),
      organizationId: t.arg.id({ description: 'Whose table; the reader’s own organisation’s if left out.' }),
      campaignId: t.arg.id({
        description: 'The campaign to which the table is limited, with its period; the latest campaign if left out.',
      }),
    },
    resolve: async (_root, given, context) => {
      requirePermission(context, 'report.read');
      const request = await readTableRequest(context, given);
      const cell = request && findCell(request.form, given.cell);
      if (request === undefined || cell === undefined) return [];
      const changes = await readFigureHistory(context.tx, request, cell.key);
      return changes.map((change) => ({ ...change, shown: formatValue(cell, change.value) }));
    },
  }),
);

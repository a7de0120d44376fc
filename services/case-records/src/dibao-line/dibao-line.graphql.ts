import { readStoredDate } from '@nuangong/database';
import { commandResult, requirePermission } from '@nuangong/subgraph';
import { builder } from '../builder.ts';
import type { DibaoLine as DibaoLineRow } from '../generated/prisma/client.ts';
import { setDibaoLine } from './set-dibao-line.ts';

const mostLines = 200;

const DibaoLine = builder.objectRef<DibaoLineRow>('DibaoLine').implement({
  description: 'The minimum living line of a county from a day on (最低生活保障线).',
  fields: (t) => ({
    id: t.exposeID('id'),
    organizationName: t.exposeString('organizationName'),
    from: t.field({ type: 'LocalDate', resolve: (line) => readStoredDate(line.validFrom) }),
    monthlyPerCapita: t.field({ type: 'Yuan', resolve: (line) => line.monthlyPerCapitaFen }),
    marginFactor: t.string({ resolve: (line) => line.marginFactor.toString() }),
  }),
});

builder.queryField('dibaoLines', (t) =>
  t.field({
    type: [DibaoLine],
    resolve: (_root, _arguments, context) => {
      requirePermission(context, 'policy.read');
      return context.tx.dibaoLine.findMany({
        orderBy: [{ organizationPath: 'asc' }, { validFrom: 'desc' }],
        take: mostLines,
      });
    },
  }),
);

const SetDibaoLineInput = builder.inputType('SetDibaoLineInput', {
  fields: (t) => ({
    from: t.field({ type: 'LocalDate', required: true }),
    monthlyPerCapita: t.field({ type: 'Yuan', required: true }),
    marginFactor: t.string({ required: true }),
  }),
});

builder.mutationField('setDibaoLine', (t) =>
  t.field({
    type: commandResult(builder, 'SetDibaoLineResult', 'dibaoLine', DibaoLine),
    args: { input: t.arg({ type: SetDibaoLineInput, required: true }) },
    resolve: (_root, { input }, context) => setDibaoLine(context, input),
  }),
);

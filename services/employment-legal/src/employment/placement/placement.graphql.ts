import { readStoredDate } from '@nuangong/database';
import { commandResult, loadById, loadOneBy, requirePermission } from '@nuangong/subgraph';
import { builder, type WorkContext } from '../../builder.ts';
import { onlyIds } from '../../form-fields.ts';
import type { Placement as PlacementRow } from '../../generated/prisma/client.ts';
import { loadReferral, Referral } from '../referral/referral.graphql.ts';
import { recordPlacement } from './record-placement.ts';

const Placement = builder.objectRef<PlacementRow>('Placement').implement({
  description: 'A referral that led to work (就业).',
  fields: (t) => ({
    id: t.exposeID('id'),
    referral: t.field({
      type: Referral,
      description: 'The referral that led to it.',
      resolve: async (placement, _arguments, context) => {
        const referral = await loadReferral(context, placement.referralId);
        if (referral === undefined) throw new Error('the referral of a visible placement is not visible');
        return referral;
      },
    }),
    placedOn: t.field({
      type: 'LocalDate',
      description: 'The first day at work.',
      resolve: (placement) => readStoredDate(placement.placedOn),
    }),
    dateReason: t.exposeString('dateReason', { nullable: true, description: 'Why its day is unusually early' }),
    monthlyPay: t.field({
      type: 'Yuan',
      description: 'The monthly pay.',
      resolve: (placement) => placement.monthlyPayFen,
    }),
    recordedBy: t.exposeString('staffName', { description: 'Who recorded it, under the name they had at that time.' }),
  }),
});

const loadPlacement = loadById<WorkContext, PlacementRow>((context, ids) =>
  context.tx.placement.findMany({ where: { id: { in: ids } } }),
);

const loadPlacementOfReferral = loadOneBy<WorkContext, PlacementRow>(
  (row) => row.referralId,
  (context, ids) => context.tx.placement.findMany({ where: { referralId: { in: onlyIds(ids) } } }),
);

builder.asEntity(Placement, {
  key: builder.selection<{ id: string }>('id'),
  resolveReference: async ({ id }, context) => {
    requirePermission(context, 'employment.read');
    return (await loadPlacement(context, id)) ?? null;
  },
});

builder.queryField('placement', (t) =>
  t.field({
    type: Placement,
    nullable: true,
    description: 'One placement.',
    args: { id: t.arg.id({ required: true }) },
    resolve: async (_root, { id }, context) => {
      requirePermission(context, 'employment.read');
      return (await loadPlacement(context, id)) ?? null;
    },
  }),
);

builder.objectField(Referral, 'placement', (t) =>
  t.field({
    type: Placement,
    nullable: true,
    description: 'The placement that it led to; null if it did not, or not yet.',
    resolve: async ({ id }, _arguments, context) => (await loadPlacementOfReferral(context, id)) ?? null,
  }),
);

const RecordPlacementInput = builder.inputType('RecordPlacementInput', {
  fields: (t) => ({
    referralId: t.id({ required: true }),
    placedOn: t.field({ type: 'LocalDate', description: 'Today if left out.' }),
    dateReason: t.string({ description: 'Why a day before last year is right; kept with it.' }),
    monthlyPay: t.field({ type: 'Yuan', required: true, description: 'The monthly pay.' }),
  }),
});

builder.mutationField('recordPlacement', (t) =>
  t.field({
    type: commandResult(builder, 'RecordPlacementResult', 'placement', Placement),
    description: 'Records that a referral led to work; it fills a position of the vacancy.',
    args: { input: t.arg({ type: RecordPlacementInput, required: true }) },
    resolve: (_root, { input }, context) => recordPlacement(context, input),
  }),
);

import { commandResult } from '@nuangong/subgraph';
import { builder } from '../builder.ts';
import { enterFigure } from './enter-figure.ts';
import { figureStates, formatFigure, type Figure } from './figure.ts';
import { ruleInWords } from './rule-in-words.ts';

const FigureStateEnum = builder.enumType('FigureState', { values: figureStates });
const FigureKindEnum = builder.enumType('FigureKind', { values: ['DERIVED', 'ENTERED', 'COMPUTED'] as const });

export const FigureType = builder.objectRef<Figure>('Figure').implement({
  description: 'One cell of a table (数值), with where its value comes from.',
  fields: (t) => ({
    key: t.string({ resolve: ({ cell }) => cell.key }),
    label: t.string({ resolve: ({ cell }) => cell.label.zh }),
    labelEn: t.string({ resolve: ({ cell }) => cell.label.en }),
    unit: t.string({ resolve: ({ cell }) => cell.unit }),
    kind: t.field({ type: FigureKindEnum, resolve: ({ cell }) => cell.kind }),
    value: t.string({
      description: 'What the table says: a whole number, or 万元 exact to the fen; empty while nothing is given.',
      resolve: ({ cell, value }) => formatFigure(cell.scale, value),
    }),
    derived: t.string({
      description: 'What facts, other cells or subordinates say, whatever was entered.',
      nullable: true,
      resolve: ({ cell, derived }) => (derived === null ? null : formatFigure(cell.scale, derived)),
    }),
    present: t.string({
      description: 'What the table would say if it were submitted now.',
      resolve: ({ cell, present }) => formatFigure(cell.scale, present),
    }),
    difference: t.string({
      description: 'The present value less the submitted one, where they differ.',
      nullable: true,
      resolve: ({ cell, state, present, submitted }) =>
        state === 'CHANGED' ? formatFigure(cell.scale, (present ?? 0n) - (submitted ?? 0n)) : null,
    }),
    state: t.field({ type: FigureStateEnum, resolve: (figure) => figure.state }),
    reason: t.exposeString('reason', { nullable: true }),
    enteredBy: t.string({ nullable: true, resolve: (figure) => figure.enteredByName }),
    enteredAt: t.field({ type: 'Instant', nullable: true, resolve: (figure) => figure.enteredAt }),
    records: t.exposeInt('records'),
    rule: t.string({ resolve: ({ cell }) => ruleInWords(cell).zh }),
    ruleEn: t.string({ resolve: ({ cell }) => ruleInWords(cell).en }),
    opensRecords: t.boolean({ resolve: ({ cell, records }) => cell.kind === 'DERIVED' && records > 0 }),
  }),
});

const EnterFigureInput = builder.inputType('EnterFigureInput', {
  fields: (t) => ({
    form: t.string({ required: true }),
    cell: t.string({ required: true }),
    organizationId: t.id(),
    campaignId: t.id(),
    from: t.field({ type: 'LocalDate' }),
    to: t.field({ type: 'LocalDate' }),
    value: t.string({ required: true, description: 'As typed; blank takes an earlier value back.' }),
    reason: t.string({ description: 'Needed for a derived cell.' }),
  }),
});

const EnterFigureResult = commandResult(builder, 'EnterFigureResult', 'figure', FigureType);

builder.mutationField('enterFigure', (t) =>
  t.field({
    type: EnterFigureResult,
    args: { input: t.arg({ type: EnterFigureInput, required: true }) },
    resolve: (_root, { input }, context) => enterFigure(context, input),
  }),
);

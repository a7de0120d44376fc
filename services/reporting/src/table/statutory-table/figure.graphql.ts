import { commandResult, describedValues } from '@nuangong/subgraph';
import { builder } from '../../builder.ts';
import { enterFigure, enterFigures, type EnteredFigures } from './enter-figure.ts';
import { formatValue } from '../../form/form/cell-value.ts';
import { isNumber, type CellDefinition, type CellType } from '../../form/form/form.ts';
import type { Figure, FigureState } from './figure.ts';
import { ruleInWords } from './rule-in-words.ts';

const FigureStateEnum = builder.enumType('FigureState', {
  description: 'The state of a cell: the origin of its value and whether it agrees.',
  values: describedValues<FigureState>({
    AUTO: 'Computed.',
    ENTERED: 'Entered by hand.',
    ADJUSTED: 'Derived, and adjusted by hand with a reason.',
    EMPTY: 'Not entered yet.',
    MISMATCH: 'Part of a check that fails.',
    CHANGED: 'Different from what was submitted.',
  }),
});

const FigureKindEnum = builder.enumType('FigureKind', {
  description: 'How the value of a cell is obtained.',
  values: describedValues<Figure['cell']['kind']>({
    DERIVED: 'Counted or summed from records, which can be listed.',
    ENTERED: 'Entered by hand: the system has no records of it.',
    COMPUTED: 'Computed from other cells of the table.',
  }),
});

const CellTypeEnum = builder.enumType('CellType', {
  description: 'The type of a cell’s value.',
  values: describedValues<CellType>({
    COUNT: 'A whole number of its unit.',
    MONEY: 'Money, in 万元 exact to the fen.',
    YES_NO: 'Yes or no: 是 or 否.',
    TEXT: 'Text, up to 500 characters.',
    CHOICE: 'One of its choices.',
  }),
});

type Choice = Extract<CellDefinition, { type: 'CHOICE' }>['choices'][number];

const CellChoiceType = builder.objectRef<Choice>('CellChoice').implement({
  description: 'A choice in a cell of a form.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Its code.' }),
    label: t.string({ description: 'As printed, in Chinese.', resolve: ({ label }) => label.zh }),
    labelEn: t.string({ resolve: ({ label }) => label.en }),
  }),
});

export const FigureType = builder.objectRef<Figure>('Figure').implement({
  description: 'One cell of a table (数值), with the origin of its value.',
  fields: (t) => ({
    key: t.string({ description: 'The key of the cell.', resolve: ({ cell }) => cell.key }),
    label: t.string({ description: 'The name of the cell, in Chinese.', resolve: ({ cell }) => cell.label.zh }),
    labelEn: t.string({ resolve: ({ cell }) => cell.label.en }),
    unit: t.string({ description: 'The unit, as printed: 人, 户, 人次, 万元.', resolve: ({ cell }) => cell.unit }),
    type: t.field({ type: CellTypeEnum, description: 'The type of its value.', resolve: ({ cell }) => cell.type }),
    choices: t.field({
      type: [CellChoiceType],
      description: 'The choices; empty if the cell is not a choice.',
      resolve: ({ cell }) => (cell.type === 'CHOICE' ? cell.choices : []),
    }),
    kind: t.field({
      type: FigureKindEnum,
      description: 'How its value is obtained.',
      resolve: ({ cell }) => cell.kind,
    }),
    value: t.string({
      description:
        'The value shown in the table: a whole number, 万元 exact to the fen, 是 or 否, or text; empty if not entered.',
      resolve: ({ cell, value }) => formatValue(cell, value),
    }),
    derived: t.string({
      description: 'The value derived from facts, other cells or subordinates, regardless of what was entered.',
      nullable: true,
      resolve: ({ cell, derived }) => (derived === null ? null : formatValue(cell, derived)),
    }),
    present: t.string({
      description: 'The value that would be submitted now.',
      resolve: ({ cell, present }) => formatValue(cell, present),
    }),
    difference: t.string({
      description: 'The current value less the submitted one, if both are numbers and differ.',
      nullable: true,
      resolve: ({ cell, state, present, submitted }) =>
        state === 'CHANGED' && isNumber(cell)
          ? formatValue(cell, BigInt(present ?? 0n) - BigInt(submitted ?? 0n))
          : null,
    }),
    state: t.field({
      type: FigureStateEnum,
      description: 'The origin of its value and whether it agrees.',
      resolve: (figure) => figure.state,
    }),
    own: t.string({
      nullable: true,
      description: 'What the organisation entered itself, before what its subordinates add; null if nothing.',
      resolve: ({ cell, own }) => (own === null ? null : formatValue(cell, own)),
    }),
    accepted: t.string({
      nullable: true,
      description: 'The sum of the accepted tables of its subordinates, in an entered cell; null if there are none.',
      resolve: ({ cell, accepted }) => (accepted === null ? null : formatValue(cell, accepted)),
    }),
    reason: t.exposeString('reason', {
      nullable: true,
      description: 'Why it was adjusted by hand; null if it was not.',
    }),
    enteredBy: t.string({
      nullable: true,
      description: 'Who entered it by hand, under the name they had at that time; null if it was not entered by hand.',
      resolve: (figure) => figure.enteredByName,
    }),
    enteredAt: t.field({
      type: 'Instant',
      nullable: true,
      description: 'When it was entered by hand; null if it was not.',
      resolve: (figure) => figure.enteredAt,
    }),
    records: t.exposeInt('records', { description: 'How many records it is counted from.' }),
    rule: t.string({
      description: 'What it counts and does not count, in Chinese.',
      resolve: ({ cell }) => ruleInWords(cell).zh,
    }),
    ruleEn: t.string({ resolve: ({ cell }) => ruleInWords(cell).en }),
    opensRecords: t.boolean({
      description: 'Whether `cellRecords` lists the records it is counted from.',
      resolve: ({ cell, records }) => cell.kind === 'DERIVED' && records > 0,
    }),
  }),
});

const EnterFigureInput = builder.inputType('EnterFigureInput', {
  fields: (t) => ({
    form: t.string({ required: true, description: 'The code of the form: 2.' }),
    cell: t.string({ required: true, description: 'The key of the cell, as in `Figure.key`.' }),
    organizationId: t.id({ description: 'Whose table; the reader’s own organisation’s if left out.' }),
    campaignId: t.id({
      description:
        'The campaign to which the table is limited, with its period. If neither it nor a period is given, the latest campaign.',
    }),
    from: t.field({ type: 'LocalDate', description: 'The first day of the table.' }),
    to: t.field({ type: 'LocalDate', description: 'The last day of the table, included.' }),
    value: t.string({ required: true, description: 'The value as typed; blank removes an earlier one.' }),
    reason: t.string({ description: 'The reason; required for a derived cell.' }),
  }),
});

const EnterFigureResult = commandResult(builder, 'EnterFigureResult', 'figure', FigureType);

builder.mutationField('enterFigure', (t) =>
  t.field({
    type: EnterFigureResult,
    description: 'Enters a cell’s value by hand, or removes it; a derived cell requires a reason.',
    args: { input: t.arg({ type: EnterFigureInput, required: true }) },
    resolve: (_root, { input }, context) => enterFigure(context, input),
  }),
);

const RefusedFigureType = builder.objectRef<EnteredFigures['refused'][number]>('RefusedFigure').implement({
  description: 'A cell whose value was not saved, and why.',
  fields: (t) => ({
    cell: t.exposeString('cell', { description: 'The key of the cell.' }),
    problems: t.field({
      type: ['Problem'],
      description: 'Why it was refused.',
      resolve: ({ problems }) => [...problems],
    }),
  }),
});

const EnteredFiguresType = builder.objectRef<EnteredFigures>('EnteredFigures').implement({
  description: 'The result of entering several figures.',
  fields: (t) => ({
    figures: t.field({
      type: [FigureType],
      description: 'The cells that were saved, as they are now.',
      resolve: ({ figures }) => [...figures],
    }),
    refused: t.field({
      type: [RefusedFigureType],
      description: 'The cells that were not saved.',
      resolve: ({ refused }) => [...refused],
    }),
  }),
});

const GivenFigureInput = builder.inputType('GivenFigureInput', {
  description: 'A value for one cell.',
  fields: (t) => ({
    cell: t.string({ required: true, description: 'The key of the cell, as in `Figure.key`.' }),
    value: t.string({ required: true, description: 'The value as typed; blank removes an earlier one.' }),
    reason: t.string({ description: 'The reason; required for a derived cell.' }),
  }),
});

const EnterFiguresInput = builder.inputType('EnterFiguresInput', {
  fields: (t) => ({
    form: t.string({ required: true, description: 'The code of the form: 2.' }),
    organizationId: t.id({ description: 'Whose table; the reader’s own organisation’s if left out.' }),
    campaignId: t.id({
      description: 'The campaign to which the table is limited, with its period; the latest campaign if left out.',
    }),
    figures: t.field({ type: [GivenFigureInput], required: true, description: 'The values, at most 1000.' }),
  }),
});

const EnterFiguresResult = commandResult(builder, 'EnterFiguresResult', 'entered', EnteredFiguresType);

builder.mutationField('enterFigures', (t) =>
  t.field({
    type: EnterFiguresResult,
    description: 'Enters values into several cells; each refusal names its cell.',
    args: { input: t.arg({ type: EnterFiguresInput, required: true }) },
    resolve: (_root, { input }, context) => enterFigures(context, input),
  }),
);

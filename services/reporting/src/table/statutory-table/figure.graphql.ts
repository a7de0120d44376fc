import { commandResult, describedValues } from '@nuangong/subgraph';
import { builder } from '../../builder.ts';
import { enterFigure } from './enter-figure.ts';
import { formatValue } from '../../form/form/cell-value.ts';
import { isNumber, type CellDefinition, type CellType } from '../../form/form/form.ts';
import type { Figure, FigureState } from './figure.ts';
import { ruleInWords } from './rule-in-words.ts';

const FigureStateEnum = builder.enumType('FigureState', {
  description: 'Where the value of a cell comes from, and whether it agrees.',
  values: describedValues<FigureState>({
    AUTO: 'Computed.',
    ENTERED: 'Given by hand.',
    ADJUSTED: 'Computed, and replaced by hand with a reason.',
    EMPTY: 'Not given yet.',
    MISMATCH: 'Part of a check that fails.',
    CHANGED: 'Different from what was submitted.',
  }),
});

const FigureKindEnum = builder.enumType('FigureKind', {
  description: 'How the value of a cell is found.',
  values: describedValues<Figure['cell']['kind']>({
    DERIVED: 'Counted or summed from records; it opens to them.',
    ENTERED: 'Given by hand: the system keeps no record of it.',
    COMPUTED: 'Computed from other cells of the table.',
  }),
});

const CellTypeEnum = builder.enumType('CellType', {
  description: 'What a cell of a form holds.',
  values: describedValues<CellType>({
    COUNT: 'A whole number of its unit.',
    MONEY: 'Money, in 万元 exact to the fen.',
    YES_NO: 'Yes or no: 是 or 否.',
    TEXT: 'Words, up to 500 characters.',
    CHOICE: 'One of its choices.',
  }),
});

type Choice = Extract<CellDefinition, { type: 'CHOICE' }>['choices'][number];

const CellChoiceType = builder.objectRef<Choice>('CellChoice').implement({
  description: 'What may be chosen in a cell of a form.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'What it is called by programs.' }),
    label: t.string({ description: 'As printed, in Chinese.', resolve: ({ label }) => label.zh }),
    labelEn: t.string({ resolve: ({ label }) => label.en }),
  }),
});

export const FigureType = builder.objectRef<Figure>('Figure').implement({
  description: 'One cell of a table (数值), with where its value comes from.',
  fields: (t) => ({
    key: t.string({ description: 'What the cell is called by programs.', resolve: ({ cell }) => cell.key }),
    label: t.string({ description: 'What the cell is called, in Chinese.', resolve: ({ cell }) => cell.label.zh }),
    labelEn: t.string({ resolve: ({ cell }) => cell.label.en }),
    unit: t.string({ description: 'The unit, as printed: 人, 户, 人次, 万元.', resolve: ({ cell }) => cell.unit }),
    type: t.field({ type: CellTypeEnum, description: 'What the cell holds.', resolve: ({ cell }) => cell.type }),
    choices: t.field({
      type: [CellChoiceType],
      description: 'What may be chosen; empty where the cell is no choice.',
      resolve: ({ cell }) => (cell.type === 'CHOICE' ? cell.choices : []),
    }),
    kind: t.field({ type: FigureKindEnum, description: 'How its value is found.', resolve: ({ cell }) => cell.kind }),
    value: t.string({
      description:
        'What the table says: a whole number, 万元 exact to the fen, 是 or 否, or words; empty while nothing is given.',
      resolve: ({ cell, value }) => formatValue(cell, value),
    }),
    derived: t.string({
      description: 'What facts, other cells or subordinates say, whatever was entered.',
      nullable: true,
      resolve: ({ cell, derived }) => (derived === null ? null : formatValue(cell, derived)),
    }),
    present: t.string({
      description: 'What the table would say if it were submitted now.',
      resolve: ({ cell, present }) => formatValue(cell, present),
    }),
    difference: t.string({
      description: 'The present value less the submitted one, where they are numbers and differ.',
      nullable: true,
      resolve: ({ cell, state, present, submitted }) =>
        state === 'CHANGED' && isNumber(cell)
          ? formatValue(cell, BigInt(present ?? 0n) - BigInt(submitted ?? 0n))
          : null,
    }),
    state: t.field({
      type: FigureStateEnum,
      description: 'Where its value comes from, and whether it agrees.',
      resolve: (figure) => figure.state,
    }),
    reason: t.exposeString('reason', {
      nullable: true,
      description: 'Why it was replaced by hand; null unless it was.',
    }),
    enteredBy: t.string({
      nullable: true,
      description: 'Who gave it by hand, by the name they had then; null unless somebody did.',
      resolve: (figure) => figure.enteredByName,
    }),
    enteredAt: t.field({
      type: 'Instant',
      nullable: true,
      description: 'When it was given by hand; null unless it was.',
      resolve: (figure) => figure.enteredAt,
    }),
    records: t.exposeInt('records', { description: 'How many records it is counted from.' }),
    rule: t.string({
      description: 'What it counts and what not, in Chinese.',
      resolve: ({ cell }) => ruleInWords(cell).zh,
    }),
    ruleEn: t.string({ resolve: ({ cell }) => ruleInWords(cell).en }),
    opensRecords: t.boolean({
      description: 'Whether `cellRecords` tells what it is counted from.',
      resolve: ({ cell, records }) => cell.kind === 'DERIVED' && records > 0,
    }),
  }),
});

const EnterFigureInput = builder.inputType('EnterFigureInput', {
  fields: (t) => ({
    form: t.string({ required: true, description: 'The code of the form: 2.' }),
    cell: t.string({ required: true, description: 'The key of the cell, as `Figure.key` tells it.' }),
    organizationId: t.id({ description: 'Whose table; the reader’s own organisation’s unless given.' }),
    campaignId: t.id({
      description:
        'Only what belongs to this campaign; its days are the table’s. The campaign last begun unless given, where no days are.',
    }),
    from: t.field({ type: 'LocalDate', description: 'The first day of the table.' }),
    to: t.field({ type: 'LocalDate', description: 'The last day of the table, included.' }),
    value: t.string({ required: true, description: 'As typed; blank takes an earlier value back.' }),
    reason: t.string({ description: 'Needed for a derived cell.' }),
  }),
});

const EnterFigureResult = commandResult(builder, 'EnterFigureResult', 'figure', FigureType);

builder.mutationField('enterFigure', (t) =>
  t.field({
    type: EnterFigureResult,
    description: 'Gives a cell a value by hand, or takes it back; a derived cell asks for a reason.',
    args: { input: t.arg({ type: EnterFigureInput, required: true }) },
    resolve: (_root, { input }, context) => enterFigure(context, input),
  }),
);

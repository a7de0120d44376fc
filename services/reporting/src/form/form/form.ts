import { z } from 'zod';
import type { Bilingual } from '@nuangong/primitives';
import { bilingual, inBoth, printedText, ruleSchema, withoutControls, controls } from '../rule/rule.ts';

/** The most cells of one line, and of a whole form: each derived one is a column of the statement that counts. */
const mostCellsOfLine = 20;
const mostCells = 400;

const cellKey = z
  .string()
  .max(40)
  .regex(
    /^[0-9A-Za-z]+(\.[a-z-]+)?$/,
    inBoth('应为行号，或行号加部分，如 3A、3A.migrant', 'use a line’s code and part: 3A, 3A.migrant'),
  );

const cellBase = {
  /** The line's code, or the line's code and a part of it: `3A`, `3A.migrant`. */
  key: cellKey,
  label: bilingual,
  /** The unit as printed: 人, 户, 万元; blank if there is none. */
  unit: z.string().max(10).regex(withoutControls, controls),
};

/** COUNT is a whole number of its unit; MONEY is held in fen and shown in 万元. */
const numberType = z.enum(['COUNT', 'MONEY']);

const enteredCell = z.discriminatedUnion('type', [
  z.strictObject({ ...cellBase, kind: z.literal('ENTERED'), type: z.literal('COUNT') }),
  z.strictObject({ ...cellBase, kind: z.literal('ENTERED'), type: z.literal('MONEY') }),
  z.strictObject({ ...cellBase, kind: z.literal('ENTERED'), type: z.literal('YES_NO') }),
  z.strictObject({ ...cellBase, kind: z.literal('ENTERED'), type: z.literal('TEXT') }),
  z.strictObject({
    ...cellBase,
    kind: z.literal('ENTERED'),
    type: z.literal('CHOICE'),
    choices: z
      .array(z.strictObject({ code: z.string().regex(/^[A-Z][A-Z_]*$/), label: bilingual }))
      .min(2)
      .max(30),
  }),
]);

/** One cell of a form: counted from facts, entered by the organisation, or added up from other cells. */
const cellSchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...cellBase, kind: z.literal('DERIVED'), type: numberType, rule: ruleSchema }),
  enteredCell,
  z.strictObject({
    ...cellBase,
    kind: z.literal('COMPUTED'),
    type: numberType,
    sumOf: z.array(cellKey).min(1).max(mostCells),
  }),
]);

/** A numbered line with its cells, and the printed sentence with `{key}` in place of each value. */
const lineSchema = z.strictObject({
  code: z.string().regex(/^[0-9A-Za-z]{1,10}$/),
  section: printedText(10),
  label: bilingual,
  printed: printedText(500),
  cells: z.array(cellSchema).min(1).max(mostCellsOfLine),
});

/**
 * A rule between cells: a part does not exceed its whole, a whole equals the sum of its parts, or a whole is at least
 * the sum of its parts. An ERROR blocks the submission.
 */
const checkSchema = z.strictObject({
  relation: z.enum(['PART_WITHIN_WHOLE', 'SUM_EQUALS_WHOLE', 'SUM_WITHIN_WHOLE']),
  severity: z.enum(['ERROR', 'WARNING']),
  whole: cellKey,
  parts: z.array(cellKey).min(1).max(mostCells),
});

/** One version of a form, as its file holds it. */
export const formSchema = z.strictObject({
  code: z.string().regex(/^[a-z][a-z0-9-]{2,40}$/),
  /** The first year in which it is filled. */
  version: z.int().min(1990).max(2200),
  title: bilingual,
  /** Its default period when the reader gives no days: the campaign that began last, or the calendar year. */
  period: z.enum(['CAMPAIGN', 'CALENDAR_YEAR']),
  /** Sentences printed above a section's lines. */
  sectionHeadings: z.record(z.string().max(10), printedText(500)),
  lines: z
    .array(lineSchema)
    .min(1)
    .max(300)
    .refine(
      (lines) => lines.reduce((sum, { cells }) => sum + cells.length, 0) <= mostCells,
      inBoth(`全表最多 ${mostCells} 格`, `at most ${mostCells} cells in the whole form`),
    ),
  checks: z.array(checkSchema).max(mostCells),
  /** The note printed at the bottom. */
  note: bilingual,
});

export type FormDefinition = z.output<typeof formSchema>;
export type FormLineDefinition = FormDefinition['lines'][number];
export type CellDefinition = FormLineDefinition['cells'][number];
export type CheckDefinition = FormDefinition['checks'][number];
/** The type of a cell: a whole number, money, yes or no, text, or a choice. */
export type CellType = CellDefinition['type'];

/** All cells of a form, in printed order. */
export function cellsOf(form: FormDefinition): readonly CellDefinition[] {
  return form.lines.flatMap((line) => line.cells);
}

/** The cell with a key, if the form has it. */
export function findCell(form: FormDefinition, key: string): CellDefinition | undefined {
  return cellsOf(form).find((cell) => cell.key === key);
}

/** The number that the form prints before a cell: `1A`, also for the second cell of its line. */
export const printedNumber = (key: string): string => key.replace(/\..*/u, '');

/** A cell as people name it: by its printed number, a further cell of the line also by its label (1A 其中农民工总数). */
export function cellInWords(form: FormDefinition, key: string): Bilingual {
  const number = printedNumber(key);
  const label = number === key ? undefined : findCell(form, key)?.label;
  return label === undefined
    ? { zh: number, en: number }
    : { zh: `${number} ${label.zh}`, en: `${number} ${label.en}` };
}

/** Whether a cell holds a number that can be added up. */
export function isNumber({ type }: Pick<CellDefinition, 'type'>): boolean {
  return type === 'COUNT' || type === 'MONEY';
}

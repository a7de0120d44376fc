import { z } from 'zod';
import { ok, problem, refuse, type Problem, type Result } from '@nuangong/primitives';
import { bilingual, faultsOfRule, printedText, ruleSchema, withoutControls } from '../rule/rule.ts';

const cellBase = {
  /** The line's code, or the line's code and a part of it: `3A`, `3A.migrant`. */
  key: z.string().regex(/^[0-9A-Za-z]+(\.[a-z-]+)?$/),
  label: bilingual,
  /** The unit as printed: 人, 户, 万元; blank if there is none. */
  unit: z.string().max(10).regex(withoutControls),
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
    sumOf: z.array(z.string()).min(1),
  }),
]);

/** A numbered line with its cells, and the printed sentence with `{key}` in place of each value. */
const lineSchema = z.strictObject({
  code: z.string().regex(/^[0-9A-Za-z]{1,10}$/),
  section: printedText(10),
  label: bilingual,
  printed: printedText(500),
  cells: z.array(cellSchema).min(1),
});

/**
 * A rule between cells: a part does not exceed its whole, a whole equals the sum of its parts, or a whole is at least
 * the sum of its parts. An ERROR blocks the submission.
 */
const checkSchema = z.strictObject({
  relation: z.enum(['PART_WITHIN_WHOLE', 'SUM_EQUALS_WHOLE', 'SUM_WITHIN_WHOLE']),
  severity: z.enum(['ERROR', 'WARNING']),
  whole: z.string(),
  parts: z.array(z.string()).min(1),
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
  sectionHeadings: z.record(z.string(), printedText(2000)),
  lines: z.array(lineSchema).min(1).max(300),
  checks: z.array(checkSchema),
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

/** Whether a cell holds a number that can be added up. */
export function isNumber({ type }: Pick<CellDefinition, 'type'>): boolean {
  return type === 'COUNT' || type === 'MONEY';
}

/**
 * The faults in a form's data: duplicate keys, values that are unknown or not printed, sums and checks over unknown or
 * non-numeric cells, rules about something that no event records.
 */
export function faultsOf(form: FormDefinition): readonly string[] {
  const cells = cellsOf(form);
  const keys = cells.map((cell) => cell.key);
  const numbers = new Set(cells.filter(isNumber).map((cell) => cell.key));
  const doubled = keys.filter((key, place) => keys.indexOf(key) !== place).map((key) => `${key} is given twice`);
  const printing = form.lines.flatMap((line) => {
    const printed = [...line.printed.matchAll(/\{([^}]+)\}/g)].map((match) => match[1] ?? '');
    const own = line.cells.map((cell) => cell.key);
    return printed.join() === own.join() ? [] : [`line ${line.code} prints ${printed.join()} and holds ${own.join()}`];
  });
  const added = [
    ...form.checks.flatMap((check) => [check.whole, ...check.parts]),
    ...cells.flatMap((cell) => (cell.kind === 'COMPUTED' ? cell.sumOf : [])),
  ];
  const unknown = added.flatMap((key) =>
    numbers.has(key) ? [] : [keys.includes(key) ? `${key} is no number` : `no cell ${key}`],
  );
  return [...doubled, ...printing, ...unknown, ...addedTooSoon(cells), ...cells.flatMap(faultsOfCell)];
}

/** Computed cells that add up one computed after them: cells are computed in the order in which they are printed. */
function addedTooSoon(cells: readonly CellDefinition[]): readonly string[] {
  const later = new Set(cells.filter(({ kind }) => kind === 'COMPUTED').map(({ key }) => key));
  return cells.flatMap((cell) => {
    if (cell.kind !== 'COMPUTED') return [];
    later.delete(cell.key);
    return cell.sumOf
      .filter((key) => later.has(key))
      .map((key) => `${cell.key} adds up ${key}, which is computed after it`);
  });
}

function faultsOfCell(cell: CellDefinition): readonly string[] {
  if (cell.kind === 'COMPUTED') return cell.sumOf.includes(cell.key) ? [`${cell.key} adds up itself`] : [];
  if (cell.kind !== 'DERIVED') return [];
  const { measure } = cell.rule;
  const money = measure.of === 'SUM' && measure.what === 'AMOUNT';
  return [
    ...(money === (cell.type === 'MONEY') ? [] : [`${cell.key} is ${cell.type} and its rule is not`]),
    ...faultsOfRule(cell.rule).map((fault) => `${cell.key}: ${fault}`),
  ];
}

/** The most faults reported in one refusal. */
const mostFaults = 20;

const faulty = (place: string, fault: string): Problem =>
  problem(
    'FORM_FAULTY',
    { zh: `表样有误，改正后重新载入：${place}${fault}`, en: `Correct the form and load it again: ${place}${fault}` },
    'definition',
  );

/** Reads a form from parsed JSON; refuses with FORM_FAULTY for each fault, with its place. */
export function parseForm(given: unknown): Result<FormDefinition> {
  const read = formSchema.safeParse(given);
  if (!read.success) {
    const { issues } = read.error;
    const problems = issues.slice(0, mostFaults).map(({ path, message }) => faulty(`${path.join('.')}: `, message));
    return refuse(...problems);
  }
  const faults = faultsOf(read.data);
  return faults.length === 0 ? ok(read.data) : refuse(...faults.slice(0, mostFaults).map((fault) => faulty('', fault)));
}

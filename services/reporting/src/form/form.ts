import type { Bilingual } from '@nuangong/primitives';
import type { AidType, FundSource, HardshipClass } from '@nuangong/events';

/** What a fact tells of; the database's own enumeration. */
export type FactKind =
  | 'CASE_FILE_ACTIVATED'
  | 'CASE_FILE_EXITED'
  | 'CASE_FILE_SUSPENDED'
  | 'GRANT_APPROVED'
  | 'PAYMENT_MADE'
  | 'PAYMENT_RETURNED'
  | 'RECEIPT_RECORDED'
  | 'ALLOCATION_RECEIVED'
  | 'VISIT_MADE'
  | 'VACANCY_OFFERED'
  | 'TRAINING_ATTENDED'
  | 'LEGAL_CASE_OPENED'
  | 'WAGES_RECOVERED';

/** What a fact is marked with beside its kind. */
export type FactMark = 'HEATING' | 'HOLIDAY_VISIT' | 'AIDED' | 'FOR_LAID_OFF' | 'WITH_GOODS_OR_MONEY';

/**
 * How a rule measures the facts that it takes: their number, the distinct households or persons among them, or the sum
 * of what each counts, of the persons or the migrant workers in each, of the fen in each. Distinct is distinct within the organisation that owns
 * the record; who counts in two of them counts twice above them, as on paper.
 */
export type Measure =
  | 'FACTS'
  | 'HOUSEHOLDS'
  | 'PERSONS'
  | 'SUM_COUNT'
  | 'SUM_PERSONS'
  | 'SUM_MIGRANT_PERSONS'
  | 'SUM_AMOUNT';

/**
 * A rule over facts, as data: which kinds of fact, what must hold of each, and how they are measured.
 * A case file counts where it stands active in the period, a payment where it was not returned, an exit in the calendar
 * year of the period's first day; everything else by its day.
 */
export interface Rule {
  readonly kinds: readonly FactKind[];
  readonly measure: Measure;
  readonly migrantWorker?: true;
  readonly newGeneration?: true;
  readonly modelWorker?: true;
  readonly hardshipClass?: HardshipClass;
  readonly sources?: readonly FundSource[];
  readonly aidType?: AidType;
  readonly mark?: FactMark;
  /** Transfers only where they come from outside the unit's own subtree. */
  readonly fromOutside?: true;
  /** Of what is booked to no campaign, only what is for sending warmth. */
  readonly forWarmth?: true;
  /** Households with a worker among their members; every household of the register unless its file tells of none. */
  readonly withWorker?: true;
  /** Persons of households on the register at that day only, and no more of them than the household has workers. */
  readonly onRegister?: true;
  /** The rule in the words of whoever reads the table. */
  readonly words: Bilingual;
}

/** COUNT is a whole number of its unit; WAN_YUAN is money, held in fen, shown in 万元. */
export type Scale = 'COUNT' | 'WAN_YUAN';

interface CellBase {
  /** The line's code, or the line's code and the part of it: `3A`, `3A.migrant`. */
  readonly key: string;
  readonly label: Bilingual;
  /** The unit as printed: 人, 户, 万元. */
  readonly unit: string;
  readonly scale: Scale;
}

/** One cell of a form: computed from facts, asked of the organisation, or added up from other cells. */
export type CellDefinition =
  | (CellBase & { readonly kind: 'DERIVED'; readonly rule: Rule })
  | (CellBase & { readonly kind: 'ENTERED' })
  | (CellBase & { readonly kind: 'COMPUTED'; readonly sumOf: readonly string[] });

/** A numbered line of a form with its cells, and the sentence that is printed, `{key}` where a value stands. */
export interface FormLineDefinition {
  readonly code: string;
  readonly section: string;
  readonly label: Bilingual;
  readonly printed: string;
  readonly cells: readonly CellDefinition[];
}

/**
 * What must hold between cells: a part is not above its whole, a whole equals the sum of its parts, or is not below the
 * sum of its parts.
 */
export interface CheckDefinition {
  readonly relation: 'PART_WITHIN_WHOLE' | 'SUM_EQUALS_WHOLE' | 'SUM_WITHIN_WHOLE';
  readonly severity: 'ERROR' | 'WARNING';
  readonly whole: string;
  readonly parts: readonly string[];
}

/** A statutory form of one version, as data. */
export interface FormDefinition {
  readonly code: string;
  readonly version: number;
  readonly title: Bilingual;
  /** Sentences printed above a section's lines. */
  readonly sectionHeadings: Readonly<Record<string, string>>;
  readonly lines: readonly FormLineDefinition[];
  readonly checks: readonly CheckDefinition[];
  /** The note printed below. */
  readonly note: Bilingual;
}

/** All cells of a form, in printed order. */
export function cellsOf(form: FormDefinition): readonly CellDefinition[] {
  return form.lines.flatMap((line) => line.cells);
}

/** The cell of a key, if the form has it. */
export function findCell(form: FormDefinition, key: string): CellDefinition | undefined {
  return cellsOf(form).find((cell) => cell.key === key);
}

/** What is wrong with a form's data: keys given twice, values printed nowhere or unknown, checks of unknown cells. */
export function faultsOf(form: FormDefinition): readonly string[] {
  const keys = cellsOf(form).map((cell) => cell.key);
  const known = new Set(keys);
  const doubled = keys.filter((key, place) => keys.indexOf(key) !== place).map((key) => `${key} is given twice`);
  const printing = form.lines.flatMap((line) => {
    const printed = [...line.printed.matchAll(/\{([^}]+)\}/g)].map((match) => match[1] ?? '');
    const own = line.cells.map((cell) => cell.key);
    return printed.join() === own.join() ? [] : [`line ${line.code} prints ${printed.join()} and holds ${own.join()}`];
  });
  const used = [
    ...form.checks.flatMap((check) => [check.whole, ...check.parts]),
    ...cellsOf(form).flatMap((cell) => (cell.kind === 'COMPUTED' ? cell.sumOf : [])),
  ];
  return [...doubled, ...printing, ...used.filter((key) => !known.has(key)).map((key) => `no cell ${key}`)];
}

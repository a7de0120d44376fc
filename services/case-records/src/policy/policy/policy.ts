import { z } from 'zod';
import { aidMark, aidType } from '@nuangong/events';
import { isLocalDate, parseYuan, valueOf, type Fen, type LocalDate } from '@nuangong/primitives';
import { factsNamed, namesOfDecision, placesInWords } from '../policy-fact/expressions.ts';
import type { PolicyFact } from '../policy-fact/policy-fact.ts';
import { frequencyShape, type Frequency } from '../frequency/frequency.ts';

/** The engine's outcomes for a household on a date (§ spec "Policies as data"). */
export const outcomes = ['ELIGIBLE', 'NOT_ELIGIBLE', 'COORDINATE_FIRST', 'DISCRETIONARY'] as const;
export type Outcome = (typeof outcomes)[number];

const amount = z
  .string()
  .transform((text) => valueOf(parseYuan(text)))
  .describe('yuan as decimal text, held as fen');
const date = z
  .string()
  .refine(isLocalDate)
  .transform((text) => text as LocalDate);

export const policyClauseShape = z.object({
  code: z.string().min(1).max(20),
  /**
   * CATEGORY: one that fits is enough. REQUIREMENT: each must be met. REFERENCE: shown, but does not affect the
   * decision.
   */
  kind: z.enum(['CATEGORY', 'REQUIREMENT', 'REFERENCE']),
  /** The name of its line of the decision. */
  criterion: z.string().min(1),
  criterionEn: z.string().min(1),
  /** The facts that it looks at, by name; its line shows the household's values. */
  facts: z.array(z.string()).min(1),
  /** The threshold as text; {name} is the value of a fact, {frequency} how often the policy gives aid. */
  threshold: z.string().min(1),
  thresholdEn: z.string().min(1),
  title: z.string().min(1),
  titleEn: z.string().min(1),
  source: z.string().min(1),
  /**
   * The text of the source in simplified characters, omissions marked ……; null in versions issued before it was kept.
   */
  text: z.string().min(1).nullable(),
  /** How the text is interpreted here, in Chinese and English. */
  note: z.string().min(1).nullable(),
  noteEn: z.string().min(1).nullable(),
  /** The kinds of evidence asked of households that it fits; empty: those that the catalogue gives for its facts. */
  evidence: z.array(z.string()).default([]),
  /** Whether the fact that it fits, or does not, reveals somebody's health. */
  tellsOfHealth: z.boolean().default(false),
});

/** A clause of a policy always quotes its source. */
const packClauseShape = policyClauseShape.extend({ text: z.string().min(1) });

/** The head of a policy: policy.json in its folder. */
const policyHeadShape = z.object({
  code: z.string().regex(/^[a-z0-9-]{3,60}$/),
  version: z.int().min(1),
  name: z.string().min(1),
  nameEn: z.string().min(1),
  source: z.string().min(1),
  inForceFrom: date,
  inForceTo: date.nullable(),
  aidType,
  mark: aidMark.nullable(),
  purpose: z.string().min(1),
  amountYuan: amount,
  amountMinYuan: amount,
  amountMaxYuan: amount,
  frequency: frequencyShape,
  /** Facts kept with each decision although no clause reads them, by name. */
  kept: z.array(z.string()).default([]),
});

export type PolicyClause = z.output<typeof policyClauseShape>;
export type PolicyClauseKind = PolicyClause['kind'];

/** One version of a policy: all that a decision under it depends on, without its issuer. Amounts in fen. */
export interface Policy {
  readonly code: string;
  readonly version: number;
  readonly name: string;
  readonly nameEn: string;
  readonly source: string;
  readonly inForceFrom: LocalDate;
  readonly inForceTo: LocalDate | null;
  readonly aidType: z.output<typeof aidType>;
  readonly mark: z.output<typeof aidMark> | null;
  readonly purpose: string;
  readonly amount: Fen;
  readonly amountMin: Fen;
  readonly amountMax: Fen;
  readonly frequency: Frequency;
  readonly clauses: readonly PolicyClause[];
  /** The catalogue's entries for all that it reads, as they were when it was issued; persons before their facts. */
  readonly facts: readonly PolicyFact[];
  /** The decision tables, GoRules JSON decision model. */
  readonly decision: object;
}

/**
 * Reads the three files of a policy and the catalogue's entries that it names. Throws if a file has another shape, a
 * clause's code occurs twice, or a named fact is not in the catalogue.
 */
export function policyFrom(
  head: unknown,
  clauses: unknown,
  decision: unknown,
  catalogue: readonly PolicyFact[],
): Policy {
  const { amountYuan, amountMinYuan, amountMaxYuan, kept, ...rest } = policyHeadShape.parse(head);
  const read = z.array(packClauseShape).min(1).parse(clauses);
  const codes = new Set(read.map((clause) => clause.code));
  if (codes.size !== read.length) throw new Error(`${rest.code}: a clause's code comes twice`);
  const tables = z.looseObject({ nodes: z.array(z.unknown()), edges: z.array(z.unknown()) }).parse(decision);
  const named = [...keptAlways, ...kept, ...read.flatMap(namesOfClause), ...namesOfDecision(tables)];
  return {
    ...rest,
    amount: amountYuan,
    amountMin: amountMinYuan,
    amountMax: amountMaxYuan,
    clauses: read,
    facts: factsNamed(catalogue, named),
    decision: tables,
  };
}

/** Facts kept with every decision, whether or not its policy reads them. */
const keptAlways = ['applicationDate', 'caseFileVersion', 'evidence'];

function namesOfClause({ facts, threshold, thresholdEn }: PolicyClause): readonly string[] {
  const placed = [...`${threshold}${thresholdEn}`.matchAll(placesInWords)].map(([, name = '']) => name);
  return [...facts, ...placed.filter((name) => name !== 'frequency')];
}

/** Whether a policy is in force on a day, both ends included. */
export function isInForce(policy: Pick<Policy, 'inForceFrom' | 'inForceTo'>, on: LocalDate): boolean {
  return policy.inForceFrom <= on && (policy.inForceTo === null || on <= policy.inForceTo);
}

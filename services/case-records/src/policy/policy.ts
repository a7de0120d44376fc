import { z } from 'zod';
import { aidMark, aidType } from '@nuangong/events';
import { fen, isLocalDate, parseYuan, valueOf, type Fen, type LocalDate } from '@nuangong/primitives';
import { frequencyShape, type Frequency } from './frequency.ts';

/** What the engine answers for a household on a date (§ spec "Policies as data"). */
export const outcomes = ['ELIGIBLE', 'NOT_ELIGIBLE', 'COORDINATE_FIRST', 'DISCRETIONARY'] as const;
export type Outcome = (typeof outcomes)[number];

/** What a clause looks at; it says how its line of the decision sheet is worded. */
export const criteria = [
  'MODEL_WORKER',
  'DIBAO_OR_MARGINAL',
  'MAJOR_ILLNESS',
  'ACCIDENT_OR_DISASTER',
  'SCHOOLING',
  'STANDARD',
  'DIBAO_LINE',
  'FREQUENCY',
  'CASE_FILE',
  'IDENTITY',
  'RIGHTS',
] as const;
export type Criterion = (typeof criteria)[number];

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
  /** CATEGORY: one that speaks for is enough. REQUIREMENT: each must be met. REFERENCE: shown, decides nothing. */
  kind: z.enum(['CATEGORY', 'REQUIREMENT', 'REFERENCE']),
  criterion: z.enum(criteria),
  title: z.string().min(1),
  titleEn: z.string().min(1),
  source: z.string().min(1),
  /** The source's own words, simplified, what is left out marked ……; null in versions issued before they were kept. */
  text: z.string().min(1).nullable(),
  /** How the words are read here, in Chinese and English. */
  note: z.string().min(1).nullable(),
  noteEn: z.string().min(1).nullable(),
  evidence: z.array(z.string()),
});

/** A clause of a pack always quotes its source. */
const packClauseShape = policyClauseShape.extend({ text: z.string().min(1) });

/** Head of a policy pack: policy.json of its folder. */
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
});

export type PolicyClause = z.output<typeof policyClauseShape>;
export type PolicyClauseKind = PolicyClause['kind'];

/** One version of a policy: who issued it aside, everything that a decision under it rests on. Amounts in fen. */
export interface PolicyPack {
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
  /** The decision tables, GoRules JSON decision model. */
  readonly decision: object;
}

/** Reads the three files of a pack; throws where one of them has another shape or a clause's code comes twice. */
export function policyPackFrom(head: unknown, clauses: unknown, decision: unknown): PolicyPack {
  const { amountYuan, amountMinYuan, amountMaxYuan, ...rest } = policyHeadShape.parse(head);
  const read = z.array(packClauseShape).min(1).parse(clauses);
  const codes = new Set(read.map((clause) => clause.code));
  if (codes.size !== read.length) throw new Error(`${rest.code}: a clause's code comes twice`);
  return {
    ...rest,
    amount: amountYuan,
    amountMin: amountMinYuan,
    amountMax: amountMaxYuan,
    clauses: read,
    decision: z.looseObject({ nodes: z.array(z.unknown()), edges: z.array(z.unknown()) }).parse(decision),
  };
}

/** Whether a policy is in force on a day, both ends included. */
export function isInForce(policy: Pick<PolicyPack, 'inForceFrom' | 'inForceTo'>, on: LocalDate): boolean {
  return policy.inForceFrom <= on && (policy.inForceTo === null || on <= policy.inForceTo);
}

/** Amounts of engine answers are whole fen in JSON numbers. */
export function fenOfNumber(count: number): Fen {
  return fen(BigInt(count));
}

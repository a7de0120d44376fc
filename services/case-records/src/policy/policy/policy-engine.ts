import { ZenEngine } from '@gorules/zen-engine';
import { z } from 'zod';
import { fen, type Fen } from '@nuangong/primitives';
import { forEngine } from '../policy-fact/expressions.ts';
import type { Facts } from '../policy-fact/policy-fact.ts';
import { outcomes, type Outcome, type Policy } from './policy.ts';

/** Yuan as the tables give them, converted to whole fen. */
const wholeFen = z
  .number()
  .min(0)
  .transform((yuan, context) => {
    const count = Math.round(yuan * 100);
    if (Math.abs(yuan * 100 - count) > 1e-6) context.addIssue(`${yuan} yuan is no whole number of fen`);
    return fen(BigInt(count));
  });

const answerShape = z.object({
  criteria: z.array(z.object({ clause: z.string(), speaks: z.enum(['FOR', 'AGAINST', 'NEUTRAL']) })),
  answer: z.object({
    outcome: z.enum(outcomes),
    amountYuan: wholeFen,
    amountMinYuan: wholeFen,
    amountMaxYuan: wholeFen,
    capYuan: wholeFen.nullable(),
  }),
});

/** The answer of the decision tables: the outcome, amounts in fen, and the codes of the clauses by how they speak. */
export interface PolicyAnswer {
  readonly outcome: Outcome;
  readonly amount: Fen;
  readonly amountMin: Fen;
  readonly amountMax: Fen;
  readonly cap: Fen | null;
  readonly clausesFor: readonly string[];
  readonly clausesAgainst: readonly string[];
  /** Clauses that refer the household elsewhere and do not affect the decision. */
  readonly clausesNeutral: readonly string[];
}

/** A policy with compiled decision tables. Immutable like its version, so it can be cached. */
export interface PreparedPolicy {
  readonly policy: Policy;
  /** Decides on complete facts; the same facts always give the same answer. */
  decide(facts: Facts): Promise<PolicyAnswer>;
}

/** Compiles a policy's decision tables once; throws if the engine cannot run them. */
export function preparePolicy(policy: Policy): PreparedPolicy {
  const decision = new ZenEngine().createDecision(policy.decision);
  decision.validate();
  const known = new Set(policy.clauses.map((clause) => clause.code));
  return {
    policy,
    async decide(facts) {
      const { result } = await decision.evaluate(forEngine(facts, policy.facts));
      return readAnswer(result, known, policy.code);
    },
  };
}

/** Decides many at once, on several threads of the engine; answers are in the order of the facts. */
export function decideAll(prepared: PreparedPolicy, facts: readonly Facts[]): Promise<readonly PolicyAnswer[]> {
  return Promise.all(facts.map((each) => prepared.decide(each)));
}

function readAnswer(result: unknown, known: ReadonlySet<string>, code: string): PolicyAnswer {
  const { criteria, answer } = answerShape.parse(result);
  const foreign = criteria.find((each) => !known.has(each.clause));
  if (foreign !== undefined) throw new Error(`${code}: its tables name clause ${foreign.clause}, which it lacks`);
  const speaking = (speaks: 'FOR' | 'AGAINST' | 'NEUTRAL') => [
    ...new Set(criteria.filter((each) => each.speaks === speaks).map((each) => each.clause)),
  ];
  return {
    outcome: answer.outcome,
    amount: answer.amountYuan,
    amountMin: answer.amountMinYuan,
    amountMax: answer.amountMaxYuan,
    cap: answer.capYuan,
    clausesFor: speaking('FOR'),
    clausesAgainst: speaking('AGAINST'),
    clausesNeutral: speaking('NEUTRAL'),
  };
}

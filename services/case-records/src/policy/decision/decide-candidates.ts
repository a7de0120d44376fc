import { problem, type Problem } from '@nuangong/primitives';
import type { PolicyFact } from '../policy-fact/policy-fact.ts';
import { decideAll, type PreparedPolicy } from '../policy/policy-engine.ts';
import { decideEligibility } from './eligibility-decision.ts';
import type { Candidate } from './load-candidates.ts';
import type { DecidedCandidate } from './record-eligibility-decisions.ts';

/** Decides the candidates whose facts are complete, each with its decision; the others are left out. */
export async function decideCandidates(
  prepared: PreparedPolicy,
  candidates: readonly Candidate[],
): Promise<readonly DecidedCandidate[]> {
  const known = candidates.filter(({ missing }) => missing.length === 0);
  const answers = await decideAll(
    prepared,
    known.map(({ facts }) => facts),
  );
  return answers.flatMap((answer, place): readonly DecidedCandidate[] => {
    const candidate = known[place];
    return candidate === undefined
      ? []
      : [{ ...candidate, decision: decideEligibility(prepared.policy, candidate.facts, answer) }];
  });
}

/** Why nothing is decided yet: the unanswered facts that the policy asks for, in the catalogue's words. */
export function factsMissing(missing: readonly PolicyFact[]): Problem {
  return problem('FACTS_MISSING', {
    zh: `判定还缺：${missing.map(({ words }) => words.zh).join('、')}；补录后再提出`,
    en: `Facts needed for the decision are missing: ${missing.map(({ words }) => words.en).join('; ')}. Record them first.`,
  });
}

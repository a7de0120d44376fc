import { carryOut, type Problem } from '../../base/graph/command.ts';
import { answerPolicyFactsMutation, applyForAidMutation } from '../../base/graph/generated/policies.ts';
import type { AnswerPolicyFactsInput } from '../../base/graph/generated/operation-types.ts';

/** A household's answers, and whether it applies with them. */
export interface Application extends AnswerPolicyFactsInput {
  readonly policy: string;
  readonly applies: boolean;
}

/** The result: the sheet and the application, both absent if the household only answered. */
export interface Applied {
  readonly problems: readonly Problem[];
  readonly eligibilityDecisionId?: string | undefined;
  readonly applicationNumber?: string | undefined;
}

/**
 * Stores the answers of a household, then applies under the policy if asked to; a wrong answer is reported at its fact.
 */
export async function applyForAid({ householdId, answers, policy, applies }: Application): Promise<Applied> {
  if (answers.length > 0) {
    const { problems } = await carryOut(answerPolicyFactsMutation, { householdId, answers });
    if (problems.length > 0) return { problems: problems.map((problem) => atItsFact(problem, answers)) };
  }
  if (!applies) return { problems: [] };
  const { problems, decision, application } = await carryOut(applyForAidMutation, { householdId, policy });
  return { problems, eligibilityDecisionId: decision?.id, applicationNumber: application?.number };
}

function atItsFact(problem: Problem, answers: Application['answers']): Problem {
  const place = /^answers\.(\d+)\./.exec(problem.field ?? '')?.[1];
  const fact = place === undefined ? undefined : answers[Number(place)]?.fact;
  return fact === undefined ? problem : { ...problem, field: fact };
}

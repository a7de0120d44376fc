import { prismaSql, recordAudit } from '@nuangong/database';
import { isUuid, localDateAt, ok, problem, refuse, type Problem, type Result } from '@nuangong/primitives';
import { notFound, runCommand } from '@nuangong/subgraph';
import type { CaseRecordsContext, Transaction } from '../../builder.ts';
import { decideCandidates, factsMissing } from '../../policy/decision/decide-candidates.ts';
import { loadCandidates } from '../../policy/decision/load-candidates.ts';
import { recordEligibilityDecisions } from '../../policy/decision/record-eligibility-decisions.ts';
import { loadPolicyInForce } from '../../policy/policy/load-policy.ts';
import { insertApplications } from './insert-applications.ts';

export interface ApplyForAidInput {
  readonly householdId: string;
  /** The code of a policy issued at or above the household's organisation. */
  readonly policy: string;
}

/** The outcome: the eligibility decision, and the application if the policy admits the household. */
export interface AppliedForAid {
  readonly eligibilityDecisionId: string;
  readonly applicationId: string | null;
}

/**
 * Applies for aid for one household outside campaigns, under a policy in force; the engine decides and the decision is
 * kept. ELIGIBLE and DISCRETIONARY create an application that waits for approval; other outcomes only keep the decision.
 */
export function applyForAid(context: CaseRecordsContext, input: ApplyForAidInput): Promise<Result<AppliedForAid>> {
  const at = context.parts.clock();
  const { actor } = context;
  return runCommand(context, { action: 'application.put-forward' }, async (tx: Transaction) => {
    const run = prismaSql(tx);
    const file = isUuid(input.householdId)
      ? await tx.caseFile.findFirst({ where: { householdId: input.householdId } })
      : null;
    if (file === null) return refuse(notFound({ zh: '家庭', en: 'household' }, 'householdId'));
    // A concurrent command for the same household waits here, and then finds the application.
    await run('select id from case_file where id = $1::uuid for no key update', file.id);
    const on = localDateAt(at);
    const found = await loadPolicyInForce(run, input.policy, on);
    if (found === undefined) return refuse(notFound({ zh: '生效的政策', en: 'policy in force' }, 'policy'));
    const { versionId, prepared } = found;
    const { policy } = prepared;
    if (policy.frequency.period === 'CAMPAIGN') return refuse(onlyInCampaigns());
    const terms = { campaignId: null, standard: policy.amount, policyVersionId: versionId, policy, on };
    const [candidate] = await loadCandidates(run, { ...terms, caseFileIds: [file.id] });
    if (candidate === undefined) return refuse(mayNotApply());
    if (candidate.missing.length > 0) return refuse(factsMissing(candidate.missing));
    const decided = await decideCandidates(prepared, [candidate]);
    const circumstances = { policyVersionId: versionId, campaignId: null, actor, at };
    const decisionIds = await recordEligibilityDecisions(run, decided, circumstances);
    const letIn = decided.filter(({ decision }) => ['ELIGIBLE', 'DISCRETIONARY'].includes(decision.answer.outcome));
    const [application] = await insertApplications(run, letIn, decisionIds, { ...circumstances, policy });
    const outcome = decided[0]?.decision.answer.outcome;
    const eligibilityDecisionId = decisionIds.get(file.id) ?? '';
    await recordAudit(tx, context, [
      {
        action: 'application.put-forward',
        recordType: application === undefined ? 'EligibilityDecision' : 'AidApplication',
        recordId: application?.id ?? eligibilityDecisionId,
        after: { policy: policy.code, outcome, number: application?.number ?? null },
      },
    ]);
    return ok({ eligibilityDecisionId, applicationId: application?.id ?? null });
  });
}

function onlyInCampaigns(): Problem {
  return problem(
    'POLICY_OF_CAMPAIGNS',
    { zh: '此办法只在活动中使用，到活动中提出', en: 'This policy is for campaigns. Put the household forward in one.' },
    'policy',
  );
}

function mayNotApply(): Problem {
  return problem(
    'MAY_NOT_APPLY',
    {
      zh: '档案不在档，或本户在此办法下已有待审的申请；先办完再申请',
      en: 'The file is not active, or an application under this policy is awaiting a decision. Complete that first.',
    },
    'householdId',
  );
}

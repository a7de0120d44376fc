import { readStoredDate, recordAudit, type RunSql } from '@nuangong/database';
import { meetObligations } from '@nuangong/obligations';
import { fen, localDateAt, ok, refuse, type LocalDate, type Problem, type Result } from '@nuangong/primitives';
import { notFound } from '@nuangong/subgraph';
import type { CaseRecordsContext, Transaction } from '../../builder.ts';
import { decideCandidates } from '../../policy/decision/decide-candidates.ts';
import { loadCandidates, type DecisionTerms } from '../../policy/decision/load-candidates.ts';
import {
  recordEligibilityDecisions,
  type DecidedCandidate,
} from '../../policy/decision/record-eligibility-decisions.ts';
import { loadPolicy, loadPolicyInForce } from '../../policy/policy/load-policy.ts';
import type { PreparedPolicy } from '../../policy/policy/policy-engine.ts';
import { isInForce } from '../../policy/policy/policy.ts';
import type { RowResult } from '../../register/case-file/row-results.ts';
import { isRunning, policyNotInForce } from '../campaign/campaign.ts';
import { loadQuotaUse } from '../campaign/load-quota-use.ts';
import { fileNotActive } from './application.ts';
import { holdPlaces } from './hold-places.ts';
import { amountAppliedFor } from './insert-applications.ts';
import { judgeCandidates } from './judge-candidates.ts';
import { keepSubmittedAgain, type SubmittedAgain } from './keep-submitted-again.ts';
import type { LockedApplication } from './lock-applications.ts';
import { overApplications, rowsOnly } from './over-applications.ts';

export interface SubmitApplicationsAgainInput {
  readonly ids: readonly string[];
  /** What was corrected, for the approver. */
  readonly corrected: string;
}

/**
 * Submits returned applications again, each under its number: the engine decides again on the file's present state, and
 * the old decision is kept. Those that are no longer eligible, or have no quota left, stay returned with the reason.
 * The number of statements depends on the number of campaigns and policies, not of applications.
 */
export async function submitApplicationsAgain(
  context: CaseRecordsContext,
  { ids, corrected }: SubmitApplicationsAgainInput,
): Promise<Result<readonly RowResult[]>> {
  const command = {
    action: 'application.put-forward',
    act: 'SUBMIT_AGAIN',
    words: { field: 'corrected', text: corrected },
  } as const;
  const answer = await overApplications(context, { ids }, command, async ({ tx, run, at, words, may, refuse }) => {
    const submitted: SubmittedAgain[] = [];
    const returned = may.map(({ application }) => application);
    for (const [, together] of Map.groupBy(returned, ({ campaignId, policy }) => campaignId ?? policy)) {
      const terms = await termsOf(tx, run, together, localDateAt(at));
      if (!terms.ok) {
        for (const { id } of together) refuse(id, terms.problems);
        continue;
      }
      const { again, refused } = await decideAgain(run, together, terms.value, { actor: context.actor, at });
      for (const { id, problems } of refused) refuse(id, problems);
      await keepSubmittedAgain(run, again, context, { ...terms.value, corrected: words, at });
      submitted.push(...again);
    }
    await recordAudit(tx, context, submitted.map(auditOf));
    const met = submitted.map(({ application: { id } }) => ({ recordId: id, byId: id, byType: 'AidApplication' }));
    await meetObligations(run, 'APPLICATION_RETURNED', met, at);
  });
  return rowsOnly(answer);
}

/** The campaign's policy if the campaign is running, or the policy in force of an application outside campaigns. */
async function termsOf(
  tx: Transaction,
  run: RunSql,
  [first]: readonly LockedApplication[],
  on: LocalDate,
): Promise<Result<DecisionTerms & { readonly prepared: PreparedPolicy }>> {
  const campaignId = first?.campaignId ?? null;
  if (campaignId === null) {
    const found = await loadPolicyInForce(run, first?.policy ?? '', on);
    if (found === undefined) return refuse(notFound({ zh: '生效的政策', en: 'policy in force' }));
    const { prepared, versionId: policyVersionId } = found;
    return ok({ campaignId, standard: prepared.policy.amount, policyVersionId, policy: prepared.policy, prepared, on });
  }
  const campaign = await tx.campaign.findUniqueOrThrow({ where: { id: campaignId } });
  const days = {
    status: campaign.status,
    from: readStoredDate(campaign.startsOn),
    to: readStoredDate(campaign.endsOn),
  };
  const running = isRunning(days, on);
  if (!running.ok) return running;
  const { policyVersionId } = campaign;
  const prepared = await loadPolicy(run, policyVersionId);
  if (!isInForce(prepared.policy, on)) return refuse(policyNotInForce(on));
  return ok({
    campaignId,
    standard: fen(campaign.standardFen),
    policyVersionId,
    policy: prepared.policy,
    prepared,
    on,
  });
}

interface DecidedAgain {
  readonly again: readonly SubmittedAgain[];
  readonly refused: readonly { readonly id: string; readonly problems: readonly Problem[] }[];
}

async function decideAgain(
  run: RunSql,
  applications: readonly LockedApplication[],
  terms: DecisionTerms & { readonly prepared: PreparedPolicy },
  by: Pick<CaseRecordsContext, 'actor'> & { readonly at: Date },
): Promise<DecidedAgain> {
  const { campaignId, policyVersionId, policy, prepared, on } = terms;
  const quotas = campaignId === null ? [] : await loadQuotaUse(run, [campaignId], 'STANDING');
  const caseFileIds = applications.map(({ caseFileId }) => caseFileId);
  const candidates = await loadCandidates(run, { ...terms, caseFileIds, again: true });
  const decided = await decideCandidates(prepared, candidates);
  const decisionIds = await recordEligibilityDecisions(run, decided, { policyVersionId, campaignId, ...by });
  const admitted = decided.filter((each) => isAdmitted(each, campaignId));
  const places =
    campaignId === null ? new Map<string, Problem>() : holdPlaces(admitted, quotas, { policy, campaignId, on });
  const rows = new Map(judgeCandidates(candidates, decided, admitted, places).map((row) => [row.id, row]));
  const byFile = new Map(decided.map((each) => [each.caseFileId, each]));
  const again: SubmittedAgain[] = [];
  const refused: { readonly id: string; readonly problems: readonly Problem[] }[] = [];
  for (const application of applications) {
    const { id, caseFileId } = application;
    const row = rows.get(caseFileId);
    const candidate = byFile.get(caseFileId);
    if (row?.ok === true && candidate !== undefined)
      again.push({ application, candidate, decisionId: decisionIds.get(caseFileId) ?? '' });
    else refused.push({ id, problems: row?.problems ?? [fileNotActive()] });
  }
  return { again, refused };
}

/** A campaign's list takes every eligible household; outside campaigns the approver decides a discretionary amount. */
function isAdmitted({ decision }: DecidedCandidate, campaignId: string | null): boolean {
  const { outcome } = decision.answer;
  return outcome === 'ELIGIBLE' || (campaignId === null && outcome === 'DISCRETIONARY');
}

function auditOf({ application, candidate, decisionId }: SubmittedAgain) {
  const { status, amount, eligibilityDecisionId, decidedOnVersion } = application;
  const amountFen = `${amountAppliedFor(candidate.decision.answer)}`;
  return {
    action: 'application.submit-again' as const,
    recordType: 'AidApplication',
    recordId: application.id,
    before: { status, amountFen: amount, eligibilityDecisionId, caseFileVersion: decidedOnVersion },
    after: {
      status: 'COUNTY_REVIEW',
      amountFen,
      eligibilityDecisionId: decisionId,
      caseFileVersion: candidate.caseFileVersion,
    },
  };
}

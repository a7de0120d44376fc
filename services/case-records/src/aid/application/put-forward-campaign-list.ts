import { prismaSql, readStoredDate, recordAudit } from '@nuangong/database';
import {
  fen,
  isUuid,
  localDateAt,
  ok,
  problem,
  refuse,
  type LocalDate,
  type Problem,
  type Result,
} from '@nuangong/primitives';
import { notFound, runCommand } from '@nuangong/subgraph';
import type { CaseRecordsContext, Transaction } from '../../builder.ts';
import { isRunning } from '../campaign/campaign.ts';
import { holdQuotas, quotaHeldByDatabase, type QuotaUse } from '../campaign/hold-quotas.ts';
import { loadQuotaUse } from '../campaign/load-quota-use.ts';
import type { RowResult } from '../../register/case-file/row-results.ts';
import { reasonsAgainst } from '../../policy/decision/eligibility-decision.ts';
import { decideCandidates, factsMissing } from '../../policy/decision/decide-candidates.ts';
import { loadCandidates, type Candidate } from '../../policy/decision/load-candidates.ts';
import {
  recordEligibilityDecisions,
  type DecidedCandidate,
} from '../../policy/decision/record-eligibility-decisions.ts';
import { holdTurns, memberPutForward } from '../../policy/policy/hold-turns.ts';
import { loadPolicy } from '../../policy/policy/load-policy.ts';
import { isInForce, type Policy } from '../../policy/policy/policy.ts';
import { insertApplications } from './insert-applications.ts';

const putForwardMeanwhile = (): Problem =>
  problem('PUT_FORWARD_MEANWHILE', {
    zh: '名单刚由他人提出，刷新后核对',
    en: 'Someone else has just put this list forward. Refresh and check it.',
  });

/**
 * Puts forward every household of the actor's organisation with an active file and no application in the campaign. The
 * engine decides each and the decisions are kept; eligible households become applications while quota and budget last, in
 * the order of their files' numbers. Returns a row for each file, with the reasons if it is not put forward. Lists of
 * one campaign run one after another. The number of statements does not depend on the number of households.
 *
 * @param ids some of the files, in their order, when a long list is put forward in pieces.
 */
export function putForwardCampaignList(
  context: CaseRecordsContext,
  input: { readonly campaignId: string },
  ids?: readonly string[],
): Promise<Result<readonly RowResult[]>> {
  const at = context.parts.clock();
  const constraints = {
    application_once_a_campaign: putForwardMeanwhile,
    application_quota_is_held: quotaHeldByDatabase,
  };
  return runCommand(context, { action: 'application.put-forward', constraints }, async (tx: Transaction) => {
    const run = prismaSql(tx);
    const found = isUuid(input.campaignId) ? await tx.campaign.findUnique({ where: { id: input.campaignId } }) : null;
    if (found === null) return refuse(notFound({ zh: '活动', en: 'campaign' }, 'campaignId'));
    const on = localDateAt(at);
    const running = isRunning(
      { status: found.status, from: readStoredDate(found.startsOn), to: readStoredDate(found.endsOn) },
      on,
    );
    if (!running.ok) return running;
    const prepared = await loadPolicy(run, found.policyVersionId);
    if (!isInForce(prepared.policy, on)) return refuse(policyNotInForce(on));
    const quotas = await loadQuotaUse(run, [found.id], 'STANDING');
    const candidates = await loadCandidates(run, {
      campaignId: found.id,
      standard: fen(found.standardFen),
      policyVersionId: found.policyVersionId,
      policy: prepared.policy,
      on,
      caseFileIds: ids,
    });
    const decided = await decideCandidates(prepared, candidates);
    const circumstances = { policyVersionId: found.policyVersionId, campaignId: found.id, actor: context.actor, at };
    const decisionIds = await recordEligibilityDecisions(run, decided, circumstances);
    const eligible = decided.filter(({ decision }) => decision.answer.outcome === 'ELIGIBLE');
    const refusals = refusalsOf(eligible, quotas, { policy: prepared.policy, campaignId: found.id, on });
    const taken = eligible.filter(({ caseFileId }) => !refusals.has(caseFileId));
    const numbers = await insertApplications(run, taken, decisionIds, { ...circumstances, policy: prepared.policy });
    await recordAudit(
      tx,
      context,
      numbers.map(({ id, number }) => ({
        action: 'application.put-forward',
        recordType: 'AidApplication',
        recordId: id,
        after: { number, campaignId: found.id },
      })),
    );
    const rows = new Map(decided.map((each) => [each.caseFileId, rowOf(each, refusals.get(each.caseFileId))]));
    return ok(candidates.map((each) => rows.get(each.caseFileId) ?? rowOfMissing(each)));
  });
}

function rowOf({ caseFileId, decision }: DecidedCandidate, refusal: Problem | undefined): RowResult {
  if (decision.answer.outcome !== 'ELIGIBLE') return { id: caseFileId, ok: false, problems: reasonsAgainst(decision) };
  return { id: caseFileId, ok: refusal === undefined, problems: refusal === undefined ? [] : [refusal] };
}

function rowOfMissing({ caseFileId, missing }: Candidate): RowResult {
  return { id: caseFileId, ok: false, problems: [factsMissing(missing)] };
}

interface ListTerms {
  readonly policy: Policy;
  readonly campaignId: string;
  readonly on: LocalDate;
}

/**
 * Why eligible households are not put forward, by case file: a member is already put forward with another household, of
 * this list or an earlier one, or the quota or budget is used up.
 */
function refusalsOf(
  eligible: readonly DecidedCandidate[],
  quotas: readonly QuotaUse[],
  { policy: { code: policy, aidType, mark, frequency }, campaignId, on }: ListTerms,
): ReadonlyMap<string, Problem> {
  const refusals = new Map<string, Problem>();
  const turns = holdTurns(
    eligible.map(({ frequency: { people, aidedOn, turnsLeft, waiting } }) => ({
      policy,
      aidType,
      mark,
      frequency,
      campaignId,
      on,
      people,
      aidedOn,
      turnsLeft: turnsLeft - waiting,
    })),
  );
  const inTurn = eligible.filter(({ caseFileId }, place) => {
    if (turns[place] !== null) refusals.set(caseFileId, memberPutForward());
    return turns[place] === null;
  });
  const held = holdQuotas(
    quotas,
    inTurn.map(({ organizationPath, decision }) => ({ campaignId, organizationPath, amount: decision.answer.amount })),
  );
  for (const [place, problem] of held.entries()) {
    const candidate = inTurn[place];
    if (problem !== null && candidate !== undefined) refusals.set(candidate.caseFileId, problem);
  }
  return refusals;
}

function policyNotInForce(on: string): Problem {
  return problem(
    'POLICY_NOT_IN_FORCE',
    {
      zh: `活动所依据的政策在 ${on} 不生效，由市级工会发布新版后再提出`,
      en: `The campaign’s policy is not in force on ${on}.`,
    },
    'campaignId',
  );
}

import { prismaSql, readStoredDate, recordAudit } from '@nuangong/database';
import { fen, isUuid, localDateAt, ok, problem, refuse, type Problem, type Result } from '@nuangong/primitives';
import { notFound, runCommand } from '@nuangong/subgraph';
import type { CaseRecordsContext, Transaction } from '../../builder.ts';
import { isRunning, policyNotInForce } from '../campaign/campaign.ts';
import { quotaHeldByDatabase } from '../campaign/hold-quotas.ts';
import { loadQuotaUse } from '../campaign/load-quota-use.ts';
import type { RowResult } from '../../register/case-file/row-results.ts';
import { decideCandidates } from '../../policy/decision/decide-candidates.ts';
import { loadCandidates } from '../../policy/decision/load-candidates.ts';
import { recordEligibilityDecisions } from '../../policy/decision/record-eligibility-decisions.ts';
import { loadPolicy } from '../../policy/policy/load-policy.ts';
import { isInForce } from '../../policy/policy/policy.ts';
import { holdPlaces } from './hold-places.ts';
import { insertApplications } from './insert-applications.ts';
import { judgeCandidates } from './judge-candidates.ts';

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
    const refusals = holdPlaces(eligible, quotas, { policy: prepared.policy, campaignId: found.id, on });
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
    return ok(judgeCandidates(candidates, decided, eligible, refusals));
  });
}

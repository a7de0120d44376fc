import type { LocalDate, Problem } from '@nuangong/primitives';
import type { DecidedCandidate } from '../../policy/decision/record-eligibility-decisions.ts';
import { holdTurns, memberPutForward } from '../../policy/frequency/hold-turns.ts';
import type { Policy } from '../../policy/policy/policy.ts';
import { holdQuotas, type QuotaUse } from '../campaign/hold-quotas.ts';

/** What places in a campaign are held under. */
interface ListTerms {
  readonly policy: Policy;
  readonly campaignId: string;
  readonly on: LocalDate;
}

/**
 * Holds the places of a campaign for eligible households in their order. Returns why some get none, by case file: a
 * member is already put forward with another household, of this list or an earlier one, or the quota or budget is used up.
 */
export function holdPlaces(
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

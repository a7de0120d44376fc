import type { Problem } from '@nuangong/primitives';
import { factsMissing } from '../../policy/decision/decide-candidates.ts';
import { reasonsAgainst } from '../../policy/decision/eligibility-decision.ts';
import type { Candidate } from '../../policy/decision/load-candidates.ts';
import type { DecidedCandidate } from '../../policy/decision/record-eligibility-decisions.ts';
import type { RowResult } from '../../register/case-file/row-results.ts';

/**
 * Which candidates get an application, a row for each by its case file, in their order; the others with the reasons: facts
 * that are missing, the decision, or why it has no place in the campaign.
 */
export function judgeCandidates(
  candidates: readonly Candidate[],
  decided: readonly DecidedCandidate[],
  admitted: readonly DecidedCandidate[],
  withoutPlace: ReadonlyMap<string, Problem>,
): readonly RowResult[] {
  const decisions = new Map(decided.map(({ caseFileId, decision }) => [caseFileId, decision]));
  const letIn = new Set(admitted.map(({ caseFileId }) => caseFileId));
  return candidates.map(({ caseFileId: id, missing }) => {
    const decision = decisions.get(id);
    const place = withoutPlace.get(id);
    if (decision === undefined) return { id, ok: false, problems: [factsMissing(missing)] };
    if (!letIn.has(id)) return { id, ok: false, problems: reasonsAgainst(decision) };
    return { id, ok: place === undefined, problems: place === undefined ? [] : [place] };
  });
}

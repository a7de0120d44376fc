import type { RunSql } from '@nuangong/database';
import type { CaseRecordsContext } from '../../builder.ts';
import type { DecidedCandidate } from '../../policy/decision/record-eligibility-decisions.ts';
import type { Policy } from '../../policy/policy/policy.ts';
import { amountAppliedFor } from './insert-applications.ts';
import type { LockedApplication } from './lock-applications.ts';
import { sealOpinion } from './seal-opinion.ts';

/** A returned application with its new decision. */
export interface SubmittedAgain {
  readonly application: LockedApplication;
  readonly candidate: DecidedCandidate;
  readonly decisionId: string;
}

/**
 * Submits returned applications to the approver again with their new decisions, in the name of the person who corrected
 * them; the note on the correction is sealed with the step. One statement for any number.
 */
export async function keepSubmittedAgain(
  run: RunSql,
  again: readonly SubmittedAgain[],
  { actor, parts }: Pick<CaseRecordsContext, 'actor' | 'parts'>,
  { policy, corrected, at }: { readonly policy: Policy; readonly corrected: string; readonly at: Date },
): Promise<void> {
  if (again.length === 0) return;
  const given = again.map(({ application, candidate, decisionId }) => {
    const { stepId, ofStep } = sealOpinion(parts.keyring, application, corrected);
    return {
      id: application.id,
      decision_id: decisionId,
      version: candidate.caseFileVersion,
      amount_fen: `${amountAppliedFor(candidate.decision.answer)}`,
      clause_codes: candidate.decision.answer.clausesFor,
      step_id: stepId,
      step_words: ofStep,
    };
  });
  await run(
    submitStatement,
    JSON.stringify(given),
    policy.aidType,
    policy.mark,
    policy.purpose,
    actor.staffId,
    actor.name,
    at.toISOString(),
  );
}

const submitStatement = `
  with given as materialized (
    select * from jsonb_to_recordset($1::jsonb) as g(id uuid, decision_id uuid, version int, amount_fen bigint,
      clause_codes text[], step_id uuid, step_words text)
  ), submitted as (
    update aid_application a set status = 'COUNTY_REVIEW', eligibility_decision_id = g.decision_id,
      case_file_version = g.version, standing_version = null, clause_codes = g.clause_codes,
      amount_fen = g.amount_fen, aid_type = $2, mark = $3, purpose = $4, head_name = h.head_name,
      unit_name = h.unit_name, put_forward_by = $5::uuid, put_forward_name = $6, put_forward_at = $7::timestamptz,
      opinion = null
    from given g join aid_application o on o.id = g.id join household h on h.id = o.household_id
    where a.id = g.id
    returning a.id, a.organization_path, g.step_id, g.step_words
  )
  insert into application_step (id, application_id, organization_path, from_status, to_status, at, staff_id,
    staff_name, opinion)
  select step_id, id, organization_path, 'RETURNED', 'COUNTY_REVIEW', $7::timestamptz, $5::uuid, $6, step_words
  from submitted`;

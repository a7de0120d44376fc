import type { Actor } from '@nuangong/access';
import type { RunSql } from '@nuangong/database';
import type { Candidate } from './load-candidates.ts';
import type { EligibilityDecision } from './eligibility-decision.ts';

/** A candidate with its decision. */
export interface DecidedCandidate extends Candidate {
  readonly decision: EligibilityDecision;
}

/** The policy version and campaign of the decisions, by whom and when. */
export interface DecisionCircumstances {
  readonly policyVersionId: string;
  readonly campaignId: string | null;
  readonly actor: Actor;
  readonly at: Date;
}

/**
 * Stores eligibility decisions and returns their ids by case file; one statement however many. A decision with the same inputs
 * under the same policy version is stored once; its id is returned again.
 */
export async function recordEligibilityDecisions(
  run: RunSql,
  decided: readonly DecidedCandidate[],
  circumstances: DecisionCircumstances,
): Promise<ReadonlyMap<string, string>> {
  if (decided.length === 0) return new Map();
  const rows = await run<{ id: string; caseFileId: string }>(
    recordStatement,
    JSON.stringify(decided.map(storedDecision)),
    circumstances.policyVersionId,
    circumstances.campaignId,
    circumstances.at.toISOString(),
    circumstances.actor.staffId,
  );
  return new Map(rows.map((row) => [row.caseFileId, row.id]));
}

function storedDecision({ caseFileId, caseFileVersion, decision }: DecidedCandidate): object {
  const { answer } = decision;
  return {
    case_file_id: caseFileId,
    case_file_version: caseFileVersion,
    outcome: answer.outcome,
    amount_fen: `${answer.amount}`,
    amount_min_fen: `${answer.amountMin}`,
    amount_max_fen: `${answer.amountMax}`,
    cap_fen: answer.cap === null ? null : `${answer.cap}`,
    clauses_for: answer.clausesFor,
    clauses_against: answer.clausesAgainst,
    evidence_missing: decision.evidenceMissing,
    lines: decision.lines,
    inputs: decision.facts,
    inputs_hash: decision.inputsHash,
  };
}

const recordStatement = `
  with given as materialized (
    select * from jsonb_to_recordset($1::jsonb) as g(case_file_id uuid, case_file_version int, outcome text,
      amount_fen bigint, amount_min_fen bigint, amount_max_fen bigint, cap_fen bigint, clauses_for text[],
      clauses_against text[], evidence_missing text[], lines jsonb, inputs jsonb, inputs_hash text)
  ), added as (
    insert into eligibility_decision (organization_path, policy_version_id, campaign_id, household_id, case_file_id,
      case_file_version, outcome, amount_fen, amount_min_fen, amount_max_fen, cap_fen, clauses_for, clauses_against,
      evidence_missing, lines, inputs, inputs_hash, decided_at, decided_by)
    select f.organization_path, $2::uuid, $3::uuid, f.household_id, g.case_file_id, g.case_file_version, g.outcome,
      g.amount_fen, g.amount_min_fen, g.amount_max_fen, g.cap_fen, g.clauses_for, g.clauses_against,
      g.evidence_missing, g.lines, g.inputs, g.inputs_hash, $4::timestamptz, $5::uuid
    from given g join case_file f on f.id = g.case_file_id
    on conflict on constraint eligibility_decision_once do nothing
    returning id, case_file_id
  )
  select id::text as id, case_file_id::text as "caseFileId" from added
  union all
  select s.id::text, s.case_file_id::text
  from eligibility_decision s join given g on g.case_file_id = s.case_file_id and g.inputs_hash = s.inputs_hash
  join case_file f on f.id = s.case_file_id and f.organization_path = s.organization_path
  where s.policy_version_id = $2::uuid`;

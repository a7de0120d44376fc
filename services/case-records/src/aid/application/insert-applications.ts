import type { RunSql } from '@nuangong/database';
import { localDateAt, type Fen } from '@nuangong/primitives';
import type { CaseRecordsContext } from '../../builder.ts';
import type { DecidedCandidate } from '../../policy/decision/record-eligibility-decisions.ts';
import type { PolicyAnswer } from '../../policy/policy/policy-engine.ts';
import type { Policy } from '../../policy/policy/policy.ts';

/** The campaign and policy that applications are put forward under, by whom and when. */
export interface PutForward {
  /** Null for an application outside campaigns. */
  readonly campaignId: string | null;
  readonly actor: CaseRecordsContext['actor'];
  readonly at: Date;
  readonly policy: Policy;
}

/** Creates applications for households with their decisions, numbered in the order of their files; one statement. */
export async function insertApplications(
  run: RunSql,
  eligible: readonly DecidedCandidate[],
  decisionIds: ReadonlyMap<string, string>,
  { campaignId, actor, at, policy }: PutForward,
): Promise<readonly { readonly id: string; readonly number: string }[]> {
  if (eligible.length === 0) return [];
  const given = eligible.map(({ caseFileId, caseFileVersion, decision }) => ({
    case_file_id: caseFileId,
    eligibility_decision_id: decisionIds.get(caseFileId),
    version: caseFileVersion,
    amount_fen: `${amountAppliedFor(decision.answer)}`,
    clause_codes: decision.answer.clausesFor,
  }));
  return run<{ id: string; number: string }>(
    insertStatement,
    JSON.stringify(given),
    campaignId,
    policy.aidType,
    policy.mark,
    policy.purpose,
    actor.staffId,
    actor.name,
    at.toISOString(),
    Number(localDateAt(at).slice(0, 4)),
  );
}

/** The amount of an application, in fen: a DISCRETIONARY amount is the minimum until the approver decides it. */
export function amountAppliedFor({ outcome, amount, amountMin }: PolicyAnswer): Fen {
  return outcome === 'DISCRETIONARY' ? amountMin : amount;
}

const insertStatement = `
  with given as materialized (
    select g.*, f.county_code, f.number as file_number, h.id as household_id, h.organization_path, h.organization_id,
      h.organization_name, h.head_name, h.unit_name
    from jsonb_to_recordset($1::jsonb)
      as g(case_file_id uuid, eligibility_decision_id uuid, version int, amount_fen bigint, clause_codes text[])
    join case_file f on f.id = g.case_file_id join household h on h.id = f.household_id
  ), taken as materialized (
    select county_code, take_application_numbers(county_code, $9::int, count(*)::int) as first
    from given group by county_code
  ), numbered as (
    select g.*, t.first - 1 + row_number() over (partition by g.county_code order by g.file_number) as sequence
    from given g join taken t using (county_code)
  ), added as (
    insert into aid_application (organization_path, organization_id, organization_name, county_code, year, sequence,
      number, campaign_id, household_id, case_file_id, case_file_version, eligibility_decision_id, clause_codes, aid_type,
      mark, purpose, amount_fen, status, head_name, unit_name, put_forward_by,
      put_forward_name, put_forward_at)
    select n.organization_path, n.organization_id, n.organization_name, n.county_code, $9::int, n.sequence,
      n.county_code || '-' || $9::int || '-S' || lpad(n.sequence::text, 6, '0'), $2::uuid, n.household_id,
      n.case_file_id, n.version, n.eligibility_decision_id, n.clause_codes, $3, $4, $5, n.amount_fen, 'COUNTY_REVIEW', n.head_name,
      n.unit_name, $6::uuid, $7, $8::timestamptz
    from numbered n order by n.county_code, n.sequence
    returning id, number, organization_path
  ), stepped as (
    insert into application_step (application_id, organization_path, from_status, to_status, at, staff_id, staff_name)
    select id, organization_path, null, 'COUNTY_REVIEW', $8::timestamptz, $6::uuid, $7 from added
  )
  select id::text as id, number from added order by number`;

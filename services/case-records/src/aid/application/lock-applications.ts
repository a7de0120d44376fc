import type { RunSql } from '@nuangong/database';
import type { AidMark, AidType, HardshipCause, OrganizationReference, PolicyClauseReference } from '@nuangong/events';
import type { Hand } from '@nuangong/primitives';
import type { ApplicationStatus } from './application.ts';
import { choiceParameters, type ApplicationChoice } from './choose-applications.ts';

/**
 * An application locked for a decision, with its file's current state and the head's sealed numbers; amounts in fen.
 */
export interface LockedApplication {
  readonly id: string;
  readonly number: string;
  readonly status: ApplicationStatus;
  /** Who brought it to its status, if it is not one in which an approver decides; otherwise null. */
  readonly lastHand: Hand | null;
  readonly campaignId: string | null;
  readonly householdId: string;
  readonly caseFileId: string;
  readonly eligibilityDecisionId: string;
  readonly policyVersionId: string;
  readonly decidedOnVersion: number;
  readonly clauses: readonly (PolicyClauseReference & { readonly source: string })[];
  /** The code of the policy that it was decided under. */
  readonly policy: string;
  readonly frequency: unknown;
  readonly aidType: AidType;
  readonly mark: AidMark | null;
  readonly purpose: string;
  readonly amount: string;
  readonly amountMin: string;
  readonly amountMax: string;
  readonly putForwardBy: string;
  /** Everyone who put it forward, or registered, changed, submitted or reviewed the household, by id. */
  readonly handlers: readonly string[];
  readonly caseFileStatus: string;
  readonly caseFileVersion: number;
  readonly identityVerified: boolean;
  readonly headId: string;
  readonly headName: string;
  readonly unitName: string;
  /** The household's own organisation. */
  readonly organizationId: string;
  readonly organizationPath: string;
  /** The organisation whose book pays, if the campaign names one. */
  readonly book: OrganizationReference | null;
  readonly organizationName: string;
  readonly sealedIdentity: string;
  readonly sealedBankAccount: string | null;
  readonly causes: readonly HardshipCause[];
  readonly perCapita: string;
  /** Whether any member of the household is a migrant worker. */
  readonly migrantWorker: boolean;
  readonly modelWorker: boolean;
  readonly worksheetRow: number | null;
}

/**
 * Locks the chosen applications in the order of their ids, locks their files against change, and reads what a decision
 * needs; one statement. A concurrent decision waits here and then sees the result of the first.
 */
export function lockApplications(run: RunSql, choice: ApplicationChoice): Promise<readonly LockedApplication[]> {
  return run<LockedApplication>(lockStatement, ...choiceParameters(choice));
}

/**
 * `offset 0` looks decisions up one by one: on a table not yet analysed, a join compared every decision with every
 * application.
 */
const lockStatement = `
  with locked as materialized (
    select a.*, f.status as file_status, f.version as file_version
    from aid_application a join case_file f on f.id = a.case_file_id
    where case when $1::uuid[] is not null then a.id = any($1::uuid[])
      else a.campaign_id = $2::uuid and a.status in ('COUNTY_REVIEW', 'CITY_REVIEW') end
    order by a.id for share of f for no key update of a
  ), decided as materialized (
    select a.*, s.policy_version_id, s.amount_min_fen, s.amount_max_fen
    from locked a cross join lateral (
      select policy_version_id, amount_min_fen, amount_max_fen from eligibility_decision where id = a.eligibility_decision_id offset 0) s
  ), clause as materialized (
    select v.id as version_id, p.code as policy, v.frequency,
      jsonb_object_agg(c.code, jsonb_build_object('policy', p.code, 'code', c.code, 'title', c.title, 'source', c.source)) as by_code
    from policy_version v join policy p on p.id = v.policy_id join policy_clause c on c.policy_version_id = v.id
    where v.id = any(array(select distinct policy_version_id from decided))
    group by v.id, p.code
  )
  select a.id::text as id, a.number, a.status,
    case when a.status not in ('COUNTY_REVIEW', 'CITY_REVIEW') then (
      select jsonb_build_object('by', s.staff_name, 'at', s.at) from application_step s
      where s.application_id = a.id order by s.at desc, s.id desc limit 1) end as "lastHand",
    a.campaign_id::text as "campaignId", a.household_id::text as "householdId",
    a.case_file_id::text as "caseFileId", a.eligibility_decision_id::text as "eligibilityDecisionId",
    a.policy_version_id::text as "policyVersionId",
    coalesce(a.standing_version, a.case_file_version) as "decidedOnVersion", a.aid_type as "aidType", a.mark, a.purpose, a.amount_fen::text as amount,
    (select jsonb_agg(k.by_code -> code) from unnest(a.clause_codes) as code) as clauses,
    k.policy, k.frequency,
    a.amount_min_fen::text as "amountMin", a.amount_max_fen::text as "amountMax",
    case when g.book_id is not null then jsonb_build_object('id', g.book_id, 'path', g.book_path,
      'code', access.code_of(g.book_path), 'name', g.book_name) end as book,
    a.put_forward_by::text as "putForwardBy",
    array(select staff_id::text from household_handlers(h.id) where staff_id is not null
      union select staff_id::text from application_maker where application_id = a.id) as handlers,
    a.file_status as "caseFileStatus", a.file_version as "caseFileVersion",
    p.identity_verified as "identityVerified", p.id::text as "headId", p.name as "headName", h.unit_name as "unitName",
    h.organization_id::text as "organizationId", h.organization_path as "organizationPath",
    h.organization_name as "organizationName",
    p.sealed_identity as "sealedIdentity",
    p.sealed_bank_account as "sealedBankAccount", h.causes, h.per_capita_income_fen::text as "perCapita",
    w.migrant_workers > 0 as "migrantWorker", h.model_worker_honour <> 'NONE' as "modelWorker",
    r.row_number as "worksheetRow"
  from decided a join clause k on k.version_id = a.policy_version_id
  join household h on h.id = a.household_id join person p on p.id = h.head_id
  cross join lateral household_workers(h.id) w
  left join campaign g on g.id = a.campaign_id
  left join roster_row r on r.id = h.roster_row_id
  order by a.number`;

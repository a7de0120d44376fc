import type { RunSql } from '@nuangong/database';
import type { HardshipCause, HardshipClass } from '@nuangong/events';
import { addDays, localDate, type Fen, type LocalDate } from '@nuangong/primitives';
import { aidThatCounts, areTurnsUsed } from '../policy/frequency.ts';
import type { PolicyPack } from '../policy/policy.ts';
import type { DecisionInputs } from './decision-inputs.ts';

/** A household whose active file may be put forward, with what the policy is asked about. */
export interface Candidate {
  readonly caseFileId: string;
  readonly householdId: string;
  readonly organizationPath: string;
  readonly inputs: DecisionInputs;
}

interface CandidateRow {
  readonly caseFileId: string;
  readonly householdId: string;
  readonly organizationPath: string;
  readonly caseFileVersion: number;
  readonly caseFileStatus: string;
  readonly identityVerified: boolean;
  readonly modelWorkerHonour: string;
  readonly dibaoStatus: string;
  readonly householdSize: number;
  readonly perCapita: string;
  readonly line: string | null;
  readonly lineFrom: string | null;
  readonly nextLineFrom: string | null;
  readonly marginFactor: string | null;
  readonly marginLimit: string | null;
  readonly causes: readonly HardshipCause[];
  readonly hardshipClass: HardshipClass | null;
  readonly migrantWorker: boolean;
  readonly lastAidedOn: string | null;
  readonly evidence: readonly string[];
}

/** What the facts are taken for: a campaign, its standard and policy, the day. */
export interface DecisionTerms {
  readonly campaignId: string;
  readonly standard: Fen;
  readonly policy: Pick<PolicyPack, 'code' | 'aidType' | 'mark' | 'frequency'>;
  readonly on: LocalDate;
}

/**
 * The facts of every household within scope, by the numbers of their files, whose file is active and that has no application in the campaign yet (one
 * that was returned or withdrawn, or has lapsed, counts as none); one statement however many.
 */
export async function loadCandidates(run: RunSql, terms: DecisionTerms): Promise<readonly Candidate[]> {
  const rows = await run<CandidateRow>(candidatesStatement, terms.campaignId, terms.on);
  return rows.map((row) => ({
    caseFileId: row.caseFileId,
    householdId: row.householdId,
    organizationPath: row.organizationPath,
    inputs: inputsOf(row, terms),
  }));
}

function inputsOf(row: CandidateRow, terms: DecisionTerms): DecisionInputs {
  const lastAidedOn = row.lastAidedOn === null ? null : localDate(row.lastAidedOn);
  const { code: policy, aidType, mark, frequency } = terms.policy;
  const aid = { policy, aidType, mark, campaignId: terms.campaignId };
  const given = lastAidedOn === null ? [] : [{ ...aid, on: lastAidedOn }];
  return {
    decidedOn: terms.on,
    caseFileVersion: row.caseFileVersion,
    caseFileStatus: row.caseFileStatus,
    identityVerified: row.identityVerified,
    modelWorkerHonour: row.modelWorkerHonour,
    dibaoStatus: row.dibaoStatus,
    householdSize: row.householdSize,
    perCapitaFen: Number(row.perCapita),
    dibaoLineFen: row.line === null ? null : Number(row.line),
    dibaoLineFrom: row.lineFrom === null ? null : localDate(row.lineFrom),
    dibaoLineTo: row.nextLineFrom === null ? null : addDays(localDate(row.nextLineFrom), -1),
    marginFactor: row.marginFactor,
    marginLimitFen: row.marginLimit === null ? null : Number(row.marginLimit),
    causes: row.causes,
    hardshipClass: row.hardshipClass,
    migrantWorker: row.migrantWorker,
    standardFen: Number(terms.standard),
    lastAidedOn,
    aidedThisPeriod: areTurnsUsed(frequency, aidThatCounts({ ...aid, frequency, on: terms.on }, given).length),
    evidence: row.evidence,
  };
}

const candidatesStatement = `
  with candidate as materialized (
    select f.id as case_file_id, f.version, f.status, f.county_code, f.year, f.sequence, h.*, p.identity_verified,
      p.identity_index, p.identity_id
    from case_file f join household h on h.id = f.household_id join person p on p.id = h.head_id
    where f.status = 'ACTIVE' and not exists (
      select from aid_application a where a.campaign_id = $1::uuid and a.case_file_id = f.id
        and a.status not in ('RETURNED', 'WITHDRAWN', 'LAPSED'))
  ), aided as (
    select * from last_aided_on((select array_agg(identity_index) from candidate))
  ), known as (
    select * from days_of_last_aid((select array_agg(identity_id) from candidate))
  ), line as (
    select c.path, l.*, (select min(n.valid_from) from dibao_line n
        where n.organization_path = l.organization_path and n.valid_from > l.valid_from) as next_from
    from (select distinct organization_path as path from candidate) c
    cross join lateral (
      select d.organization_path, d.valid_from, d.monthly_per_capita_fen, d.margin_factor from dibao_line d
      where starts_with(c.path, d.organization_path) and d.valid_from <= $2::date
      order by length(d.organization_path) desc, d.valid_from desc limit 1) l
  ), proof as (
    select e.case_file_id, array_agg(distinct e.kind order by e.kind) as kinds
    from evidence e where e.case_file_id in (select case_file_id from candidate) group by e.case_file_id
  )
  select c.case_file_id::text as "caseFileId", c.id::text as "householdId",
    c.organization_path as "organizationPath", c.version as "caseFileVersion",
    c.status as "caseFileStatus", c.identity_verified as "identityVerified",
    c.model_worker_honour as "modelWorkerHonour", c.dibao_status as "dibaoStatus", c.declared_size as "householdSize",
    c.monthly_income_fen::text as "perCapita", l.monthly_per_capita_fen::text as line, l.valid_from::text as "lineFrom",
    l.next_from::text as "nextLineFrom", l.margin_factor::text as "marginFactor",
    trunc(l.monthly_per_capita_fen * l.margin_factor)::bigint::text as "marginLimit", c.causes,
    c.hardship_class as "hardshipClass", c.migrant_worker as "migrantWorker",
    greatest(a.aided_on, k.last_aided_on)::text as "lastAidedOn", coalesce(e.kinds, '{}') as evidence
  from candidate c
  left join aided a on a.head_index = c.identity_index
  left join known k on k.identity_id = c.identity_id
  left join line l on l.path = c.organization_path
  left join proof e on e.case_file_id = c.case_file_id
  order by c.county_code, c.year, c.sequence`;

import type { RunSql } from '@nuangong/database';
import type { HardshipCause, HardshipClass } from '@nuangong/events';
import { addDays, fen, localDate, type Fen, type LocalDate } from '@nuangong/primitives';
import { hardshipClassOf } from '../household/hardship.ts';
import { loadFrequencyOfHouseholds, type FrequencyLeft } from '../policy/load-frequency.ts';
import type { DecisionInputs } from './decision-inputs.ts';

/** A household whose active file may be put forward, with what the policy is asked about. */
export interface Candidate {
  readonly caseFileId: string;
  readonly householdId: string;
  readonly organizationPath: string;
  readonly inputs: DecisionInputs;
  /** What aid given before leaves to the household's people. */
  readonly frequency: FrequencyLeft;
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
  readonly marginHundredths: string | null;
  readonly lineOrganization: string | null;
  readonly causes: readonly HardshipCause[];
  readonly migrantWorker: boolean;
  readonly evidence: readonly string[];
}

/** What the facts are taken for: a campaign, its standard and policy, the day. */
export interface DecisionTerms {
  readonly campaignId: string;
  readonly standard: Fen;
  readonly policyVersionId: string;
  readonly on: LocalDate;
}

/**
 * The facts of every household within scope, by the numbers of their files, whose file is active and that has no application in the campaign yet (one
 * that was returned or withdrawn, or has lapsed, counts as none); two statements however many.
 */
export async function loadCandidates(
  run: RunSql,
  terms: DecisionTerms & { readonly caseFileIds?: readonly string[] | undefined },
): Promise<readonly Candidate[]> {
  const rows = await run<CandidateRow>(candidatesStatement, terms.campaignId, terms.on, terms.caseFileIds ?? null);
  const households = rows.map((row) => row.householdId);
  const left = await loadFrequencyOfHouseholds(run, households, terms);
  return rows.flatMap((row): readonly Candidate[] => {
    const frequency = left.get(row.householdId);
    if (frequency === undefined) return [];
    const { caseFileId, householdId, organizationPath } = row;
    return [{ caseFileId, householdId, organizationPath, inputs: inputsOf(row, frequency, terms), frequency }];
  });
}

/** The class follows the line in force on the day of the decision. */
function hardshipClassOn({
  line,
  lineFrom,
  marginHundredths,
  lineOrganization,
  perCapita,
  causes,
}: CandidateRow): HardshipClass | null {
  if (line === null || lineFrom === null || marginHundredths === null) return null;
  const facts = { monthlyIncome: fen(BigInt(perCapita)), causes };
  return hardshipClassOf(facts, {
    from: localDate(lineFrom),
    monthlyPerCapita: fen(BigInt(line)),
    marginHundredths: BigInt(marginHundredths),
    organizationName: lineOrganization ?? '',
  });
}

function inputsOf(row: CandidateRow, frequency: FrequencyLeft, terms: DecisionTerms): DecisionInputs {
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
    hardshipClass: hardshipClassOn(row),
    migrantWorker: row.migrantWorker,
    standardFen: Number(terms.standard),
    lastAidedOn: frequency.aidedOn,
    turnsLeft: Math.max(0, frequency.turnsLeft),
    aidedThisPeriod: frequency.turnsLeft <= 0,
    evidence: row.evidence,
  };
}

/** What makes a file `f` a candidate of the campaign $1. */
const mayBePutForward = `f.status = 'ACTIVE' and not exists (
      select from aid_application a where a.campaign_id = $1::uuid and a.case_file_id = f.id
        and a.status not in ('RETURNED', 'WITHDRAWN', 'LAPSED'))`;

/** The candidates of the campaign $1 as a list to be worked in pieces. */
export const candidateList = `
  select f.id, f.number as label from case_file f where ${mayBePutForward} order by f.county_code, f.year, f.sequence`;

const candidatesStatement = `
  with candidate as materialized (
    select f.id as case_file_id, f.version, f.status, f.county_code, f.year, f.sequence, h.*, p.identity_verified
    from case_file f join household h on h.id = f.household_id join person p on p.id = h.head_id
    where ($3::uuid[] is null or f.id = any($3::uuid[])) and ${mayBePutForward}
  ), line as materialized (
    select c.path, l.*, (select min(n.valid_from) from dibao_line n
        where n.organization_path = l.organization_path and n.valid_from > l.valid_from) as next_from
    from (select distinct organization_path as path from candidate) c
    cross join lateral (
      select d.organization_path, d.organization_name, d.valid_from, d.monthly_per_capita_fen, d.margin_factor
      from dibao_line d
      where starts_with(c.path, d.organization_path) and d.valid_from <= $2::date
      order by length(d.organization_path) desc, d.valid_from desc limit 1) l
  ), proof as materialized (
    select e.case_file_id, array_agg(distinct e.kind order by e.kind) as kinds
    from evidence e where e.case_file_id in (select case_file_id from candidate) group by e.case_file_id
  )
  select c.case_file_id::text as "caseFileId", c.id::text as "householdId",
    c.organization_path as "organizationPath", c.version as "caseFileVersion",
    c.status as "caseFileStatus", c.identity_verified as "identityVerified",
    c.model_worker_honour as "modelWorkerHonour", c.dibao_status as "dibaoStatus", c.declared_size as "householdSize",
    c.monthly_income_fen::text as "perCapita", l.monthly_per_capita_fen::text as line, l.valid_from::text as "lineFrom",
    l.next_from::text as "nextLineFrom", l.margin_factor::text as "marginFactor",
    trunc(l.monthly_per_capita_fen * l.margin_factor)::bigint::text as "marginLimit",
    trunc(l.margin_factor * 100)::bigint::text as "marginHundredths", l.organization_name as "lineOrganization",
    c.causes, c.migrant_worker as "migrantWorker", coalesce(e.kinds, '{}') as evidence
  from candidate c
  left join line l on l.path = c.organization_path
  left join proof e on e.case_file_id = c.case_file_id
  order by c.county_code, c.year, c.sequence`;

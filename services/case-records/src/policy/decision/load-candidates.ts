import type { RunSql } from '@nuangong/database';
import type { HardshipCause, HardshipClass } from '@nuangong/events';
import { fen, formatYuan, localDate, type Fen, type LocalDate } from '@nuangong/primitives';
import { hardshipClassOf } from '../../register/hardship/hardship.ts';
import { loadAnswers } from '../policy-fact/load-answers.ts';
import { readFacts, type ReadFacts } from '../policy-fact/read-facts.ts';
import { loadFrequencyOfHouseholds, type FrequencyLeft } from '../frequency/load-frequency.ts';
import type { Policy } from '../policy/policy.ts';

/** A household with an active file that can be put forward, with the facts that the policy reads. */
export interface Candidate extends ReadFacts {
  readonly caseFileId: string;
  readonly caseFileVersion: number;
  readonly householdId: string;
  readonly organizationPath: string;
  /** The turns that earlier aid leaves to the household's people. */
  readonly frequency: FrequencyLeft;
}

/** A candidate as the database returns it; `record` holds the columns that facts are read from. */
interface CandidateRow {
  readonly caseFileId: string;
  readonly householdId: string;
  readonly organizationPath: string;
  readonly record: {
    readonly household: { readonly per_capita_income_fen: number; readonly causes: readonly HardshipCause[] };
    readonly caseFile: { readonly version: number };
    readonly line: {
      readonly monthly_per_capita_fen: number;
      readonly margin_factor: string;
      readonly valid_from: string;
      readonly organization_name: string;
    } | null;
  };
}

/** What a decision is made under: campaign, standard, policy and day. */
export interface DecisionTerms {
  /** Null for an application outside campaigns. */
  readonly campaignId: string | null;
  readonly standard: Fen;
  readonly policyVersionId: string;
  readonly policy: Policy;
  readonly on: LocalDate;
}

/**
 * The facts of every household within scope whose file is active and that has no application in the campaign, in the
 * order of their files' numbers. A withdrawn or lapsed application counts as none. Without a campaign: of households
 * with no undecided application under the policy. `again`: of the given files, whose returned applications are decided
 * again. Three statements, however many households.
 */
export async function loadCandidates(
  run: RunSql,
  terms: DecisionTerms & { readonly caseFileIds?: readonly string[] | undefined; readonly again?: true },
): Promise<readonly Candidate[]> {
  const rows = await run<CandidateRow>(
    candidatesStatement,
    terms.campaignId,
    terms.on,
    terms.caseFileIds ?? null,
    terms.policyVersionId,
    terms.again === true,
  );
  const households = rows.map((row) => row.householdId);
  const left = await loadFrequencyOfHouseholds(run, households, terms);
  const answers = await loadAnswers(run, households);
  return rows.flatMap((row): readonly Candidate[] => {
    const frequency = left.get(row.householdId);
    if (frequency === undefined) return [];
    const { record, ...candidate } = row;
    const own = new Map([...(answers.get(row.householdId) ?? [])].map(([fact, { value }]) => [fact, value]));
    const read = readFacts(terms.policy.facts, { record: recordOf(row, frequency, terms), answers: own });
    return [{ ...candidate, ...read, caseFileVersion: record.caseFile.version, frequency }];
  });
}

/** Uses the dibao line in force on the day of the decision. */
function hardshipClassOn({ household, line }: CandidateRow['record']): HardshipClass | null {
  if (line === null) return null;
  const facts = { perCapitaIncome: fen(BigInt(household.per_capita_income_fen)), causes: household.causes };
  return hardshipClassOf(facts, {
    from: localDate(line.valid_from),
    monthlyPerCapita: fen(BigInt(line.monthly_per_capita_fen)),
    marginHundredths: BigInt(Math.round(Number(line.margin_factor) * 100)),
    organizationName: line.organization_name,
  });
}

/** The record that the catalogue's entries are read from. */
function recordOf({ record }: CandidateRow, frequency: FrequencyLeft, terms: DecisionTerms): object {
  return {
    ...record,
    hardshipClass: hardshipClassOn(record),
    history: {
      lastAidDate: frequency.aidedOn,
      turnsLeft: Math.max(0, frequency.turnsLeft),
      aidedThisPeriod: frequency.turnsLeft <= 0,
    },
    terms: { applicationDate: terms.on, standardYuan: formatYuan(terms.standard) },
  };
}

/** The condition that makes a file `f` a candidate of the campaign $1. */
const mayBePutForward = `f.status = 'ACTIVE' and not exists (
      select from aid_application a where a.campaign_id = $1::uuid and a.case_file_id = f.id
        and a.status not in ('WITHDRAWN', 'LAPSED'))`;

/** Undecided or returned applications of a file `f`, outside campaigns, under the policy of the version $4. */
const appliedBefore = `
        select from aid_application a join eligibility_decision s on s.id = a.eligibility_decision_id
        join policy_version v on v.id = s.policy_version_id
        where a.case_file_id = f.id and a.campaign_id is null
          and a.status in ('DRAFT', 'SUBMITTED', 'BASE_REVIEW', 'COUNTY_REVIEW', 'CITY_REVIEW', 'RETURNED', 'SUSPENDED')
          and v.policy_id = (select policy_id from policy_version where id = $4::uuid)`;

/** The candidates of the campaign $1, as a list to be processed in pieces. */
export const candidateList = `
  select f.id, f.number as label from case_file f where ${mayBePutForward} order by f.county_code, f.year, f.sequence`;

/** A page of the files that can be put forward in a campaign, in the order of their numbers, and how many there are. */
export async function loadCandidatePage(
  run: RunSql,
  campaignId: string,
  { skip, take }: { readonly skip: number; readonly take: number },
): Promise<{ readonly caseFileIds: readonly string[]; readonly total: number }> {
  const files = await run<{ id: string }>(`${candidateList} limit $2 offset $3`, campaignId, take, skip);
  const [counted] = await run<{ total: number }>(
    `select count(*)::int as total from case_file f where ${mayBePutForward}`,
    campaignId,
  );
  return { caseFileIds: files.map(({ id }) => id), total: counted?.total ?? 0 };
}

const candidatesStatement = `
  with candidate as materialized (
    select f.id as case_file_id, f.version, f.status, f.county_code, f.year, f.sequence, h.id, h.organization_path,
      h.head_id, to_jsonb(h) - array['organization_path', 'head_name', 'unit_name', 'sealed_remark', 'sought_head', 'head_by_pinyin', 'unit_by_pinyin',
        'sought_unit'] as household
    from case_file f join household h on h.id = f.household_id
    where ($3::uuid[] is null or f.id = any($3::uuid[])) and case when $5::boolean then f.status = 'ACTIVE'
      when $1::uuid is null then f.status = 'ACTIVE' and not exists (${appliedBefore})
      else ${mayBePutForward} end
  ), line as materialized (
    select c.path, jsonb_build_object('monthly_per_capita_fen', l.monthly_per_capita_fen,
      'margin_factor', l.margin_factor::text, 'valid_from', l.valid_from, 'organization_name', l.organization_name,
      'valid_to', (select min(n.valid_from) - 1 from dibao_line n
        where n.organization_path = l.organization_path and n.valid_from > l.valid_from
          and not n.awaits_confirmation)) as line
    from (select distinct organization_path as path from candidate) c
    cross join lateral dibao_line_in_force(c.path, $2::date) l
  ), proof as materialized (
    select e.case_file_id, jsonb_agg(distinct e.kind order by e.kind) as kinds
    from evidence e where e.case_file_id in (select case_file_id from candidate) group by e.case_file_id
  ), people as materialized (
    select m.household_id, jsonb_agg(jsonb_build_object('relation', m.relation, 'schooling', m.schooling,
      'sex', p.sex, 'birth_date', p.birth_date) order by m.position) as members
    from household_member m left join person p on p.id = m.person_id
    where m.position > 0 and m.household_id in (select id from candidate) group by m.household_id
  )
  select c.case_file_id::text as "caseFileId", c.id::text as "householdId", c.organization_path as "organizationPath",
    jsonb_build_object('household', c.household, 'caseFile', jsonb_build_object('status', c.status, 'version', c.version),
      'head', jsonb_build_object('sex', p.sex, 'birth_date', p.birth_date, 'identity_verified', p.identity_verified),
      'spouse', (select m from jsonb_array_elements(o.members) as m where m ->> 'relation' ~ '配偶|妻|丈夫|老公|爱人' limit 1),
      'members', coalesce(o.members, '[]'), 'line', l.line, 'evidence', coalesce(e.kinds, '[]')) as record
  from candidate c
  join person p on p.id = c.head_id
  left join line l on l.path = c.organization_path
  left join proof e on e.case_file_id = c.case_file_id
  left join people o on o.household_id = c.id
  order by c.county_code, c.year, c.sequence`;

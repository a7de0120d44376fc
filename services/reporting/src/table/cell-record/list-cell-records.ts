import type { RunSql } from '@nuangong/database';
import type { Transaction } from '../../builder.ts';
import {
  addedUp,
  conditionOf,
  distinctKey,
  scopeParameterCount,
  scopeParameters,
  matchingProfiles,
  readingsOf,
  takenFacts,
} from '../../form/rule/rule-sql.ts';
import { findCell } from '../../form/form/form.ts';
import type { Rule } from '../../form/rule/rule.ts';
import { scopeOfTable, type TableRequest } from '../statutory-table/table-request.ts';
import type { Approval, CellFact, CellRecordKind } from './cell-record.ts';

/** One page of the facts behind a cell, with the sums over all of them. */
export interface CellFactPage {
  readonly facts: readonly CellFact[];
  readonly total: number;
  readonly sumAmountFen: bigint;
  readonly sumCount: bigint;
  /** How many lines belong to a household or person that counts in another organisation too. */
  readonly again: number;
}

const columns = [
  'kind',
  'profile',
  'id',
  'beneficiary_id',
  'person_ref',
  'happened_on',
  'amount_fen',
  'count',
  'persons',
  'migrant_persons',
  'record_type',
  'record_id',
  'organization_id',
  'organization_path',
  'related',
];

/**
 * SQL for the records of a rule: a line for each fact, or for each household or person of an organisation when these
 * are counted, with the other organisations in which it also counts.
 */
function recordsOf(rule: Rule): string {
  const matched = `select * from (${takenFacts([rule], columns, 'WHOLE')}) as taken
    join (${matchingProfiles([rule])}) as matching using (profile) where ${conditionOf(rule, 0, readingsOf([rule]))}`;
  const key = distinctKey(rule.measure);
  if (key === undefined) {
    const added = addedUp(rule);
    const counted = { facts: '1', amount_fen: 'count' }[added as string] ?? added;
    return `select matched.*, ${counted} as counted, 1 as facts, '{}'::uuid[] as owners from (${matched}) as matched`;
  }
  return `select once.*, array_agg(organization_id) over (partition by ${key}) as owners
    from (
      select distinct on (${key}, organization_path) kind, id, beneficiary_id, person_ref, happened_on, record_type,
        record_id, organization_id, organization_path, related,
        sum(amount_fen) over (partition by ${key}, organization_path) as amount_fen, 1 as counted,
        count(*) over (partition by ${key}, organization_path) as facts
      from (${matched}) as matched
      order by ${key}, organization_path, happened_on desc, id desc
    ) as once`;
}

/** What to look for among the records behind a cell. */
export interface CellSearch {
  /** A part of a voucher's number, of a sender's or of an organisation's name; empty for all. */
  readonly search: string;
  /** Whether a part of the household's name is looked for too, for those who read households. */
  readonly byName: boolean;
}

/** SQL: whether a record matches the text at `at`; `byName` is the parameter after it. */
function matches(at: number): string {
  return `($${at} = '' or strpos(coalesce(related->>'voucherNumber', ''), $${at}) > 0
    or strpos(coalesce(related->>'fromName', ''), $${at}) > 0
    or strpos(coalesce(organization.name, records.organization_path), $${at}) > 0
    or $${at + 1}::boolean and exists (
      select from fact as approval
      where approval.kind = 'GRANT_APPROVED' and approval.beneficiary_id = records.beneficiary_id
        and strpos(coalesce(approval.related->>'payeeName', ''), $${at}) > 0))`;
}

/**
 * The facts behind a derived cell: first the households or persons that count in several organisations, then the
 * latest; two statements. The sums over all pages equal the cell's value unless a search leaves some out. Cells that are entered or added up have no
 * facts.
 */
export async function listCellFacts(
  runSql: RunSql,
  request: TableRequest,
  cellKey: string,
  page: { readonly skip: number; readonly take: number },
  { search, byName }: CellSearch = { search: '', byName: false },
): Promise<CellFactPage> {
  const cell = findCell(request.form, cellKey);
  if (cell?.kind !== 'DERIVED') return noCellFacts;
  const scope = scopeParameters(scopeOfTable(request));
  const records = `(${recordsOf(cell.rule)}) as records
     left join organization on organization.id = records.organization_id where ${matches(scopeParameterCount + 1)}`;
  const [sums] = await runSql<{ total: number; amount: string; counted: string; again: number }>(
    `select count(*)::int as total, coalesce(sum(amount_fen), 0)::text as amount,
       coalesce(sum(counted), 0)::text as counted, count(*) filter (where cardinality(owners) > 1)::int as again
     from ${records}`,
    ...scope,
    search,
    byName,
  );
  const rows = await runSql<Readonly<Record<string, unknown>>>(
    `select records.id::text as id, records.kind, record_type, record_id::text as record_id,
       beneficiary_id::text as household_id, happened_on::text as on, amount_fen::text as amount_fen,
       counted::int as counted, facts::int as facts, related,
       records.organization_id::text as organization_id,
       coalesce(organization.name, records.organization_path) as organization_name,
       array(select other.name from organization as other
         where other.id = any (records.owners) and other.id <> records.organization_id
         order by other.organization_path) as also_in
     from ${records}
     order by cardinality(owners) > 1 desc, happened_on desc, records.id desc
     offset $${scopeParameterCount + 3}::int limit $${scopeParameterCount + 4}::int`,
    ...scope,
    search,
    byName,
    page.skip,
    page.take,
  );
  return {
    facts: rows.map(readFact),
    total: sums?.total ?? 0,
    sumAmountFen: BigInt(sums?.amount ?? 0),
    sumCount: BigInt(sums?.counted ?? 0),
    again: sums?.again ?? 0,
  };
}

const noCellFacts: CellFactPage = { facts: [], total: 0, sumAmountFen: 0n, sumCount: 0n, again: 0 };

/** The approvals that facts link to, by application and by household; the latest first. */
export interface Approvals {
  readonly byApplication: ReadonlyMap<string, Approval>;
  readonly byHousehold: ReadonlyMap<string, Approval>;
}

/** The approvals that the facts of one page link to; one statement. */
export async function findApprovals(tx: Transaction, facts: readonly CellFact[]): Promise<Approvals> {
  const households = [...new Set(facts.flatMap((fact) => fact.householdId ?? []))];
  const found = await tx.fact.findMany({
    where: { kind: 'GRANT_APPROVED', beneficiaryId: { in: households } },
    orderBy: [{ recordedAt: 'asc' }, { id: 'asc' }],
    select: { subjectId: true, beneficiaryId: true, related: true },
  });
  const approvals = found.map(({ subjectId, beneficiaryId, related }) => ({
    applicationId: subjectId,
    householdId: beneficiaryId,
    related: related as Readonly<Record<string, unknown>>,
  }));
  // Of several, a map keeps the latest, which comes last.
  return {
    byApplication: new Map(approvals.map((approval) => [approval.applicationId, approval])),
    byHousehold: new Map(approvals.flatMap((approval) => [[approval.householdId ?? '', approval]])),
  };
}

/** The approval behind a fact; the latest one of its household when it names no application. */
export function approvalOf(fact: CellFact, approvals: Approvals): Approval | undefined {
  const own = approvals.byApplication.get(String(fact.related['applicationId']));
  return own ?? (fact.householdId === null ? undefined : approvals.byHousehold.get(fact.householdId));
}

function readFact(row: Readonly<Record<string, unknown>>): CellFact {
  return {
    id: String(row['id']),
    kind: String(row['kind']),
    recordType: String(row['record_type']) as CellRecordKind,
    recordId: String(row['record_id']),
    householdId: row['household_id'] === null ? null : String(row['household_id']),
    on: String(row['on']),
    amountFen: BigInt(String(row['amount_fen'])),
    count: Number(row['counted']),
    facts: Number(row['facts']),
    organizationId: String(row['organization_id']),
    organizationName: String(row['organization_name']),
    alsoIn: row['also_in'] as readonly string[],
    related: row['related'] as Readonly<Record<string, unknown>>,
  };
}

import { blindIndexOf, type Keyring, type SecretKey } from '@nuangong/sealing';
import type pg from 'pg';

/** The number of households, each with a grant, over 23 counties. */
export const households = 100_000;
/** The county whose pages are opened. */
export const countyPath = '51/5101/510101/';
/** The batch whose page is opened: one county's grants. */
export const batchId = '00000000-0000-7000-8000-0000000ba7c4';

/** The identity number of a household's head. */
export const identityNumberOf = (n: number): string => `5101011975${String(n).padStart(8, '0')}`;
const phoneOf = (n: number): string => `139${String(n).padStart(8, '0')}`;
const accountOf = (n: number): string => `62284800${String(n).padStart(11, '0')}`;
const remarkOf = (n: number): string => `本人患大病，第 ${n} 户，医疗费用高`;
const healthOf = (n: number): string => `第 ${n} 户之子患慢性病`;
const idOf = (kind: number, n: number): string => `019a0000-0000-7000-800${kind}-${n.toString(16).padStart(12, '0')}`;
const pathOf = (n: number): string => `51/5101/5101${String(1 + (n % 23)).padStart(2, '0')}/`;

const chunk = 10_000;

/** Fills case records: sealed as the service does, and the same unsealed in the schema `plain`. */
export async function fillCaseRecords(owner: pg.Client, keyring: Keyring, indexKey: SecretKey): Promise<void> {
  await owner.query('set session_replication_role = replica');
  await owner.query(`
    create schema plain;
    create table plain.identity (like identity including defaults including indexes);
    create table plain.person (like person including defaults including indexes);
    create table plain.household (like household including defaults including indexes);
    create table plain.household_member (like household_member including defaults including indexes including generated);
    create unique index on plain.person (sealed_identity)`);
  for (let first = 0; first < households; first += chunk) {
    const ns = Array.from({ length: chunk }, (_, place) => first + place);
    const seal = (text: string, table: string, column: string, row: string, organization: string | null) =>
      keyring.seal(text, { table, column, row, organization });
    const columns = {
      person: ns.map((n) => idOf(1, n)),
      household: ns.map((n) => idOf(2, n)),
      member: ns.map((n) => idOf(3, n)),
      path: ns.map(pathOf),
      index: ns.map((n) => blindIndexOf(indexKey, identityNumberOf(n)).toString('hex')),
      identity: ns.map((n) => seal(identityNumberOf(n), 'person', 'sealed_identity', idOf(1, n), null)),
      phone: ns.map((n) => seal(phoneOf(n), 'person', 'sealed_phone', idOf(1, n), null)),
      account: ns.map((n) => seal(accountOf(n), 'person', 'sealed_bank_account', idOf(1, n), null)),
      remark: ns.map((n) => seal(remarkOf(n), 'household', 'sealed_remark', idOf(2, n), pathOf(n))),
      health: ns.map((n) => seal(healthOf(n), 'household_member', 'sealed_health', idOf(3, n), pathOf(n))),
    };
    await owner.query(insertPeople('public'), [JSON.stringify(rowsOf(columns))]);
    const plain = {
      ...columns,
      identity: ns.map(identityNumberOf),
      phone: ns.map(phoneOf),
      account: ns.map(accountOf),
      remark: ns.map(remarkOf),
      health: ns.map(healthOf),
    };
    await owner.query(insertPeople('plain'), [JSON.stringify(rowsOf(plain))]);
  }
  await owner.query(insertFilesAndApplications);
  await owner.query('set session_replication_role = origin');
  await owner.query('vacuum analyze');
}

function rowsOf(columns: Readonly<Record<string, readonly string[]>>): readonly object[] {
  const entries = Object.entries(columns);
  return (entries[0]?.[1] ?? []).map((_, at) =>
    Object.fromEntries(entries.map(([name, values]) => [name, values[at]])),
  );
}

const insertPeople = (schema: string): string => `
with g as materialized (
  select * from jsonb_to_recordset($1::jsonb) as g(person uuid, household uuid, member uuid, path text, index text,
    identity text, phone text, account text, remark text, health text)
), identities as (
  insert into ${schema}.identity (id, identity_index) select person, decode(index, 'hex') from g
), people as (
  insert into ${schema}.person (id, organization_path, identity_id, name, document_kind, sealed_identity,
    identity_index, masked_identity, identity_verified, birth_date, sex, sealed_phone, masked_phone, sealed_bank_account,
    masked_bank_account)
  select person, path, person, '王秀英', 'RESIDENT', identity, decode(index, 'hex'), '5**************8', true, '1975-01-01', 'FEMALE',
    phone, '139****0000', account, '****0000' from g
), homes as (
  insert into ${schema}.household (id, organization_path, organization_id, organization_name, head_id, head_name,
    unit_name, declared_size, per_capita_income_fen, dibao_status, causes, hardship_class, sealed_remark, registered_by,
    registered_at, changed_at)
  select household, path, '00000000-0000-7000-8000-000000510101', '县总工会', person, '王秀英' || right(household::text, 5),
    '县农机厂', 2, 44000, 'NONE', '{MAJOR_ILLNESS}', 'BELOW_LINE', remark, '00000000-0000-7000-8000-000000000001', now(),
    now() from g
)
insert into ${schema}.household_member (id, household_id, organization_path, county_path, position, person_id, identity_id, name,
  relation, sealed_health)
select member, household, path, path, 1, null, null, '王小明', '子', health from g
union all
select uuidv7(), household, path, path, 0, person, person, '王秀英', '户主', null from g`;

const insertFilesAndApplications = `
insert into dibao_line (organization_path, organization_id, organization_name, valid_from, monthly_per_capita_fen,
  margin_factor, set_by, set_at)
select distinct on (organization_path) organization_path, organization_id, organization_name, date '2026-01-01', 56000,
  1.5, registered_by, now() from household;
insert into case_file (id, household_id, organization_path, organization_id, county_code, year, sequence, number, status,
  opened_by, updated_at)
select overlay(id::text placing '4' from 23)::uuid, id, organization_path, organization_id,
  access.unit_below('51/5101/', organization_path), 2026, row_number() over (partition by organization_path order by id),
  access.unit_below('51/5101/', organization_path) || '-2026-' ||
    lpad((row_number() over (partition by organization_path order by id))::text, 6, '0'), 'ACTIVE', registered_by, now()
from household;
insert into policy (id, organization_path, organization_id, organization_name, code, name, name_en)
values ('00000000-0000-7000-8000-00000000b011', '51/5101/', '00000000-0000-7000-8000-000000005101', '市总工会', 'winter', '冬', 'Winter');
insert into policy_version (id, organization_path, policy_id, version, source, in_force_from, aid_type, purpose, amount_fen,
  amount_min_fen, amount_max_fen, frequency, decision, content_hash)
values ('00000000-0000-7000-8000-00000000b012', '51/5101/', '00000000-0000-7000-8000-00000000b011', 1, '§000', '2026-01-01',
  'LIVING', '送温暖', 30000, 30000, 30000, '{}', '{}', repeat('0', 64));
insert into campaign (id, organization_path, organization_id, organization_name, name, starts_on, ends_on,
  policy_version_id, standard_fen, budget_fen, opened_by, opened_by_name, opened_at)
values ('00000000-0000-7000-8000-00000000b013', '51/5101/', '00000000-0000-7000-8000-000000005101', '市总工会', '冬季送温暖',
  '2026-12-01', '2027-02-28', '00000000-0000-7000-8000-00000000b012', 30000, 9000000000,
  '00000000-0000-7000-8000-000000000001', '何', now());
insert into eligibility_decision (id, organization_path, policy_version_id, campaign_id, household_id, case_file_id,
  case_file_version, outcome, amount_fen, amount_min_fen, amount_max_fen, clauses_for, clauses_against, evidence_missing,
  lines, inputs, inputs_hash, decided_at, decided_by)
select overlay(household_id::text placing '5' from 23)::uuid, organization_path, '00000000-0000-7000-8000-00000000b012',
  '00000000-0000-7000-8000-00000000b013', household_id, id, 1, 'ELIGIBLE', 30000, 30000, 30000, '{3.3}', '{}', '{}',
  '[{"clause": "3.3", "met": true}]', '{}', repeat('0', 64), now(), opened_by
from case_file;
insert into aid_application (organization_path, organization_id, organization_name, county_code, year, sequence, number,
  campaign_id, household_id, case_file_id, case_file_version, eligibility_decision_id, clause_codes, aid_type, purpose,
  amount_fen, status, head_name, unit_name, put_forward_by, put_forward_name, put_forward_at, approved_by,
  approved_name, approved_at, grant_id, paid_on, snapshot, snapshot_hash)
select f.organization_path, f.organization_id, '县总工会', f.county_code, 2026, f.sequence, f.county_code || '-A-' ||
  lpad(f.sequence::text, 6, '0'), '00000000-0000-7000-8000-00000000b013', h.id, f.id, 1,
  overlay(h.id::text placing '5' from 23)::uuid, '{3.3}', 'LIVING', '送温暖', 30000, 'PAID', h.head_name, h.unit_name,
  f.opened_by, '王', now(), '00000000-0000-7000-8000-000000000002', '张', now(), uuidv7(), current_date,
  '{}', repeat('0', 64)
from case_file f join household h on h.id = f.household_id`;

/** Fills funds with a grant of each household, and one batch that pays a county's; sealed, and the same unsealed. */
export async function fillFunds(owner: pg.Client, keyring: Keyring): Promise<void> {
  await owner.query('set session_replication_role = replica');
  await owner.query(`
    create schema plain;
    create table plain.aid_grant (like aid_grant including defaults including indexes)`);
  for (let first = 0; first < households; first += chunk) {
    const ns = Array.from({ length: chunk }, (_, place) => first + place);
    const payees = ns.map((n) =>
      JSON.stringify({ name: '王秀英', identityNumber: identityNumberOf(n), bankAccount: accountOf(n) }),
    );
    const sealed = payees.map((payee, at) =>
      keyring.seal(payee, {
        table: 'aid_grant',
        column: 'sealed_payee',
        row: idOf(6, first + at),
        organization: pathOf(first + at),
      }),
    );
    for (const [schema, texts] of [
      ['public', sealed],
      ['plain', payees],
    ] as const) {
      await owner.query(insertGrants(schema), [ns.map((n) => idOf(6, n)), ns.map(pathOf), texts]);
    }
  }
  await owner.query(insertBatch, [batchId, countyPath]);
  await owner.query('set session_replication_role = origin');
  await owner.query('vacuum analyze');
}

const insertGrants = (schema: string): string => `
insert into ${schema}.aid_grant (id, organization_path, organization_id, organization_code, organization_name, book_path,
  application_id, household_id, case_file_id, eligibility_decision_id, aid_type, purpose, amount_fen, status, payee_name,
  unit_name, sealed_payee, masked_identity_number, masked_bank_account, reason, clause, migrant_worker, model_worker,
  approved_by_id, approved_by_name, approved_at)
select id, path, '00000000-0000-7000-8000-000000510101', access.unit_below('51/5101/', path), '县总工会', path, uuidv7(), uuidv7(),
  uuidv7(), uuidv7(), 'LIVING', '送温暖', 30000, 'PAID', '王秀英', '县农机厂', text, '5**************8', '****0000',
  '本人患大病', '3.3 本人或家人患大病', false, false, '00000000-0000-7000-8000-000000000002', '张', now()
from unnest($1::uuid[], $2::text[], $3::text[]) as g(id, path, text)`;

const insertBatch = `
with batch as (
  insert into disbursement_batch (id, organization_path, organization_id, organization_code, organization_name, number,
    status, total_fen, payment_count, prepared_by, prepared_by_name, prepared_at, prepared_on, approved_by,
    approved_by_name, approved_at, paid_by, paid_by_name, paid_at, paid_on)
  select $1::uuid, $2, '00000000-0000-7000-8000-000000510101', '510101', '县总工会', 1, 'PAID', 30000 * count(*), count(*),
    '00000000-0000-7000-8000-000000000003', '陈', now(), current_date, '00000000-0000-7000-8000-000000000004', '刘', now(),
    '00000000-0000-7000-8000-000000000003', '陈', now(), current_date
  from aid_grant where organization_path = $2
)
insert into payment (organization_path, book_path, batch_id, batch_number, place, grant_id, commitment_id, household_id,
  amount_fen, status, paid_on)
select organization_path, organization_path, $1::uuid, 'FF-202612-001', row_number() over (order by id), id, uuidv7(),
  household_id, amount_fen, 'PAID', current_date
from aid_grant where organization_path = $2`;

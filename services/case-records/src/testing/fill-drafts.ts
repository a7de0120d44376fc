import { blindIndexOf } from '@nuangong/sealing';
import { clerk, identityNumber, type CaseRecordsService } from './case-records-service.ts';

const chunk = 10_000;

/**
 * Fills the test's county with draft households in hardship, registered by a colleague of the clerk. They are sealed as
 * the service seals them, but written without the triggers.
 */
export async function fillDrafts({ parts, inspect }: CaseRecordsService, households: number): Promise<void> {
  await inspect('set session_replication_role = replica');
  for (let first = 0; first < households; first += chunk) {
    const ns = Array.from({ length: Math.min(chunk, households - first) }, (_, place) => first + place);
    const people = ns.map((n) => {
      const person = idOf(n);
      const seal = (text: string, column: string) =>
        parts.keyring.seal(text, { table: 'person', column, row: person, organization: null });
      return {
        n: n + 1,
        person,
        index: blindIndexOf(parts.blindIndexKey, identityNumber(n)).toString('hex'),
        identity: seal(identityNumber(n), 'sealed_identity'),
        account: seal(`62284800${String(n).padStart(11, '0')}`, 'sealed_bank_account'),
      };
    });
    await inspect(insertDrafts, [
      JSON.stringify(people),
      clerk.scope,
      clerk.organizationId,
      clerk.organizationName,
      colleague,
    ]);
  }
  await inspect(`insert into case_file_counter (county_code, year, last) values ('510101', 2026, $1)`, [households]);
  await inspect('set session_replication_role = origin');
}

/** The account that registered them. */
const colleague = '00000000-0000-7000-8000-00000000c011';
const idOf = (n: number): string => `019a0000-0000-7000-8001-${n.toString(16).padStart(12, '0')}`;

const insertDrafts = `
with g as materialized (
  select g.*, uuidv7() as household, uuidv7() as file
  from jsonb_to_recordset($1::jsonb) as g(n int, person uuid, index text, identity text, account text)
), identities as (
  insert into identity (id, identity_index) select person, decode(index, 'hex') from g
), people as (
  insert into person (id, organization_path, identity_id, name, document_kind, sealed_identity,
    identity_index, masked_identity, identity_verified, birth_date, sex, sealed_bank_account, masked_bank_account)
  select person, $2, person, '王秀英', 'RESIDENT', identity, decode(index, 'hex'),
    '5**************8', true, '1975-01-01', 'FEMALE', account, '****0000' from g
), homes as (
  insert into household (id, organization_path, organization_id, organization_name, head_id, head_name, unit_name,
    declared_size, per_capita_income_fen, dibao_status, causes, hardship_class, registered_by, registered_at, changed_at)
  select household, $2, $3::uuid, $4, person, '王秀英', '县农机厂', 2, 44000, 'NONE', '{MAJOR_ILLNESS}', 'BELOW_LINE',
    $5::uuid, now(), now() from g
), members as (
  insert into household_member (id, household_id, organization_path, county_path, position, person_id, identity_id, name, relation)
  select uuidv7(), household, $2, $2, 0, person, person, '王秀英', '户主' from g
)
insert into case_file (id, household_id, organization_path, organization_id, county_code, year, sequence, number, status,
  opened_by, updated_at)
select file, household, $2, $3::uuid, county, 2026, n,
  county || '-2026-' || lpad(n::text, 6, '0'), 'DRAFT', $5::uuid, now()
from g, access.unit_below('51/5101/', $2) as county`;

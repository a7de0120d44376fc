import { readdir, readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestEmptyDatabase } from '@nuangong/database/testing';
import { Client } from 'pg';

const migrations = new URL('../../prisma/migrations/', import.meta.url);
const parting = '20261130000100_person_of_a_county';
const [county, other] = ['51/5101/510101/', '51/5101/510102/'];

let database: Awaited<ReturnType<typeof createTestEmptyDatabase>>;
let owner: Client;

beforeAll(async () => {
  database = await createTestEmptyDatabase();
  owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  const folders = (await readdir(migrations)).filter((name) => /^\d/.test(name) && name < parting).toSorted();
  for (const folder of folders) await owner.query(await sqlOf(folder));
});

afterAll(async () => {
  await owner.end();
  await database.drop();
});

const sqlOf = (folder: string): Promise<string> => readFile(new URL(`${folder}/migration.sql`, migrations), 'utf8');

async function addPerson(name: string, sealed: string): Promise<string> {
  const { rows } = await owner.query<{ id: string }>(
    `insert into person (name, document_kind, sealed_identity, identity_index, masked_identity, birth_date, sex,
       sealed_bank_account, masked_bank_account, last_aided_on)
     values ($1, 'RESIDENT', $2::text, sha256(convert_to($2::text, 'UTF8')), '5**1', '1975-01-01', 'MALE', $2::text, '****1234', '2026-02-03')
     returning id`,
    [name, `v2.1.AES256GCM.${sealed}`],
  );
  return rows[0]?.id ?? '';
}

async function addHousehold(path: string, headId: string, memberIds: readonly string[], sequence: number): Promise<string> {
  const { rows } = await owner.query<{ id: string }>(
    `with home as (
       insert into household (organization_path, organization_id, organization_name, head_id, head_name, declared_size,
         monthly_income_fen, dibao_status, causes, registered_by, registered_at, changed_at)
       values ($1, uuidv7(), '县', $2, '户主', 5, 100, 'NONE', '{OTHER}', uuidv7(), now(), now()) returning id
     ), head as (
       insert into household_member (household_id, organization_path, position, person_id, name, relation)
       select id, $1, 0, $2, '户主', '户主' from home
     ), others as (
       insert into household_member (household_id, organization_path, position, person_id, name, relation)
       select home.id, $1, m.place, m.id, '成员', '子' from home, unnest($3::uuid[]) with ordinality as m(id, place)
     )
     select id from home`,
    [path, headId, memberIds],
  );
  const id = rows[0]?.id ?? '';
  await owner.query(`set session_replication_role = replica`);
  await owner.query(
    `insert into case_file (household_id, organization_path, organization_id, county_code, year, sequence, number, opened_by, updated_at)
     values ($1::uuid, $2::text, uuidv7(), split_part($2::text, '/', 3), 2026, $3::int, $1::text, uuidv7(), now())`,
    [id, path, sequence],
  );
  await owner.query(`set session_replication_role = origin`);
  return id;
}

test('people whom several counties wrote become each one’s own, and nobody stays in two living households', async () => {
  const here = await addPerson('甲', 'a');
  const there = await addPerson('乙', 'b');
  const both = await addPerson('丙', 'c');
  const stray = await addPerson('丁', 'd');
  const first = await addHousehold(county, here, [there, both], 1);
  const second = await addHousehold(other, there, [here, both], 1);
  await owner.query(await sqlOf(parting));
  const { rows: people } = await owner.query(
    `select p.name, p.organization_path as county, p.id = p.sealed_as as own, p.sealed_bank_account is not null as paid,
       count(*) over (partition by p.identity_id)::int as rows, i.last_aided_on::text as aided
     from person p join identity i on i.id = p.identity_id
     order by strpos('甲乙丙', p.name), 2`,
  );
  expect(people).toEqual([
    { name: '甲', county, own: true, paid: true, rows: 2, aided: '2026-02-03' },
    { name: '甲', county: other, own: false, paid: false, rows: 2, aided: '2026-02-03' },
    { name: '乙', county, own: false, paid: false, rows: 2, aided: '2026-02-03' },
    { name: '乙', county: other, own: true, paid: true, rows: 2, aided: '2026-02-03' },
    { name: '丙', county, own: true, paid: true, rows: 2, aided: '2026-02-03' },
    { name: '丙', county: other, own: false, paid: false, rows: 2, aided: '2026-02-03' },
  ]);
  expect((await owner.query('select 1 from person where id = $1', [stray])).rows).toEqual([]);
  const { rows: members } = await owner.query(
    `select m.household_id as home, m.position, p.name, p.organization_path = m.county_path as own
     from household_member m left join person p on p.id = m.person_id order by m.household_id = $1 desc, m.position`,
    [first],
  );
  expect(members).toEqual([
    { home: first, position: 0, name: '甲', own: true },
    { home: first, position: 1, name: null, own: null },
    { home: first, position: 2, name: '丙', own: true },
    { home: second, position: 0, name: '乙', own: true },
    { home: second, position: 1, name: null, own: null },
    { home: second, position: 2, name: null, own: null },
  ]);
});

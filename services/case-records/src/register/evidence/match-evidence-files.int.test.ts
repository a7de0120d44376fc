import { identityOf } from '@nuangong/database';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  clerk,
  identityNumber,
  otherClerk,
  registerHouseholds,
  startCaseRecords,
  type CaseRecordsService,
} from '../../testing/case-records-service.ts';
import { peopleNamed } from './match-evidence-files.ts';

let service: CaseRecordsService;
beforeAll(async () => {
  service = await startCaseRecords();
});
afterAll(() => service?.stop());

interface Matches {
  readonly items: readonly {
    readonly kind: string | null;
    readonly caseFiles: readonly { readonly id: string; readonly number: string }[];
  }[];
  readonly problems: readonly { readonly code: string }[];
}

async function match(actor: typeof clerk, fileNames: readonly string[]): Promise<Matches> {
  const { evidenceFileMatches } = await service.ask<{ evidenceFileMatches: Matches }>(
    actor,
    'query($names: [String!]!) { evidenceFileMatches(fileNames: $names) { items { kind caseFiles { id number } } problems { code } } }',
    { names: fileNames },
  );
  return evidenceFileMatches;
}

const idsOf = ({ items }: Matches) => items.map(({ caseFiles }) => caseFiles.map(({ id }) => id));

test('files are matched by number, by file number and by name, within the reader’s own register', async () => {
  const [one, two] = await registerHouseholds(service, clerk, [1, 2]);
  const [elsewhere] = await registerHouseholds(service, otherClerk, [3]);
  const { name, number } = await headOf(one?.caseFileId ?? '');
  const names = [
    `${identityNumber(2)} 病历.pdf`,
    `${number}.jpg`,
    `${name}低保证.png`,
    `${identityNumber(3)}.pdf`,
    'x.pdf',
  ];
  const found = await match(clerk, names);
  expect(idsOf(found)).toEqual([
    [two?.caseFileId],
    [one?.caseFileId],
    expect.arrayContaining([one?.caseFileId]),
    [],
    [],
  ]);
  expect(found.items.map(({ kind }) => kind)).toEqual(['MEDICAL_RECORD', null, 'DIBAO_CERTIFICATE', null, null]);
  // Of another county: a namesake of its own, nobody of this one.
  expect(idsOf(await match(otherClerk, names)).slice(0, 4)).toEqual([
    [],
    [],
    [elsewhere?.caseFileId],
    [elsewhere?.caseFileId],
  ]);
});

test('more than 200 names are refused with what to do', async () => {
  const found = await match(
    clerk,
    Array.from({ length: 201 }, (_, place) => `${place}.pdf`),
  );
  expect(found).toMatchObject({ items: [], problems: [{ code: 'TOO_MANY_FILES' }] });
});

test('given 100,000 people, names are looked up in the index', async () => {
  const [{ columns } = { columns: '' }] = await service.inspect<{ columns: string }>(
    `select string_agg(quote_ident(column_name), ',') as columns from information_schema.columns
     where table_name = 'person' and is_generated = 'NEVER' and column_name not in ('id', 'identity_id', 'name')`,
  );
  await service.inspect('set session_replication_role = replica');
  await service.inspect(
    `insert into person (identity_id, name, ${columns})
     select uuidv7(), '某' || n, ${columns} from (select * from person limit 1) as one, generate_series(1, 100000) as n`,
  );
  await service.inspect('set session_replication_role = origin');
  await service.inspect('analyze person');
  const plan = await service.service.database.sqlTransaction(identityOf(clerk), async (client) => {
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain ${peopleNamed}`, [
      clerk.scope,
      ['张三', '李四'],
      ['00'],
      ['510107-2026-00001'],
    ]);
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  });
  expect(plan).toMatch(/person_name_idx/);
  expect(plan).not.toMatch(/Seq Scan on person/);
});

async function headOf(caseFileId: string): Promise<{ readonly name: string; readonly number: string }> {
  const { caseFile } = await service.ask<{
    caseFile: { readonly number: string; readonly household: { readonly head: { readonly name: string } } };
  }>(clerk, 'query($id: ID!) { caseFile(id: $id) { number household { head { name } } } }', { id: caseFileId });
  return { name: caseFile.household.head.name, number: caseFile.number };
}

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { outboxTables } from '@nuangong/event-bus';
import { filesOf } from './source-files.ts';

const migrations = filesOf('services/*/prisma/migrations/*/migration.sql');

test('every service’s database begins with the same foundation', () => {
  const rowSecurity = readFileSync(new URL('../../packages/database/sql/row-security.sql', import.meta.url), 'utf8');
  const foundations = migrations.filter(({ path }) => path.includes('_foundation/'));
  expect(foundations).toHaveLength(5);
  for (const { path, text } of foundations) {
    expect([path, text.startsWith(rowSecurity), text.trim().endsWith(outboxTables.trim())]).toEqual([path, true, true]);
  }
});

test.each([
  ['chain', 'audit-chain', '_audit_chain/'],
  ['indexes', 'audit-search', '_audit_search/'],
])('every service’s audit log has the same %s', (_what, name, folder) => {
  const shared = readFileSync(new URL(`../../packages/database/sql/${name}.sql`, import.meta.url), 'utf8');
  const copies = migrations.filter(({ path }) => path.includes(folder));
  expect(copies).toHaveLength(5);
  for (const { path, text } of copies) expect([path, text]).toEqual([path, shared]);
});

test('every service’s policies have the scope written out', () => {
  const written = readFileSync(new URL('../../packages/database/sql/scope-in-policies.sql', import.meta.url), 'utf8');
  const copies = migrations.filter(({ path }) => path.includes('_scope_in_policies/'));
  expect(copies).toHaveLength(5);
  for (const { path, text } of copies) expect([path, text]).toEqual([path, written]);
});

test('a rule that a command explains is one of its service’s database, by its exact name', () => {
  const commands = filesOf('services/*/src/**/*.ts').filter(({ path }) => !/generated|\.test\./.test(path));
  const explained = commands.flatMap(({ path, text }) =>
    Array.from(text.matchAll(/[cC]onstraints(?:: | = )\{([\s\S]*?)\n? *\}[;,) ]/g)).flatMap(([, inner = '']) =>
      Array.from(inner.matchAll(/(?:^|[\n,]) *'?(\w+[_,]\w+)'?: /g), ([, name = '']) => ({ path, name })),
    ),
  );
  expect(explained.length).toBeGreaterThan(15);
  const unknown = explained.filter(({ path, name }) => {
    const service = path.split('/')[1] ?? '';
    const own = migrations.filter((one) => one.path.startsWith(`services/${service}/`)).map(({ text }) => text).join('\n');
    const given = new RegExp(`constraint ${name}\\b|unique index ${name}\\b|raise exception '${name}\\b|refuse_by_rule\\('${name}'`);
    // PostgreSQL names a column's rule after table, column and kind, where the migration gives it no name.
    const tables = Array.from(own.matchAll(/create table (\w+)/g), ([, table]) => table);
    const byPostgres = /_(?:key|check)$/.test(name) && tables.some((table) => name.startsWith(`${table}_`));
    return !given.test(own) && !byPostgres;
  });
  expect(unknown).toEqual([]);
});

test.each(['jobs', 'rights-ended'])('every service that works whole lists has the same tables of %s', (name) => {
  const tables = readFileSync(new URL(`../../packages/service/sql/${name}.sql`, import.meta.url), 'utf8');
  const copies = migrations.filter(({ path }) => path.includes(`_${name.replace('-', '_')}/`));
  expect(copies).toHaveLength(2);
  for (const { path, text } of copies) expect([path, text]).toEqual([path, tables]);
});

test('every service that seals fields has the same table of data keys', () => {
  const table = readFileSync(new URL('../../packages/sealing/sql/data-keys.sql', import.meta.url), 'utf8');
  const copies = migrations.filter(({ path }) => path.includes('_data_keys/'));
  expect(copies).toHaveLength(4);
  for (const { path, text } of copies) expect([path, text]).toEqual([path, table]);
});

/** Columns of a table's definition, by migration: `sealed_…` ones say in a comment how they are sealed. */
test('every sealed column says what its texts are bound to, and refuses plain ones', () => {
  const silent = servicesSql().flatMap(({ service, sql }) =>
    [...new Set([...sql.matchAll(/^\s*(?:alter table \w+ add column )?(sealed_\w+)\s+text\b(?! from| as)/gm)].map(([, column]) => column ?? ''))]
      .filter((column) => !new RegExp(`comment on column \\w+\\.${column} is 'sealed; row: `).test(sql) || !new RegExp(`check \\(${column} ~ '\\^v\\[12\\]`).test(sql))
      .map((column) => `${service}: ${column}`),
  );
  expect(silent).toEqual([]);
});

/** Tables without an organisation's rows: what they hold is the whole system's, or nobody's. */
const withoutOrganization = new Set(['outbox', 'inbox', 'dead_letter']);

test('every table names its organisation and is under row-level security, or says why not', () => {
  const open = servicesSql().flatMap(({ service, sql }) =>
    [...sql.matchAll(/create table (?:if not exists )?(\w+)/g)]
      .map(([, table]) => table ?? '')
      .filter((table) => !withoutOrganization.has(table) && !isProtected(sql, table))
      .map((table) => `${service}: ${table}`),
  );
  expect(open).toEqual([]);
});

function servicesSql(): readonly { readonly service: string; readonly sql: string }[] {
  const services = [...new Set(migrations.map(({ path }) => path.split('/')[1] ?? ''))];
  return services.map((service) => ({
    service,
    sql: migrations
      .filter(({ path }) => path.startsWith(`services/${service}/`))
      .map(({ text }) => text)
      .join('\n'),
  }));
}

/** Protected by one of the shared procedures, by policies of its own, or open by a comment that gives the reason. */
function isProtected(sql: string, table: string): boolean {
  return (
    new RegExp(`call access\\.protect(_issued)?\\('${table}'\\)`).test(sql) ||
    new RegExp(`alter table ${table} enable row level security`).test(sql) ||
    new RegExp(`-- no row security on ${table}: \\w`).test(sql)
  );
}

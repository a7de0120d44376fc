import { expect, test } from 'vitest';
import { filesOf, sourceFiles } from './source-files.ts';

const migrations = filesOf('services/*/prisma/migrations/*/migration.sql');
const foundation = filesOf('packages/database/foundation/*.sql');
const sources = filesOf('services/*/src/**/*.sql');
const programs = sourceFiles().filter(
  ({ path }) => path.startsWith('services/') && !/\.test\.ts$|\/testing\/|generated/.test(path),
);

test('a constraint that a command explains exists in its service’s database, by its exact name', () => {
  const commands = filesOf('services/*/src/**/*.ts').filter(({ path }) => !/generated|\.test\./.test(path));
  const explained = commands.flatMap(({ path, text }) =>
    Array.from(text.matchAll(/[cC]onstraints(?:: | = )\{([\s\S]*?)\n? *\}[;,) ]/g)).flatMap(([, inner = '']) =>
      Array.from(inner.matchAll(/(?:^|[\n,]) *'?(\w+[_,]\w+)'?: /g), ([, name = '']) => ({ path, name })),
    ),
  );
  expect(explained.length).toBeGreaterThan(15);
  const unknown = explained.filter(({ path, name }) => {
    const service = path.split('/')[1] ?? '';
    const own = [
      ...foundation,
      ...[...migrations, ...sources].filter((one) => one.path.startsWith(`services/${service}/`)),
    ]
      .map(({ text }) => text)
      .join('\n');
    const given = new RegExp(
      `constraint ${name}\\b|unique index ${name}\\b|raise exception '${name}\\b|refuse_by_rule\\('${name}'`,
    );
    // PostgreSQL names a column's constraint after table, column and kind if the migration gives it no name.
    const tables = Array.from(own.matchAll(/create table (\w+)/g), ([, table]) => table);
    const byPostgres = /_(?:key|check)$/.test(name) && tables.some((table) => name.startsWith(`${table}_`));
    return !given.test(own) && !byPostgres;
  });
  expect(unknown).toEqual([]);
});

test('a function of a SQL source is called by TypeScript or another source, and not by a trigger', () => {
  const strays = sources.flatMap(({ path, text }) => {
    const service = path.split('/')[1] ?? '';
    const initial = migrations
      .filter((one) => one.path.startsWith(`services/${service}/`))
      .map((one) => one.text)
      .join('\n');
    const callers = [...programs, ...sources].filter((one) => one.path.startsWith(`services/${service}/`));
    return [...text.matchAll(/^create (?:function|procedure) (\w+)/gm)].flatMap(([, name = '']) => {
      const call = new RegExp(`\\b${name}\\b`, 'g');
      const called = callers.some((one) => (one.text.match(call)?.length ?? 0) > (one.path === path ? 1 : 0));
      return [
        ...(called ? [] : [`${path}: nobody calls ${name}`]),
        ...(initial.includes(`${name}(`) ? [`${path}: a migration names ${name}`] : []),
      ];
    });
  });
  expect(sources.length).toBeGreaterThan(20);
  expect(strays).toEqual([]);
});

test('a function of a migration serves an invariant: SQL that only TypeScript calls is a source', () => {
  const unused = servicesSql()
    .filter(({ service }) => service !== 'foundation')
    .flatMap(({ service, sql: text }) => {
      const statements = text.split(/(?=^create (?:function|procedure) )/m);
      return statements.slice(1).flatMap((statement) => {
        const name = /^create (?:function|procedure) (\w+)/.exec(statement)?.[1] ?? '';
        const uses = text.match(new RegExp(`\\b${name}\\b`, 'g'))?.length ?? 0;
        const revoked = text.includes(`execute on function ${name}(`) ? 1 : 0;
        return uses - revoked > 1 ? [] : [`${service}: ${name}`];
      });
    });
  expect(unused).toEqual([]);
});

/** Columns of a table's definition, by migration: `sealed_…` ones say in a comment how they are sealed. */
test('every sealed column documents what its texts are bound to, and refuses plain texts', () => {
  const silent = servicesSql().flatMap(({ service, sql }) =>
    [
      ...new Set(
        [...sql.matchAll(/^\s*(?:alter table \w+ add column )?(sealed_\w+)\s+text\b(?! from| as)/gm)].map(
          ([, column]) => column ?? '',
        ),
      ),
    ]
      .filter(
        (column) =>
          !new RegExp(`comment on column \\w+\\.${column} is 'sealed; row: `).test(sql) ||
          !new RegExp(`check \\(${column} ~ '\\^v2\\[`).test(sql),
      )
      .map((column) => `${service}: ${column}`),
  );
  expect(silent).toEqual([]);
});

/** Tables without an organisation's rows: their rows belong to the whole system. */
const withoutOrganization = new Set(['outbox', 'inbox', 'dead_letter']);

test('every table has its organisation and row-level security, or a documented reason', () => {
  const open = servicesSql().flatMap(({ service, sql }) =>
    [...sql.matchAll(/create table (\w+) \(/g)]
      .map(([, table]) => table ?? '')
      .filter((table) => !withoutOrganization.has(table) && !isProtected(sql, table))
      .map((table) => `${service}: ${table}`),
  );
  expect(open).toEqual([]);
});

function servicesSql(): readonly { readonly service: string; readonly sql: string }[] {
  const services = [...new Set(migrations.map(({ path }) => path.split('/')[1] ?? ''))];
  const shared = { service: 'foundation', sql: foundation.map(({ text }) => text).join('\n') };
  const own = services.map((service) => ({
    service,
    sql: migrations
      .filter(({ path }) => path.startsWith(`services/${service}/`))
      .map(({ text }) => text)
      .join('\n'),
  }));
  return [shared, ...own];
}

/** Protected by one of the shared procedures, by its own policies, or left open by a comment that gives the reason. */
function isProtected(sql: string, table: string): boolean {
  return (
    new RegExp(`call access\\.protect(_issued)?\\('${table}'\\)`).test(sql) ||
    new RegExp(`alter table ${table} enable row level security`).test(sql) ||
    new RegExp(`-- no row security on ${table}: \\w`).test(sql)
  );
}

import { expect, test } from 'vitest';
import { filesOf } from './source-files.ts';

/** The files that may interpret a path, in TypeScript and in SQL; and an initial migration, which is never edited. */
const answers = new Set([
  'packages/access/src/organization-path.ts',
  'packages/database/foundation/20261201000201_organizations.sql',
  'services/case-records/prisma/migrations/20261201000100_initial/migration.sql',
]);

/**
 * Ways in which a line takes an organisation's path apart by position: its third code, its length, a pattern of codes.
 */
const byPosition: readonly RegExp[] = [
  /(?:[pP]ath|scope)\)?\.(?:split|lastIndexOf|indexOf)\('\/'\)/,
  /split_part\([^,]*(?:path|scope)\b[^,]*, '\/'/,
  /string_to_array\([^,]*(?:path|scope|\$\d)[^,]*,\s*'\/'/,
  /(?:substring|regexp_\w+)\([^)]*path[^)]*\[\^\/\]/,
  /\[\^\/\]\+\/\)?(?:\{\d|\[\^\/\]|\.exec)/,
];

test('the county, city or book of a path comes from packages/access or the foundation, not from its position', () => {
  const files = [
    ...filesOf('{services,packages,infra}/**/*.{ts,sql}'),
    ...filesOf('apps/{admin/src,gateway}/**/*.{ts,tsx}'),
  ].filter(({ path }) => !answers.has(path) && !path.startsWith('infra/rules/'));
  expect(files.length).toBeGreaterThan(1_000);
  const found = files.flatMap(({ path, text }) =>
    text
      .split('\n')
      .flatMap((line, place) =>
        byPosition.some((way) => way.test(line)) ? [`${path}:${place + 1}: ${line.trim()}`] : [],
      ),
  );
  expect(found).toEqual([]);
});

/** Tables with a path whose rows stay under it when their organisation moves, because they are records of what happened. */
const stay: Readonly<Record<string, readonly string[]>> = {
  foundation: ['audit_entry', 'job', 'job_row', 'organization', 'rights_ended'],
  identity: ['organization_history'],
  // What counties and cities issue, which do not move; and who looked for whom.
  'case-records': [
    'campaign',
    'campaign_category',
    'campaign_phase',
    'campaign_quota',
    'dibao_line',
    'identity_asking',
    'person',
    'policy',
    'policy_clause',
    'policy_fact',
    'policy_version',
    'unmasking',
  ],
  'employment-legal': [],
  reporting: ['campaign', 'fact', 'figure_entry', 'form_version', 'submission', 'submission_review'],
};

const tablesWithPath = (sql: string): readonly string[] =>
  [...sql.matchAll(/create table (?:if not exists )?(\w+) \(([\s\S]*?)\n\);/g)].flatMap(
    ([, table = '', columns = '']) => (/^\s+organization_path\s/m.test(columns) ? [table] : []),
  );

test('each table with an organisation’s path moves with it, or is listed as staying; all of funds stays', () => {
  const foundation = filesOf('packages/database/foundation/*.sql').map(({ text }) => text);
  for (const [place, staying] of Object.entries(stay)) {
    const own = filesOf(`services/${place}/prisma/migrations/*/migration.sql`).map(({ text }) => text);
    const sql = place === 'foundation' ? foundation : own;
    const moving = [...foundation, ...own].flatMap((text) =>
      [...text.matchAll(/call access\.goes_along\('(\w+)'/g)].map(([, table = '']) => table),
    );
    const renamed = new Map(
      own.flatMap((text) =>
        [...text.matchAll(/^alter table (\w+) rename to (\w+);/gm)].map(([, from = '', to = '']) => [from, to]),
      ),
    );
    const left = new Set(sql.flatMap(tablesWithPath).filter((table) => !moving.includes(renamed.get(table) ?? table)));
    const elsewhere = place === 'foundation' ? [] : stay['foundation']!;
    expect([place, [...left].filter((table) => !elsewhere.includes(table)).sort()]).toEqual([place, staying]);
  }
  const funds = filesOf('services/funds/prisma/migrations/*/migration.sql').map(({ text }) => text);
  expect(funds.filter((text) => text.includes('goes_along'))).toEqual([]);
});

test('the rule finds code that it forbids', () => {
  const lines = [
    `const codes = path.split('/').filter((code) => code !== '');`,
    `code: record.organizationPath.split('/').at(-2) ?? '',`,
    `select split_part(organization_path, '/', 3) as county`,
    `return array_to_string((string_to_array(rtrim(path, '/'), '/'))[1:3], '/') || '/';`,
    `return coalesce(substring(path from '^[^/]+/[^/]+/[^/]+/'), path);`,
    `\${place} ~ '^([^/]+/){1,2}$'`,
  ];
  expect(lines.filter((line) => !byPosition.some((way) => way.test(line)))).toEqual([]);
});

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

test('whose county, city or book a path is, is asked of packages/access or of the foundation, and not read by position', () => {
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

test('the rule sees what it is for', () => {
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

import { dirname, normalize } from 'node:path';
import { expect, test } from 'vitest';
import { sourceFiles } from './source-files.ts';

/** The groups of folders of each part in order: a group may import only those before it. */
const groups: Readonly<Record<string, readonly string[]>> = {
  'apps/admin': ['base', 'register', 'aid', 'money', 'work', 'figures', 'system', 'desk'],
  'services/case-records': ['register', 'policy', 'aid', 'centre'],
  'services/employment-legal': ['household', 'employment', 'legal-aid', 'timeline', 'work-counts'],
  'services/funds': ['ledger', 'money'],
  'services/identity': ['organization', 'account'],
  'services/reporting': ['fact', 'form', 'table'],
};

/** Folders outside the groups: generated code, or code for tests. */
const outside = new Set(['generated', 'testing']);

interface Import {
  readonly from: string;
  readonly to: string;
  readonly files: string;
}

/** The imports between the folders of a part, only product code, types included; a folder is `group/concept`. */
function importsWithin(part: string): readonly Import[] {
  const source = `${part}/src/`;
  const folderOf = (path: string): string | undefined => {
    const [group = '', concept, file] = path.slice(source.length).split('/');
    return concept === undefined || outside.has(group) ? undefined : `${group}/${file === undefined ? '' : concept}`;
  };
  return sourceFiles()
    .filter(({ path }) => path.startsWith(source) && !/\.test\.tsx?$/.test(path))
    .flatMap(({ path, imports }) =>
      imports
        .filter((one) => one.startsWith('.'))
        .map((one) => normalize(`${dirname(path)}/${one}`))
        .filter((target) => target.startsWith(source))
        .flatMap((target) => {
          const [from, to] = [folderOf(path), folderOf(target)];
          return from === undefined || to === undefined || from === to
            ? []
            : [{ from, to, files: `${path} imports ${target.slice(source.length)}` }];
        }),
    );
}

/** Folders that import themselves through others. */
function circles(imports: readonly Import[]): readonly string[] {
  const next = Map.groupBy(imports, ({ from }) => from);
  const reaches = (from: string): ReadonlySet<string> => {
    const seen = new Set<string>();
    const waiting = [from];
    for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
      for (const { to } of next.get(folder) ?? []) {
        if (seen.has(to)) continue;
        seen.add(to);
        waiting.push(to);
      }
    }
    return seen;
  };
  return [...next.keys()].filter((folder) => reaches(folder).has(folder));
}

test.each(Object.keys(groups))('%s: every folder belongs to a group', (part) => {
  const known = new Set([...(groups[part] ?? []), ...outside]);
  const source = `${part}/src/`;
  const others = sourceFiles()
    .map(({ path }) => path)
    .filter((path) => path.startsWith(source) && path.slice(source.length).includes('/'))
    .map((path) => path.slice(source.length).split('/')[0] ?? '')
    .filter((group) => !known.has(group));
  expect([...new Set(others)]).toEqual([]);
});

test.each(Object.entries(groups))('%s: a group imports only groups before it', (part, order) => {
  const imports = importsWithin(part);
  expect(imports.length).toBeGreaterThan(5);
  const rank = (folder: string): number => order.indexOf(folder.split('/')[0] ?? '');
  expect(imports.filter(({ from, to }) => rank(to) > rank(from)).map(({ files }) => files)).toEqual([]);
});

test.each(Object.keys(groups))('%s: no folders import each other in a cycle', (part) => {
  expect(circles(importsWithin(part))).toEqual([]);
});

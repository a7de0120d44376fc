import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root, sourceFiles } from './source-files.ts';

const files = sourceFiles();
const production = files.filter(
  ({ path }) => !/\.(test|spec|bench|contract)\.tsx?$|\/testing\/|\/e2e\/|\/bench\//.test(path),
);
const serviceNames = ['identity', 'case-records', 'funds', 'employment-legal', 'reporting'];

test('a service imports no other service: they share only events and the graph', () => {
  const crossing = files
    .filter(({ path }) => path.startsWith('services/'))
    .flatMap(({ path, imports }) =>
      imports
        .filter((one) =>
          serviceNames.some((name) => one.startsWith(`@nuangong/${name}`) && path.split('/')[1] !== name),
        )
        .map((one) => `${path} imports ${one}`),
    );
  expect(crossing).toEqual([]);
});

/** The packages in a folder of the workspace, by the names under which they are imported. */
const packagesOf = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(root, folder, entry.name, 'package.json')))
    .map(({ name }) => `@nuangong/${name}`);

const importsOf = (names: readonly string[], within: RegExp): readonly string[] =>
  files
    .filter(({ path }) => within.test(path))
    .flatMap(({ path, imports }) =>
      imports
        .filter((one) => names.some((name) => one === name || one.startsWith(`${name}/`)))
        .map((one) => `${path} imports ${one}`),
    );

test('packages import no service and no application', () => {
  const above = [...packagesOf('services'), ...packagesOf('apps')];
  expect(above.length).toBeGreaterThan(5);
  expect(importsOf(above, /^packages\//)).toEqual([]);
});

test('only infra imports infra, in tests too', () => {
  expect(packagesOf('infra').length).toBeGreaterThan(3);
  expect(importsOf(packagesOf('infra'), /^(packages|services|apps)\//)).toEqual([]);
});

/** What a decision must not know: storage, GraphQL, events, HTTP, files, the clock's process. */
const plumbing =
  /^(@prisma|@pothos|@apollo|pg$|pg-|fastify|graphql|kafkajs|node:(fs|http|net|child_process|process)|@nuangong\/(database|subgraph|event-bus|service))|generated\/prisma|builder\.ts$/;

/** A folder's own file: `household/household.ts`, in any group. */
const nouns = production.filter(({ path }) => {
  const [folder, file] = path.split('/').slice(-2);
  return path.startsWith('services/') && file === `${folder}.ts`;
});

test('the file named after its folder has only pure decisions', () => {
  expect(nouns.length).toBeGreaterThan(20);
  const impure = nouns.flatMap(({ path, imports }) =>
    imports.filter((one) => plumbing.test(one)).map((one) => `${path} imports ${one}`),
  );
  expect(impure).toEqual([]);
});

test('decisions get the time as an argument', () => {
  const readers = nouns
    .filter(({ text }) => /new Date\(\)|Date\.now\(\)|Math\.random\(\)/.test(text))
    .map(({ path }) => path);
  expect(readers).toEqual([]);
});

test('the environment is read only where a process starts', () => {
  const readers = production
    .filter(({ path }) => /^(services|packages|apps\/gateway)\//.test(path))
    .filter(({ text }) => text.includes('process.env'))
    .filter(({ path }) => !/\/(main|run-service|[\w-]*environment)\.ts$/.test(path))
    .map(({ path }) => path);
  expect(readers).toEqual([]);
});

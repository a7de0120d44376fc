import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { filesOf, sourceFiles } from './source-files.ts';

const root = resolve(import.meta.dirname, '..', '..');
const mostLines = 400;

test('no file of ours is longer than one can hold in mind', () => {
  const long = sourceFiles()
    .filter(({ text }) => text.split('\n').length > mostLines)
    .map(({ path, text }) => `${path}: ${text.split('\n').length} lines`);
  expect(long).toEqual([]);
});

test('no drawer collects what has no name', () => {
  const drawers = sourceFiles()
    .map(({ path }) => path)
    .filter((path) => /(^|\/)(utils?|helpers?|misc|common|lib|shared)(\.tsx?$|\/)/.test(path));
  expect(drawers).toEqual([]);
});

test('every package, service and application says what it is', () => {
  const silent = filesOf('{apps,services,packages,infra}/*/package.json')
    .map(({ path }) => dirname(path))
    .filter((folder) => !existsSync(join(root, folder, 'README.md')));
  expect(silent).toEqual([]);
});

test('nothing names a machine’s own path or a registry', () => {
  const own = /\/(home|Users|root)\/\w|\/work\/(main|shared)|registry\.npmjs|npmmirror/;
  const naming = [...sourceFiles(), ...filesOf('{*,{apps,services,packages,infra}/**/*}.{md,json,yaml,yml}')]
    .filter(({ path }) => !path.startsWith('infra/rules/'))
    .filter(({ text }) => own.test(text))
    .map(({ path }) => path);
  expect(naming).toEqual([]);
});

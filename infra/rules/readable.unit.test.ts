import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { filesOf, sourceFiles } from './source-files.ts';

const root = resolve(import.meta.dirname, '..', '..');
const mostLines = 400;

test('no source file is longer than 400 lines', () => {
  const long = sourceFiles()
    .filter(({ text }) => text.split('\n').length > mostLines)
    .map(({ path, text }) => `${path}: ${text.split('\n').length} lines`);
  expect(long).toEqual([]);
});

test('no file or folder has a catch-all name', () => {
  const drawers = sourceFiles()
    .map(({ path }) => path)
    .filter((path) => /(^|\/)(utils?|helpers?|misc|common|lib|shared)(\.tsx?$|\/)/.test(path));
  expect(drawers).toEqual([]);
});

test('every package, service and application has a README', () => {
  const silent = filesOf('{apps,services,packages,infra}/*/package.json')
    .map(({ path }) => dirname(path))
    .filter((folder) => !existsSync(join(root, folder, 'README.md')));
  expect(silent).toEqual([]);
});

test('no file names a machine’s path or a registry', () => {
  const own = /\/(home|Users|root)\/\w|\/work\/(main|shared)|registry\.npmjs|npmmirror/;
  const naming = [...sourceFiles(), ...filesOf('{*,{apps,services,packages,infra}/**/*}.{md,json,yaml,yml}')]
    .filter(({ path }) => !path.startsWith('infra/rules/'))
    .filter(({ text }) => own.test(text))
    .map(({ path }) => path);
  expect(naming).toEqual([]);
});

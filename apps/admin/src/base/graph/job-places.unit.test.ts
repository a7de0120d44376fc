import { globSync, readFileSync } from 'node:fs';
import { matchPath } from 'react-router-dom';
import { expect, test } from 'vitest';
import { addressOfJob, placeOfJob, placeOfRow } from './job-places.ts';

const root = new URL('../../../../../', import.meta.url).pathname;
const read = (path: string) => readFileSync(`${root}${path}`, 'utf8');
const routes = [...read('apps/admin/src/routes.tsx').matchAll(/path: '([^']+)'/g)].map((found) => found[1] ?? '');
const served = (address: string) => routes.some((path) => matchPath({ path, end: true }, address) !== null);
const kinds = globSync('services/*/src/**/{list-commands,*-lists}.ts', { cwd: root }).flatMap((path) =>
  [...read(path).matchAll(/^  '([a-z-]+\.[a-z-]+)': /gm)].map((found) => found[1] ?? ''),
);

test('every command over a whole list links to its list, and each of its rows to its record', () => {
  expect(kinds).toEqual(expect.arrayContaining(['case-file.submit', 'application.approve', 'batch.prepare']));
  const id = '0190a5c0-0000-7000-8000-000000000001';
  for (const kind of kinds) {
    expect([kind, served(placeOfJob(kind, id))]).toEqual([kind, true]);
    expect([kind, served(placeOfRow(kind, id))]).toEqual([kind, true]);
  }
  expect(served(addressOfJob({ service: 'funds', id }))).toBe(true);
});

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { filesOf } from './source-files.ts';

const screens = filesOf('apps/admin/src/**/*.tsx');

test('every dialog is a WorkDialog, which a stray click does not close and which asks before typed text is lost', () => {
  const others = screens.filter(({ text }) => text.includes("'@mui/material/Dialog'")).map(({ path }) => path);
  expect(others).toEqual(['apps/admin/src/base/display/WorkDialog.tsx']);
});

test('only the draft folder stores typed text, sealed for its account', () => {
  const keepers = filesOf('apps/admin/src/**/*.{ts,tsx}')
    .filter(
      ({ path, text }) => /useStore<[^>]*(Typed|form|draft)|['"`]draft\./i.test(text) && !path.includes('/draft/'),
    )
    .map(({ path }) => path);
  expect(keepers).toEqual([]);
});

/** The steps that a case file offers its reader, each with the mutation that its description names. */
function offeredSteps(): readonly { readonly step: string; readonly mutation: string }[] {
  const schema = readFileSync(new URL('../../services/case-records/schema.graphql', import.meta.url), 'utf8');
  const [, values = ''] = /^enum CaseFileCommand \{([\s\S]*?)^\}/m.exec(schema) ?? [];
  return [...values.matchAll(/^ {2}"""`(\w+)`: .*?"""\n {2}(\w+)/gm)].map(([, mutation = '', step = '']) => ({
    step,
    mutation,
  }));
}

test('every step of a case file has a command, and a button in the console', () => {
  const operations = filesOf('apps/admin/src/**/*.graphql').flatMap(({ text }) =>
    [...text.matchAll(/mutation (\w+)[\s\S]*?\{\s*(?:\w+: )?(\w+)\(/g)].map(([, name = '', field = '']) => ({
      name,
      field,
    })),
  );
  const code = filesOf('apps/admin/src/**/*.{ts,tsx}')
    .map(({ text }) => text)
    .join('\n');
  const steps = offeredSteps();
  expect(steps.length).toBeGreaterThan(8);
  const dead = steps.filter(({ mutation }) => {
    const { name = '' } = operations.find(({ field }) => field === mutation) ?? {};
    const document = `${name.charAt(0).toLowerCase()}${name.slice(1)}Mutation`;
    const [, command] = new RegExp(`export const (\\w+) = [^;]*?\\b${document},`).exec(code) ?? [];
    return command === undefined || !new RegExp(`\\b(?:\\w+\\(|\\w+: |await )${command}\\b`).test(code);
  });
  expect(dead).toEqual([]);
});

test('every kind of obligation links to a page of the console', () => {
  const [kinds] = filesOf('packages/obligations/src/kinds.json');
  const addresses = [...(kinds?.text ?? '').matchAll(/"address": "([^"?]+)/g)].map(([, address = '']) => address);
  const [routes] = filesOf('apps/admin/src/routes.tsx');
  expect(addresses.length).toBeGreaterThan(3);
  expect(addresses.filter((address) => !routes?.text.includes(`path: '${address.replaceAll('{id}', ':id')}'`))).toEqual(
    [],
  );
});

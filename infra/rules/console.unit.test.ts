import { expect, test } from 'vitest';
import { filesOf } from './source-files.ts';

const screens = filesOf('apps/admin/src/**/*.tsx');

test('every dialog is a WorkDialog: a stray click closes none, and what was typed is asked about', () => {
  const others = screens.filter(({ text }) => text.includes("'@mui/material/Dialog'")).map(({ path }) => path);
  expect(others).toEqual(['apps/admin/src/display/WorkDialog.tsx']);
});

test('what is typed is kept by src/draft alone, sealed for its account', () => {
  const keepers = filesOf('apps/admin/src/**/*.{ts,tsx}')
    .filter(({ path, text }) => /useStore<[^>]*(Typed|form|draft)|['"`]draft\./i.test(text) && !path.includes('/draft/'))
    .map(({ path }) => path);
  expect(keepers).toEqual([]);
});

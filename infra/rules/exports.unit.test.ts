import { expect, test } from 'vitest';
import { sourceFiles } from './source-files.ts';

const production = sourceFiles().filter(
  ({ path }) => !/\.(test|spec|bench)\.tsx?$|\/testing\/|\/e2e\/|\/bench\//.test(path),
);
const outside = production.filter(({ path }) => !path.startsWith('packages/spreadsheet/'));

test('only packages/spreadsheet writes tables, and it never turns text into a formula', () => {
  const writers = outside
    .filter(({ imports }) => imports.some((one) => /^(exceljs|xlsx|csv-stringify|@fast-csv|papaparse)\b/.test(one)))
    .map(({ path }) => path);
  expect(writers).toEqual([]);
});

test('every program that serves a table gets it from there', () => {
  const handing = outside.filter(
    ({ path, text }) =>
      path.startsWith('services/') &&
      /fileTypes(\.(csv|xlsx)|\[)|serveOfficial|text\/csv|spreadsheetml|ms-excel|tab-separated/.test(text),
  );
  expect(handing.length).toBeGreaterThan(2);
  const byHand = handing
    .filter(
      ({ imports }) => !imports.some((one) => ['@nuangong/spreadsheet', '@nuangong/documents/workbook'].includes(one)),
    )
    .map(({ path }) => path);
  expect(byHand).toEqual([]);
});

import { expect, test } from 'vitest';
import { idsFor } from './words.ts';

const words = {
  ids: ['any'],
  texts: [],
  ofTable: new Map([
    ['household', ['h']],
    ['aid_application', ['a']],
    ['case_file', ['c']],
    ['roster_row', []],
  ]),
};

test.each([
  ['Household', 'h'],
  ['householdId', 'h'],
  ['approveApplications', 'a'],
  ['submitCaseFiles', 'c'],
  ['rosterRowId', 'any'],
  ['id', 'any'],
])('%s gets matching ids', (name, id) => {
  expect(idsFor(words, name)).toEqual([id]);
});

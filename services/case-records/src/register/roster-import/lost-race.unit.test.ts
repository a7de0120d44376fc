import { expect, test } from 'vitest';
import { isLostRace } from './lost-race.ts';

const refused = (code: string, constraint?: string) => Object.assign(new Error('refused'), { code, constraint });

test.each([
  ['40001', undefined, true],
  ['40P01', undefined, true],
  ['23505', 'identity_once_in_the_city', true],
  ['23505', 'person_in_one_living_household', true],
  ['23505', 'case_file_number_key', true],
  ['23505', 'roster_row_once', false],
  ['23505', 'person_once_in_a_county_and_more', false],
  ['23514', 'household_size_check', false],
  ['57014', undefined, false],
])('%s of %s is a lost race: %s', (code, constraint, lost) => {
  expect(isLostRace(refused(code, constraint))).toBe(lost);
});

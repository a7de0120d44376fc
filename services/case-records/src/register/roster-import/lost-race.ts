import { databaseErrorOf } from '@nuangong/database';

/** What is broken where somebody else entered the same person, household or number of a file first. */
const takenMeanwhile = [
  'identity_once_in_the_city',
  'person_once_in_a_county',
  'person_in_one_living_household',
  'case_file_number_key',
  'case_file_county_code_year_sequence_key',
] as const;

/** Another entered the same first, or two statements waited for each other: the batch is settled anew. */
export function isLostRace(error: unknown): boolean {
  const refused = databaseErrorOf(error);
  if (refused === undefined) return false;
  return ['40001', '40P01'].includes(refused.code) || takenMeanwhile.some((name) => refused.constraints.has(name));
}

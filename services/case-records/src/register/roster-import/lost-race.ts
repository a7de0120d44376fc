import { databaseErrorOf } from '@nuangong/database';

/** The constraints violated when somebody else enters the same person, household or file number first. */
const takenMeanwhile = [
  'identity_once_in_the_city',
  'person_once_in_a_county',
  'person_in_one_living_household',
  'case_file_number_key',
  'case_file_county_code_year_sequence_key',
] as const;

/** Whether a concurrent entry or a deadlock caused the error; the batch can then be repeated. */
export function isLostRace(error: unknown): boolean {
  const refused = databaseErrorOf(error);
  if (refused === undefined) return false;
  return ['40001', '40P01'].includes(refused.code) || takenMeanwhile.some((name) => refused.constraints.has(name));
}

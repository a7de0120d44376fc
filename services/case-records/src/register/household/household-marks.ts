import { loadManyBy } from '@nuangong/subgraph';
import type { CaseRecordsContext } from '../../builder.ts';
import { untouchedSince } from './one-household.ts';

/** The marks that a household's list and file show. */
export const householdMarks = [
  'UNTOUCHED_DRAFT',
  'LET_GO',
  'PAYMENT_RETURNED',
  'PAYEE_CORRECTION_WAITING',
  'NAME_DIFFERS_ELSEWHERE',
  'SAME_PERSON_SUSPECTED',
] as const;
export type HouseholdMark = (typeof householdMarks)[number];

interface MarkRow {
  readonly householdId: string;
  readonly mark: HouseholdMark;
}

const readMarks = (context: CaseRecordsContext, householdIds: readonly string[] | null): Promise<MarkRow[]> =>
  context.tx.$queryRaw<MarkRow[]>`
    select household_id::text as "householdId", mark
    from household_marks(${householdIds === null ? null : [...householdIds]}::uuid[],
      ${untouchedSince(context.parts.clock()).toISOString()}::timestamptz)`;

/** The marks of households; one statement for all of a page. */
export const loadMarks = loadManyBy<CaseRecordsContext, MarkRow>(
  (row) => row.householdId,
  (context, householdIds) => readMarks(context, householdIds),
);

/** The visible households with a mark. */
export async function householdsMarked(context: CaseRecordsContext, mark: HouseholdMark): Promise<readonly string[]> {
  const rows = await readMarks(context, null);
  return rows.filter((row) => row.mark === mark).map(({ householdId }) => householdId);
}

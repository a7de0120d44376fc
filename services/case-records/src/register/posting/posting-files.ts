import { prismaSql } from '@nuangong/database';
import { createBatchLoader, loadManyBy } from '@nuangong/subgraph';
import type { CaseRecordsContext, Transaction } from '../../builder.ts';
import type { CaseFileStatus } from '../case-file/case-file.ts';

/** How many files hang or hung on a posting. */
export interface PostingCounts {
  readonly postingId: string;
  /** All that were ever on its list. */
  readonly listed: number;
  /** Those that are posted by it now. */
  readonly posted: number;
  /** Those that it opened, whatever became of them later. */
  readonly opened: number;
  /** Whether the person asking registered, changed or submitted one of those posted now. */
  readonly madeByActor: boolean;
}

/** The counts of postings; one statement, no entry for a posting that no file was ever on. */
export async function countPostingFiles(
  tx: Transaction,
  postingIds: readonly string[],
  staffId: string,
): Promise<ReadonlyMap<string, PostingCounts>> {
  const rows = await prismaSql(tx)<PostingCounts>(countStatement, [...postingIds], staffId);
  return new Map(rows.map((row) => [row.postingId, row]));
}

const countStatement = `
  with counted as materialized (
    select posting_id, count(*)::int as listed, (count(*) filter (where left_at is null))::int as posted,
      (count(*) filter (where left_for = 'ACTIVE'))::int as opened
    from posting_file where posting_id = any($1::uuid[]) group by posting_id)
  select n.posting_id::text as "postingId", n.listed, n.posted, n.opened,
    n.posted > 0 and exists (select from posting_file f join case_file c on c.id = f.case_file_id
      join household_hand m on m.household_id = c.household_id
      where f.posting_id = n.posting_id and f.left_at is null and m.staff_id = $2::uuid and m.kind = 'MADE') as "madeByActor"
  from counted n`;

/** The counts of a posting's files. */
export const loadPostingCounts = createBatchLoader<CaseRecordsContext, PostingCounts>((context, ids) =>
  countPostingFiles(context.tx, ids, context.actor.staffId),
);

/** A line of a posting's list, with what became of the file there. */
export interface PostedName {
  readonly postingId: string;
  readonly caseFileId: string;
  readonly householdId: string;
  readonly name: string;
  readonly unitName: string;
  readonly maskedIdentityNumber: string;
  /** The status that it left the posting for; null while it is posted. */
  readonly leftFor: CaseFileStatus | null;
}

/** Who hangs or hung on postings, by file number. */
export async function readPostedNames(tx: Transaction, postingIds: readonly string[]): Promise<readonly PostedName[]> {
  const files = await tx.postingFile.findMany({
    where: { postingId: { in: [...postingIds] } },
    orderBy: { caseFile: { number: 'asc' } },
    select: {
      postingId: true,
      caseFileId: true,
      leftFor: true,
      caseFile: {
        select: {
          householdId: true,
          household: { select: { headName: true, unitName: true, head: { select: { maskedIdentity: true } } } },
        },
      },
    },
  });
  return files.map(({ caseFile: { householdId, household }, leftFor, ...file }) => ({
    ...file,
    leftFor: leftFor as CaseFileStatus | null,
    householdId,
    name: household.headName,
    unitName: household.unitName,
    maskedIdentityNumber: household.head.maskedIdentity,
  }));
}

/** The lists of postings. */
export const loadPostedNames = loadManyBy<CaseRecordsContext, PostedName>(
  (row) => row.postingId,
  (context, ids) => readPostedNames(context.tx, ids),
);

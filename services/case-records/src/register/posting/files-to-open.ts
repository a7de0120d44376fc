import type { Transaction } from '../../builder.ts';

/** The files of a posting that are still posted, by whether they can be opened. */
export interface FilesToOpen {
  readonly postingId: string;
  /** Opened by the next command. */
  readonly ready: number;
  /** Held back by an unanswered objection. */
  readonly awaitingAnswer: number;
  /** Held back for good by an upheld objection; must be returned or rejected. */
  readonly upheld: number;
}

/** Counts the files still posted of each posting by what `activatePosting` would do with them; one statement. */
export async function filesToOpen(
  tx: Transaction,
  postingIds: readonly string[],
): Promise<ReadonlyMap<string, FilesToOpen>> {
  const rows = await tx.$queryRaw<FilesToOpen[]>`
    select f.posting_id as "postingId", (count(*) filter (where not o.open and not o.upheld))::int as ready,
      (count(*) filter (where o.open))::int as "awaitingAnswer",
      (count(*) filter (where o.upheld and not o.open))::int as upheld
    from posting_file f
    cross join lateral (
      select coalesce(bool_or(answered_at is null), false) as open,
        upheld_objection_stands(f.case_file_id) as upheld
      from objection where case_file_id = f.case_file_id) as o
    where f.posting_id = any(${[...postingIds]}::uuid[]) and f.left_at is null
    group by f.posting_id`;
  return new Map(rows.map((row) => [row.postingId, row]));
}

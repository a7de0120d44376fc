import type { RunSql } from '@nuangong/database';

/** A move as received: the organisation with its new path, and where it stood before. */
export interface ToldMove {
  readonly organization: { readonly id: string; readonly path: string };
  readonly formerPath: string;
  readonly parentId: string;
  readonly from: string;
  readonly sequence: number;
  readonly movedAt: string;
}

/**
 * Stores a move and lets the known organisations follow it, in the caller's transaction, which must see both places;
 * idempotent. Moves may arrive in any order: everything goes to where the moves known so far, followed in identity's
 * order, lead from its path. The records follow with `moveRecords`.
 */
export async function rememberMove(run: RunSql, told: ToldMove): Promise<void> {
  await run(
    `insert into organization_move (sequence, organization_id, parent_id, former_path, path, from_day, moved_at)
     values ($1::bigint, $2::uuid, $3::uuid, $4, $5, $6::date, $7::timestamptz) on conflict do nothing
     returning sequence::text`,
    told.sequence,
    told.organization.id,
    told.parentId,
    told.formerPath,
    told.organization.path,
    told.from,
    told.movedAt,
  );
  await run('select access.follow_move($1)::text', told.formerPath);
}

/** Takes along what this service keeps as living of those who once stood at a path; the tables say what that is. */
export async function moveRecords(run: RunSql, formerPath: string): Promise<void> {
  await run('select access.move_records($1)::text', formerPath);
}

import type { RunSql } from '@nuangong/database';

/** A move as received: the organisation with its new path, and its former path. */
export interface ToldMove {
  readonly organization: { readonly id: string; readonly path: string };
  readonly formerPath: string;
  readonly parentId: string;
  readonly from: string;
  readonly sequence: number;
  readonly movedAt: string;
}

/**
 * Stores a move in the caller's transaction, and applies it and the moves that waited for it to the known
 * organisations, in identity's order; idempotent. Returns the former paths whose records must move next
 * (`moveRecords`): none if an earlier move has not arrived. From then on the transaction acts for the whole tree, since
 * both places may be anywhere.
 */
export async function rememberMove(run: RunSql, told: ToldMove): Promise<readonly string[]> {
  await run(`select set_config('nuangong.scope', (access.at_or_above($1))[1], true)`, told.formerPath);
  const followed = await run<{ formerPath: string }>(
    `select former_path as "formerPath" from access.know_move(jsonb_populate_record(null::organization_move,
       jsonb_build_object('sequence', $1::bigint, 'organization_id', $2::uuid, 'parent_id', $3::uuid, 'former_path', $4::text,
         'path', $5::text, 'from_day', $6::date, 'moved_at', $7::timestamptz))) order by sequence`,
    told.sequence,
    told.organization.id,
    told.parentId,
    told.formerPath,
    told.organization.path,
    told.from,
    told.movedAt,
  );
  for (const { formerPath } of followed) await run('select access.follow_move($1)::text', formerPath);
  return followed.map(({ formerPath }) => formerPath);
}

/**
 * Moves this service's current records of the organisations that once had a path; the tables declare which those are.
 */
export async function moveRecords(run: RunSql, formerPath: string): Promise<void> {
  await run('select access.move_records($1)::text', formerPath);
}

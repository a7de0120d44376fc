import type { RunSql } from '@nuangong/database';
import type { CaseFileHandlers } from './case-file.ts';

/** A file that nobody has handled. */
export const noHandlers: CaseFileHandlers = { makers: [], reviewers: [], suspendedBy: null };

/**
 * Who handled each file: those who made the household's facts, those who passed or posted it, who suspended it last.
 */
export async function handlersOfFiles(
  run: RunSql,
  caseFileIds: readonly string[],
): Promise<ReadonlyMap<string, CaseFileHandlers>> {
  const rows = await run<CaseFileHandlers & { readonly id: string }>(
    `select c.id::text as id,
       array(select distinct m.staff_id::text from household_hand m
         where m.household_id = c.household_id and m.kind = 'MADE') as makers,
       array(select distinct s.staff_id::text from case_file_step s
         where s.case_file_id = c.id and s.to_status in ('COUNTY_REVIEW', 'POSTED')) as reviewers,
       (select s.staff_id::text from case_file_step s where s.case_file_id = c.id and s.to_status = 'SUSPENDED'
         order by s.at desc, s.id desc limit 1) as "suspendedBy"
     from case_file c where c.id = any($1::uuid[])`,
    [...caseFileIds],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

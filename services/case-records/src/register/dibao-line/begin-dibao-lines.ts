import { scopeOf, systemActor, type OrganizationPath } from '@nuangong/access';
import { identityOf, prismaSql, recordAudit, type RunSql } from '@nuangong/database';
import type { HardshipClass } from '@nuangong/events';
import { localDateAt, type LocalDate } from '@nuangong/primitives';
import type { Transaction } from '../../builder.ts';
import { announceCaseFileChanged } from '../case-file/announce-case-file-changed.ts';
import { hardshipClassInWords } from '../household/words-of-facts.ts';
import type { RunningParts } from '../../running-parts.ts';

/**
 * Reassesses the open files under each confirmed line whose first day has come, 1,000 per transaction. A reassessed
 * file no longer differs, so the work resumes where it stopped, and repeating it changes nothing.
 */
export async function beginDibaoLines(
  parts: RunningParts,
  stopping: () => boolean,
  filesPerBatch = 1000,
): Promise<void> {
  const today = localDateAt(parts.clock());
  const { rows } = await parts.database.pool.query<{ line_id: string; organization_path: string }>(
    'select line_id, organization_path from dibao_lines_to_begin($1::date)',
    [today],
  );
  for (const { line_id: lineId, organization_path: path } of rows) {
    let more = true;
    while (more && !stopping()) more = await judgeBatch(parts, lineId, scopeOf(path), today, filesPerBatch);
  }
}

interface JudgedFile {
  readonly caseFileId: string;
  readonly status: string;
  readonly oldClass: HardshipClass | null;
  readonly newClass: HardshipClass | null;
}

/** Reassesses the next files that differ; false when none is left and the line has begun. */
async function judgeBatch(
  parts: RunningParts,
  lineId: string,
  path: OrganizationPath,
  today: LocalDate,
  filesPerBatch: number,
): Promise<boolean> {
  const actor = systemActor(path);
  const at = parts.clock();
  return parts.database.transaction(identityOf(actor), async (tx) => {
    const run = prismaSql(tx);
    const [line] = await run<{ setBy: string; name: string }>(
      `select coalesce(confirmed_by, set_by)::text as "setBy", coalesce(confirmed_by_name, nullif(set_by_name, ''), '系统')
         as name from dibao_line where id = $1::uuid and begun_at is null for update`,
      lineId,
    );
    if (line === undefined) return false;
    const files = await run<{ id: string }>(differingStatement, lineId, today, filesPerBatch);
    if (files.length === 0) {
      await begin(tx, run, lineId, at, path);
      return false;
    }
    const ids = files.map(({ id }) => id);
    const judged = await run<JudgedFile>(judgeStatement, lineId, today, ids, at.toISOString(), liveStatuses);
    const live = judged.filter(({ status }) => liveStatuses.includes(status));
    await announceCaseFileChanged(
      tx,
      { actor, requestId: `dibao-line-${lineId}`, at },
      { changedBy: { id: line.setBy, name: line.name } },
      new Map(live.map((file) => [file.caseFileId, [toldChange(file)]])),
    );
    return true;
  });
}

async function begin(tx: Transaction, run: RunSql, lineId: string, at: Date, path: OrganizationPath): Promise<void> {
  await run('update dibao_line set begun_at = $2::timestamptz where id = $1::uuid', lineId, at.toISOString());
  const [counted] = await run<{ files: number }>(
    'select count(*)::int as files from hardship_reclass where dibao_line_id = $1::uuid',
    lineId,
  );
  await recordAudit(tx, { actor: systemActor(path), requestId: `dibao-line-${lineId}` }, [
    {
      action: 'dibao-line.begin',
      recordType: 'DibaoLine',
      recordId: lineId,
      after: { changedFiles: counted?.files ?? 0 },
    },
  ]);
}

/** Changes of files in these statuses are announced and raise the file's version. */
const liveStatuses: readonly string[] = ['POSTED', 'ACTIVE', 'SUSPENDED'];

function toldChange({ oldClass, newClass }: JudgedFile) {
  return { fact: '困难类别', before: hardshipClassInWords(oldClass).zh, after: hardshipClassInWords(newClass).zh };
}

/** Open files under a line whose class differs from the one by that line. */
const under = `
  from case_file c join household h on h.id = c.household_id
  join (select p.path, f.monthly_per_capita_fen as fen, f.margin_factor as margin
    from (select distinct organization_path as path from household) p
    cross join lateral dibao_line_in_force(p.path, $2::date) f where f.id = $1::uuid) l on l.path = h.organization_path
  where c.status <> all(array['EXITED', 'REJECTED', 'REVOKED'])
    and h.hardship_class is distinct from hardship_class_of(h.per_capita_income_fen, h.causes, l.fen, l.margin)`;

const differingStatement = `select c.id::text as id ${under} order by c.id limit $3::int for no key update of c`;

/** Runs with the files locked, so that it sees changes committed since they were selected. */
const judgeStatement = `
  with due as materialized (
    select c.id, c.organization_path, c.status, h.id as household_id, h.hardship_class as old_class,
      hardship_class_of(h.per_capita_income_fen, h.causes, l.fen, l.margin) as new_class
    ${under} and c.id = any($3::uuid[])
  ), changed as (
    update household h set hardship_class = d.new_class from due d where h.id = d.household_id
  ), raised as (
    update case_file c set version = c.version + 1, updated_at = $4::timestamptz from due d
    where c.id = d.id and d.status = any($5::text[])
  ), noted as (
    insert into hardship_reclass (organization_path, dibao_line_id, household_id, case_file_id, case_file_status,
      old_class, new_class, judged_at)
    select organization_path, $1::uuid, household_id, id, status, old_class, new_class, $4::timestamptz from due
    on conflict (dibao_line_id, household_id) do nothing
  )
  select id::text as "caseFileId", status, old_class as "oldClass", new_class as "newClass" from due order by id`;

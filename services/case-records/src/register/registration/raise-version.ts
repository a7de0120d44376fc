import type { RunSql } from '@nuangong/database';
import { ok, refuse, type Result } from '@nuangong/primitives';
import { changedMeanwhile } from '@nuangong/subgraph';
import {
  caseFileEnded,
  caseFileInReview,
  howFactsChange,
  type CaseFileStatus,
  type HowToChange,
} from '../case-file/case-file.ts';

/** A household's file, locked for a change of the household. */
export interface FileToChange {
  readonly id: string;
  readonly householdId: string;
  readonly organizationPath: string;
  readonly version: number;
  readonly status: CaseFileStatus;
  readonly how: Extract<HowToChange, 'FREELY' | 'BY_TWO'>;
}

/**
 * Locks a household's file for a change made from a given version, or from any if none is given. Refuses with
 * CHANGED_MEANWHILE, CASE_FILE_IN_REVIEW or CASE_FILE_ENDED.
 */
export async function lockFileToChange(
  run: RunSql,
  householdId: string,
  from: number | null,
): Promise<Result<FileToChange>> {
  const [file] = await run<Omit<FileToChange, 'how'>>(
    `select id::text as id, household_id::text as "householdId", organization_path as "organizationPath", version, status
     from case_file where household_id = $1::uuid and version = coalesce($2::int, version) for no key update`,
    householdId,
    from,
  );
  if (file === undefined) return refuse(changedMeanwhile());
  const how = howFactsChange(file.status);
  if (how === 'AFTER_RETURN') return refuse(caseFileInReview());
  if (how === 'AFTER_REOPENING') return refuse(caseFileEnded(file.status));
  return ok({ ...file, how });
}

/** Locks a household's file and raises its version for a change. Refuses as `lockFileToChange` does. */
export async function raiseVersion(
  run: RunSql,
  householdId: string,
  from: number,
  at: Date,
): Promise<Result<FileToChange>> {
  const file = await lockFileToChange(run, householdId, from);
  if (!file.ok) return file;
  await run(
    'update case_file set version = version + 1, updated_at = $2::timestamptz where id = $1::uuid',
    file.value.id,
    at.toISOString(),
  );
  return ok({ ...file.value, version: file.value.version + 1 });
}

import { prismaSql, recordAudit, type RunSql } from '@nuangong/database';
import { newEventId } from '@nuangong/events';
import { localDateAt, ok, type Problem, type Result } from '@nuangong/primitives';
import { changedMeanwhile, notFound, runCommand } from '@nuangong/subgraph';
import type { CaseRecordsContext, Transaction } from '../../builder.ts';
import { peopleInAnotherHousehold, registeredElsewhere } from '../household/one-household.ts';
import { lifeCycle } from './case-file.ts';
import { caseFileConstraints, readChoice } from './decide-case-files.ts';
import type { RowResult } from './row-results.ts';
import { obstacleToUndo, type StepToUndo } from './undo.ts';

export interface UndoCaseFileStepsInput {
  readonly ids: readonly string[];
}

interface LockedFile extends StepToUndo {
  readonly fileId: string;
  readonly organizationPath: string;
  readonly changedAt: Date;
  readonly peopleElsewhere: boolean;
}

const constraints: Readonly<Record<string, () => Problem>> = {
  ...caseFileConstraints,
  person_in_one_living_household: () => registeredElsewhere('ids'),
  case_file_undone_by_its_author: changedMeanwhile,
  case_file_undo_answers_its_step: changedMeanwhile,
};

/**
 * Undoes the last steps of files (撤销): what the actor passed, returned or rejected today waits for review again. The
 * step stays, and a counter-step names it. Each file has its own result, in a fixed number of statements.
 */
export async function undoCaseFileSteps(
  context: CaseRecordsContext,
  input: UndoCaseFileStepsInput,
): Promise<Result<readonly RowResult[]>> {
  const { actor, parts } = context;
  const at = parts.clock();
  const { action } = lifeCycle.UNDO;
  return runCommand(context, { action, constraints }, async (tx: Transaction) => {
    const choice = readChoice(input);
    if (!choice.ok) return choice;
    const ids = choice.value.kind === 'THESE' ? [...new Set(choice.value.ids)] : [];
    const run = prismaSql(tx);
    const files = new Map((await lockFiles(run, ids)).map((file) => [file.fileId, file]));
    const rows = ids.map((id) => resultOf(id, files.get(id), actor.staffId, at));
    const undone = rows.flatMap(({ id, ok: may }) => (may ? [files.get(id)] : [])).filter((file) => file !== undefined);
    await keepUndone(run, undone, context, at);
    await recordAudit(
      tx,
      context,
      undone.map(({ fileId, to, id }) => ({
        action: 'case-file.undo' as const,
        recordType: 'CaseFile',
        recordId: fileId,
        before: { status: to, stepId: id },
        after: { status: lifeCycle.UNDO.to },
      })),
    );
    return ok(rows);
  });
}

function resultOf(id: string, file: LockedFile | undefined, staffId: string, at: Date): RowResult {
  if (file === undefined) return { id, ok: false, problems: [notFound({ zh: '档案', en: 'case file' })] };
  const obstacle =
    obstacleToUndo(file, { last: file, changedAt: file.changedAt }, staffId, localDateAt(at)) ??
    (file.peopleElsewhere ? peopleInAnotherHousehold() : undefined);
  return { id, ok: obstacle === undefined, problems: obstacle === undefined ? [] : [obstacle] };
}

/** Locks files and reads the last step of each; a concurrent command on one of them waits, or is seen. */
async function lockFiles(run: RunSql, ids: readonly string[]): Promise<readonly LockedFile[]> {
  await run('select id from case_file where id = any($1::uuid[]) order by id for no key update', ids);
  return run<LockedFile>(
    `select c.id::text as "fileId", c.organization_path as "organizationPath", c.updated_at as "changedAt",
       s.id::text as id, s.staff_id::text as "staffId", s.staff_name as by, to_json(s.at) #>> '{}' as at,
       s.from_status as "from", s.to_status as "to", s.undoes is not null as "isUndo",
       c.household_id in (select household_id from households_that_cannot_return(array(
         select h.id from case_file f join household h on h.id = f.household_id
         where f.id = any($1::uuid[]) and not h.live))) as "peopleElsewhere"
     from case_file c cross join lateral (select * from case_file_step l where l.case_file_id = c.id
       order by l.at desc, l.id desc limit 1) s
     where c.id = any($1::uuid[])`,
    ids,
  );
}

/** Brings files back to the queue of review, and stores the counter-step of each. */
async function keepUndone(
  run: RunSql,
  files: readonly LockedFile[],
  { actor }: Pick<CaseRecordsContext, 'actor'>,
  at: Date,
): Promise<void> {
  if (files.length === 0) return;
  await run(
    `update case_file set status = 'SUBMITTED', version = version + 1, updated_at = $2::timestamptz
     where id = any($1::uuid[])`,
    files.map(({ fileId }) => fileId),
    at.toISOString(),
  );
  await run(
    `insert into case_file_step (id, case_file_id, organization_path, from_status, to_status, at, staff_id, staff_name,
       undoes)
     select u.step_id, s.case_file_id, s.organization_path, s.to_status, s.from_status, $3::timestamptz, $4::uuid, $5, s.id
     from unnest($1::uuid[], $2::uuid[]) as u(step_id, undone) join case_file_step s on s.id = u.undone`,
    files.map(() => newEventId()),
    files.map(({ id }) => id),
    at.toISOString(),
    actor.staffId,
    actor.name,
  );
}

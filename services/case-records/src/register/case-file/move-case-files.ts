import type { Actor } from '@nuangong/access';
import type { RunSql } from '@nuangong/database';
import { newEventId } from '@nuangong/events';
import { localDateAt } from '@nuangong/primitives';
import type { Keyring } from '@nuangong/sealing';
import { endEmptiedPostings } from './end-emptied-postings.ts';
import { sealWords, wordsPlace } from '../written-words/sealed-words.ts';
import { lifeCycle, obstacleTo, type CaseFileCommand, type Obstacle } from './case-file.ts';
import { readStepFacts, type FileToMove } from './read-step-facts.ts';

/** The files to move: these, those of a posting (or some of them), or all that the command takes in bulk. */
export type CaseFileChoice =
  | { readonly kind: 'THESE'; readonly ids: readonly string[] }
  | { readonly kind: 'POSTING'; readonly postingId: string; readonly ids?: readonly string[] }
  | { readonly kind: 'ALL' };

export interface CaseFileMove {
  readonly command: CaseFileCommand;
  readonly choice: CaseFileChoice;
  readonly actor: Actor;
  readonly at: Date;
  /** Text written by a person, kept sealed with each step. */
  readonly opinion?: string | null | undefined;
  /** The program's own text, if nobody wrote any. */
  readonly note?: string;
  /** For POST: the posting that the files are added to. */
  readonly postingId?: string;
  readonly exit?: { readonly on: string; readonly reason: string; readonly dateReason: string | null };
}

/** A file before its step, with the obstacle if the step was refused; `version` is already raised if it was taken. */
export interface MovedCaseFile extends FileToMove {
  readonly problem: Obstacle | null;
}

/**
 * Takes case files one step further, each decided on its own: files that may move do so, the others return their
 * obstacle. Five set-based statements, however many files, and up to three where files leave their posting. The first
 * locks the files, so that the others see changes committed while it waited.
 */
export async function moveCaseFiles(
  run: RunSql,
  keyring: Keyring,
  move: CaseFileMove,
): Promise<readonly MovedCaseFile[]> {
  const files = (await readStepFacts(run, move)).map((file): MovedCaseFile => {
    const obstacle = obstacleTo(move.command, file);
    return { ...file, problem: obstacle ?? null, version: obstacle === undefined ? file.version + 1 : file.version };
  });
  const moving = files.filter(({ problem }) => problem === null);
  if (moving.length > 0) {
    await run(
      moveStatement,
      moving.map(({ id }) => id),
      lifeCycle[move.command].to,
      move.at.toISOString(),
      move.actor.staffId,
      move.command,
      move.postingId ?? null,
      localDateAt(move.at),
      move.exit?.on ?? null,
      move.exit?.reason ?? null,
    );
    await keepSteps(run, keyring, move, moving);
    await endEmptiedPostings(run, postingsLeftBy(moving), move.at);
  }
  return files;
}

function postingsLeftBy(moving: readonly MovedCaseFile[]): readonly string[] {
  const left = moving.filter(({ status }) => status === 'POSTED').map(({ postingId }) => postingId);
  return [...new Set(left)].filter((id) => id !== null);
}

const moveStatement = `
  update case_file c set status = $2::text, version = c.version + 1, updated_at = $3::timestamptz,
    submitted_by = case when $5::text = 'SUBMIT' then $4::uuid else c.submitted_by end,
    reviewed_by = case when $5::text in ('PASS', 'REVIEW_ANEW') then $4::uuid else c.reviewed_by end,
    posting_id = coalesce($6::uuid, c.posting_id),
    activated_by = case when $5::text = 'ACTIVATE' then $4::uuid else c.activated_by end,
    activated_on = case when $5::text = 'ACTIVATE' then $7::date else c.activated_on end,
    exited_on = case when $5::text = 'REOPEN' then null else coalesce($8::date, c.exited_on) end,
    exit_reason = case when $5::text = 'REOPEN' then null else coalesce($9::text, c.exit_reason) end
  where c.id = any($1::uuid[])`;

/** Stores the step of each file that moved; what a person wrote is sealed for each. */
async function keepSteps(
  run: RunSql,
  keyring: Keyring,
  move: CaseFileMove,
  files: readonly MovedCaseFile[],
): Promise<void> {
  const steps = files.map(({ id: caseFileId, organizationPath, status }) => {
    const row = { id: newEventId(), organizationPath };
    return {
      id: row.id,
      case_file_id: caseFileId,
      organization_path: organizationPath,
      from_status: status,
      opinion: sealWords(keyring, move.opinion, wordsPlace('case_file_step', 'opinion', row)) ?? move.note ?? null,
      date_reason: sealWords(keyring, move.exit?.dateReason, wordsPlace('case_file_step', 'date_reason', row)),
    };
  });
  await run(
    stepStatement,
    JSON.stringify(steps),
    lifeCycle[move.command].to,
    move.at.toISOString(),
    move.actor.staffId,
    move.actor.name,
    move.exit?.on ?? null,
  );
}

const stepStatement = `
  insert into case_file_step (id, case_file_id, organization_path, from_status, to_status, at, staff_id, staff_name,
    opinion, happened_on, date_reason)
  select s.id, s.case_file_id, s.organization_path, s.from_status, $2::text, $3::timestamptz, $4::uuid, $5::text, s.opinion,
    $6::date, s.date_reason
  from jsonb_to_recordset($1::jsonb) as s(id uuid, case_file_id uuid, organization_path text, from_status text, opinion text,
    date_reason text)`;

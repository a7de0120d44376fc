import type { Actor } from '@nuangong/access';
import type { RunSql } from '@nuangong/database';
import type { HardshipCause, HardshipClass } from '@nuangong/events';
import { localDateAt, problem, type Problem } from '@nuangong/primitives';
import { notFound } from '@nuangong/subgraph';
import {
  hardshipClassMissing,
  lifeCycle,
  ownWork,
  stepImpossible,
  type CaseFileCommand,
  type CaseFileStatus,
} from './case-file.ts';

/** Which files: these, those of a posting, or all that the command takes in bulk. */
export type CaseFileChoice =
  | { readonly kind: 'THESE'; readonly ids: readonly string[] }
  | { readonly kind: 'POSTING'; readonly postingId: string }
  | { readonly kind: 'ALL' };

export interface CaseFileMove {
  readonly command: CaseFileCommand;
  readonly choice: CaseFileChoice;
  readonly actor: Actor;
  readonly at: Date;
  readonly opinion?: string | null | undefined;
  /** The posting that the files go into, for POST. */
  readonly postingId?: string;
  readonly exit?: { readonly on: string; readonly reason: string; readonly dateReason: string | null };
}

/** What came of one file. */
export interface RowResult {
  readonly id: string;
  readonly ok: boolean;
  readonly problems: readonly Problem[];
}

/** A file as it stands after the move, with what events tell of it. */
export interface MovedCaseFile {
  readonly id: string;
  readonly status: CaseFileStatus;
  readonly problem: 'STATUS' | 'OWN' | 'CLASS' | 'OBJECTION_OPEN' | 'OBJECTION_UPHELD' | null;
  readonly version: number;
  readonly householdId: string;
  readonly organizationPath: string;
  readonly organizationId: string;
  readonly organizationName: string;
  readonly hardshipClass: HardshipClass | null;
  readonly causes: HardshipCause[];
  readonly members: number;
  readonly workers: number;
  readonly migrantWorker: boolean;
  readonly newGeneration: boolean;
  readonly modelWorker: boolean;
}

/**
 * Takes case files one step on, each judged for itself: the lawful ones move, the others keep their reason. One
 * set-based statement that locks, judges, moves and writes the steps, however many files.
 */
export async function moveCaseFiles(run: RunSql, move: CaseFileMove): Promise<readonly MovedCaseFile[]> {
  const rule = lifeCycle[move.command];
  const { choice } = move;
  return run<MovedCaseFile>(
    moveStatement,
    choice.kind === 'THESE' ? [...choice.ids] : null,
    choice.kind === 'POSTING' ? choice.postingId : null,
    rule.fromInBulk,
    rule.from,
    rule.to,
    rule.checks,
    rule.needsHardshipClass,
    move.actor.staffId,
    move.actor.name,
    move.at.toISOString(),
    move.opinion ?? null,
    move.postingId ?? null,
    move.command,
    localDateAt(move.at),
    move.exit?.on ?? null,
    move.exit?.reason ?? null,
    move.exit?.dateReason ?? null,
  );
}

/** The results to show, in the order asked for; ids that nobody within the scope has are NOT_FOUND. */
export function rowResults(
  command: CaseFileCommand,
  choice: CaseFileChoice,
  moved: readonly MovedCaseFile[],
): readonly RowResult[] {
  const results = new Map(moved.map((row) => [row.id, resultOf(command, row)]));
  if (choice.kind !== 'THESE') return [...results.values()];
  const missing = (id: string): RowResult => ({ id, ok: false, problems: [notFound({ zh: '档案', en: 'case file' })] });
  return [...new Set(choice.ids)].map((id) => results.get(id) ?? missing(id));
}

function resultOf(command: CaseFileCommand, row: MovedCaseFile): RowResult {
  const refusal = problemOf(command, row);
  return { id: row.id, ok: refusal === undefined, problems: refusal === undefined ? [] : [refusal] };
}

function problemOf(command: CaseFileCommand, row: MovedCaseFile): Problem | undefined {
  switch (row.problem) {
    case null:
      return undefined;
    case 'STATUS':
      return stepImpossible(row.status, command);
    case 'OWN':
      return ownWork();
    case 'CLASS':
      return hardshipClassMissing();
    case 'OBJECTION_OPEN':
      return problem('OBJECTION_OPEN', {
        zh: '有异议尚未答复，调查答复后再建档',
        en: 'An objection is not answered yet. Investigate and answer it first.',
      });
    case 'OBJECTION_UPHELD':
      return problem('OBJECTION_UPHELD', {
        zh: '异议成立，退回或不予通过该户后再办理其他各户',
        en: 'An objection was upheld. Return or reject this household.',
      });
  }
}

const moveStatement = `
  with target as materialized (
    select c.id, c.status, c.submitted_by, c.version, c.household_id, c.organization_path, c.posting_id
    from case_file c
    where case when $1::uuid[] is not null then c.id = any($1::uuid[])
      when $2::uuid is not null then c.posting_id = $2::uuid and c.status = any($3::text[])
      else c.status = any($3::text[]) end
    order by c.id for no key update of c
  ), judged as materialized (
    select t.*, h.organization_id, h.organization_name, h.hardship_class, h.causes, h.declared_size, h.migrant_worker,
      h.new_generation, h.model_worker_honour,
      case when t.status <> all($4::text[]) then 'STATUS'
        when $6::boolean and t.submitted_by = $8::uuid then 'OWN'
        when $7::boolean and h.hardship_class is null then 'CLASS'
        when $13::text = 'ACTIVATE' and exists (select from objection o where o.case_file_id = t.id
          and o.answered_at is null) then 'OBJECTION_OPEN'
        when $13::text = 'ACTIVATE' and exists (select from objection o where o.case_file_id = t.id
          and o.posting_id = t.posting_id and o.upheld) then 'OBJECTION_UPHELD'
      end as problem
    from target t join household h on h.id = t.household_id
  ), moved as (
    update case_file c set status = $5::text, version = c.version + 1, updated_at = $10::timestamptz,
      submitted_by = case when $13::text = 'SUBMIT' then $8::uuid else c.submitted_by end,
      reviewed_by = case when $13::text = 'PASS' then $8::uuid else c.reviewed_by end,
      posting_id = coalesce($12::uuid, c.posting_id),
      activated_by = case when $13::text = 'ACTIVATE' then $8::uuid else c.activated_by end,
      activated_on = case when $13::text = 'ACTIVATE' then $14::date else c.activated_on end,
      exited_on = coalesce($15::date, c.exited_on), exit_reason = coalesce($16::text, c.exit_reason)
    from judged j where c.id = j.id and j.problem is null
    returning c.id
  ), left_register as (
    update household h set live = false from judged j
    where $13::text = 'EXIT' and h.id = j.household_id and j.problem is null
  ), stepped as (
    insert into case_file_step (case_file_id, organization_path, from_status, to_status, at, staff_id, staff_name,
      opinion, happened_on, date_reason)
    select j.id, j.organization_path, j.status, $5::text, $10::timestamptz, $8::uuid, $9::text, $11::text,
      $15::date, $17::text
    from judged j where j.problem is null
  )
  select j.id, j.status, j.problem, j.version + (j.problem is null)::int as version, j.household_id as "householdId",
    j.organization_path as "organizationPath", j.organization_id as "organizationId",
    j.organization_name as "organizationName", j.hardship_class as "hardshipClass", j.causes,
    greatest(j.declared_size, coalesce(m.members, 0))::int as members,
    greatest(coalesce(m.workers, 0), 1)::int as workers,
    j.migrant_worker as "migrantWorker", j.new_generation as "newGeneration",
    j.model_worker_honour <> 'NONE' as "modelWorker"
  from judged j
  left join (select household_id, count(*) as members,
      count(*) filter (where position = 0 or monthly_income_fen > 0) as workers
    from household_member where household_id in (select household_id from judged) group by household_id) m
    on m.household_id = j.household_id
  order by j.id`;

import type { RunSql } from '@nuangong/database';
import type { HardshipCause, HardshipClass } from '@nuangong/events';
import { localDateAt, type Hand } from '@nuangong/primitives';
import { comesAlive, lifeCycle, type StepFacts } from './case-file.ts';
import type { CaseFileMove } from './move-case-files.ts';

/** A file with what its step is decided on, and what events report about it. */
export interface FileToMove extends StepFacts {
  readonly id: string;
  readonly version: number;
  readonly householdId: string;
  /** The posting it was last added to. */
  readonly postingId: string | null;
  readonly organizationPath: string;
  readonly organizationId: string;
  readonly organizationName: string;
  readonly hardshipClass: HardshipClass | null;
  readonly causes: HardshipCause[];
  readonly perCapitaIncomeFen: string;
  /** The line by which the household has no class, where the step needs one. */
  readonly line: {
    readonly from: string;
    readonly fen: string;
    readonly marginHundredths: string;
    readonly organizationName: string;
  } | null;
  /** Who brought it to a status that the step does not follow; null if the step may be taken. */
  readonly lastHand: Hand | null;
  readonly members: number;
  readonly workers: number;
  readonly migrantWorkers: number;
  readonly newGeneration: boolean;
  readonly modelWorker: boolean;
}

/**
 * Locks the files of a move, reassesses hardship by the line in force on the day if the step depends on it, and reads
 * the result. Three statements, however many files.
 */
export async function readStepFacts(run: RunSql, move: CaseFileMove): Promise<readonly FileToMove[]> {
  const rule = lifeCycle[move.command];
  const { choice } = move;
  const chosen = [
    choice.kind === 'ALL' || choice.ids === undefined ? null : [...choice.ids],
    choice.kind === 'POSTING' ? choice.postingId : null,
    rule.fromInBulk,
  ] as const;
  const today = localDateAt(move.at);
  await run(lockStatement, ...chosen);
  if (rule.needsHardshipClass) await run(judgeStatement, ...chosen, rule.from, today);
  return run<FileToMove>(
    readStatement,
    ...chosen,
    move.actor.staffId,
    today,
    rule.needsHardshipClass,
    comesAlive.includes(move.command),
    move.command === 'ACTIVATE',
    rule.from,
  );
}

/**
 * The chosen files: $1 by id, $2 those of a posting; without ids, and always for a posting, only with a status in $3.
 */
const chosenFiles = `($1::uuid[] is null or c.id = any($1::uuid[])) and ($2::uuid is null or c.posting_id = $2::uuid)
      and (($1::uuid[] is not null and $2::uuid is null) or c.status = any($3::text[]))`;

const lockStatement = `
  select count(*)::int as files from (
    select c.id from case_file c where ${chosenFiles} order by c.id for no key update of c) as locked`;

const judgeStatement = `
  with target as materialized (
    select c.household_id from case_file c where ${chosenFiles} and c.status = any($4::text[])
  ), given as materialized (
    select h.id, h.organization_path, h.per_capita_income_fen, h.causes
    from target t join household h on h.id = t.household_id
  ), line as materialized (
    select p.path, l.monthly_per_capita_fen, l.margin_factor
    from (select distinct organization_path as path from given) p
    left join lateral dibao_line_in_force(p.path, $5::date) l on true
  ), judged as materialized (
    select g.id, hardship_class_of(g.per_capita_income_fen, g.causes, l.monthly_per_capita_fen, l.margin_factor) as class
    from given g join line l on l.path = g.organization_path
  )
  update household h set hardship_class = j.class from judged j
  where h.id = j.id and h.hardship_class is distinct from j.class`;

const readStatement = `
  with target as materialized (
    select c.id, c.status, c.version, c.household_id, c.organization_path, c.posting_id
    from case_file c where ${chosenFiles}
  ), elsewhere as materialized (
    select household_id from households_that_cannot_return(array(
      select t.household_id from target t join household h on h.id = t.household_id where $7::boolean and not h.live))
  )
  select t.id, t.status, t.version, t.household_id as "householdId", t.posting_id::text as "postingId",
    t.organization_path as "organizationPath",
    h.organization_id as "organizationId", h.organization_name as "organizationName", h.hardship_class as "hardshipClass",
    h.hardship_class is not null as "hasHardshipClass", h.causes, h.per_capita_income_fen::text as "perCapitaIncomeFen",
    array_remove(array[
      case when exists (select from household_hand m
        where m.household_id = t.household_id and m.staff_id = $4::uuid and m.kind = 'MADE') then 'MADE' end,
      case when exists (select from case_file_step s where s.case_file_id = t.id
        and s.staff_id = $4::uuid and s.to_status in ('COUNTY_REVIEW', 'POSTED')) then 'REVIEWED' end,
      case when $4::uuid = (select s.staff_id from case_file_step s
        where s.case_file_id = t.id and s.to_status = 'SUSPENDED' order by s.at desc, s.id desc limit 1)
        then 'SUSPENDED' end], null) as hands,
    t.household_id in (select household_id from elsewhere) as "peopleElsewhere",
    case when not $8::boolean then null
      when exists (select from objection o where o.case_file_id = t.id and o.answered_at is null) then 'OPEN'
      when upheld_objection_stands(t.id) then 'UPHELD' end as objection,
    $8::boolean and exists (select from file_proposal p where p.case_file_id = t.id and p.decision is null)
      as "proposalOpen",
    case when l.id is not null then json_build_object('from', l.valid_from, 'fen', l.monthly_per_capita_fen::text,
      'marginHundredths', trunc(l.margin_factor * 100)::bigint::text, 'organizationName', l.organization_name)
    end as line,
    case when t.status <> all($9::text[]) then (select json_build_object('by', s.staff_name, 'at', s.at)
      from case_file_step s where s.case_file_id = t.id order by s.at desc, s.id desc limit 1) end as "lastHand",
    w.members, w.workers, w.migrant_workers as "migrantWorkers", w.new_generation as "newGeneration",
    h.model_worker_honour <> 'NONE' as "modelWorker"
  from target t
  join household h on h.id = t.household_id
  cross join lateral household_workers(t.household_id) w
  left join lateral (select f.* from dibao_line_in_force(t.organization_path, $5::date) f
    where $6::boolean and h.hardship_class is null) l on true
  order by t.id`;

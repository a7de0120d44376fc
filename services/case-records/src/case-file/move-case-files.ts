import type { Actor } from '@nuangong/access';
import type { RunSql } from '@nuangong/database';
import { newEventId, type HardshipCause, type HardshipClass } from '@nuangong/events';
import { fen, localDate, localDateAt, problem, type Problem } from '@nuangong/primitives';
import type { Keyring } from '@nuangong/sealing';
import { notFound } from '@nuangong/subgraph';
import { peopleInAnotherHousehold } from '../household/one-household.ts';
import { sealWords, wordsPlace } from '../household/written-words.ts';
import { explainHardship, type DibaoLineInForce } from '../household/hardship.ts';
import {
  lifeCycle,
  ownHandling,
  stepImpossible,
  type CaseFileCommand,
  type CaseFileStatus,
  type Handling,
} from './case-file.ts';

/** Which files: these, those of a posting (of some ids), or all that the command takes in bulk. */
export type CaseFileChoice =
  | { readonly kind: 'THESE'; readonly ids: readonly string[] }
  | { readonly kind: 'POSTING'; readonly postingId: string; readonly ids?: readonly string[] }
  | { readonly kind: 'ALL' };

export interface CaseFileMove {
  readonly command: CaseFileCommand;
  readonly choice: CaseFileChoice;
  readonly actor: Actor;
  readonly at: Date;
  /** What somebody wrote, kept sealed with each step. */
  readonly opinion?: string | null | undefined;
  /** The program’s own words, where nobody wrote any. */
  readonly note?: string;
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
  readonly problem:
    | Handling
    | 'STATUS'
    | 'CLASS'
    | 'PEOPLE'
    | 'OBJECTION_OPEN'
    | 'OBJECTION_UPHELD'
    | 'PROPOSAL_OPEN'
    | null;
  readonly version: number;
  readonly householdId: string;
  readonly organizationPath: string;
  readonly organizationId: string;
  readonly organizationName: string;
  readonly hardshipClass: HardshipClass | null;
  readonly causes: HardshipCause[];
  readonly monthlyIncomeFen: string;
  /** The line that left the household without a class, where that is the problem. */
  readonly line: {
    readonly from: string;
    readonly fen: string;
    readonly marginHundredths: string;
    readonly organizationName: string;
  } | null;
  readonly members: number;
  readonly workers: number;
  readonly migrantWorkers: number;
  readonly newGeneration: boolean;
  readonly modelWorker: boolean;
}

/**
 * Takes case files one step on, each judged for itself: the lawful ones move, the others keep their reason. Where the
 * step rests on hardship, its class is first judged by the line in force on the day. Four set-based statements, however
 * many files: the first locks them, so that the others see what was changed while it waited.
 */
export async function moveCaseFiles(
  run: RunSql,
  keyring: Keyring,
  move: CaseFileMove,
): Promise<readonly MovedCaseFile[]> {
  const rule = lifeCycle[move.command];
  const { choice } = move;
  const chosen = [
    choice.kind === 'ALL' || choice.ids === undefined ? null : [...choice.ids],
    choice.kind === 'POSTING' ? choice.postingId : null,
    rule.fromInBulk,
    rule.from,
  ] as const;
  const today = localDateAt(move.at);
  await run(lockStatement, chosen[0], chosen[1], chosen[2]);
  if (rule.needsHardshipClass) await run(judgeStatement, ...chosen, today);
  const moved = await run<MovedCaseFile>(
    moveStatement,
    ...chosen,
    rule.to,
    rule.barred,
    rule.needsHardshipClass,
    move.actor.staffId,
    move.at.toISOString(),
    move.postingId ?? null,
    move.command,
    today,
    move.exit?.on ?? null,
    move.exit?.reason ?? null,
  );
  await keepSteps(
    run,
    keyring,
    move,
    moved.filter(({ problem: refused }) => refused === null),
  );
  return moved;
}

/** Keeps the step of each file that moved; what somebody wrote is sealed for each. */
async function keepSteps(
  run: RunSql,
  keyring: Keyring,
  move: CaseFileMove,
  files: readonly MovedCaseFile[],
): Promise<void> {
  if (files.length === 0) return;
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
    case 'MADE':
    case 'REVIEWED':
    case 'SUSPENDED':
      return ownHandling(row.problem);
    case 'CLASS':
      return problem(
        'HARDSHIP_CLASS_MISSING',
        explainHardship({ monthlyIncome: fen(BigInt(row.monthlyIncomeFen)), causes: row.causes }, lineOf(row)),
      );
    case 'PEOPLE':
      return peopleInAnotherHousehold();
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
    case 'PROPOSAL_OPEN':
      return problem('PROPOSAL_OPEN', {
        zh: '有变更待确认，确认或不予确认后再建档',
        en: 'A change awaits confirmation. Confirm or refuse it first.',
      });
  }
}

function lineOf({ line }: MovedCaseFile): DibaoLineInForce | undefined {
  if (line === null) return undefined;
  return {
    from: localDate(line.from),
    monthlyPerCapita: fen(BigInt(line.fen)),
    marginHundredths: BigInt(line.marginHundredths),
    organizationName: line.organizationName,
  };
}

/** The files chosen: $1 by id, $2 those of a posting; else, and of a posting too, those that stand as $3 says. */
const chosenFiles = `($1::uuid[] is null or c.id = any($1::uuid[])) and ($2::uuid is null or c.posting_id = $2::uuid)
      and (($1::uuid[] is not null and $2::uuid is null) or c.status = any($3::text[]))`;

const lockStatement = `
  select count(*)::int as files from (
    select c.id from case_file c where ${chosenFiles} order by c.id for no key update of c) as locked`;

const judgeStatement = `
  with target as materialized (
    select c.household_id from case_file c where ${chosenFiles} and c.status = any($4::text[])
  ), given as materialized (
    select h.id, h.organization_path, h.monthly_income_fen, h.causes
    from target t join household h on h.id = t.household_id
  ), line as materialized (
    select p.path, l.monthly_per_capita_fen, l.margin_factor
    from (select distinct organization_path as path from given) p
    left join lateral dibao_line_in_force(p.path, $5::date) l on true
  ), judged as materialized (
    select g.id, hardship_class_of(g.monthly_income_fen, g.causes, l.monthly_per_capita_fen, l.margin_factor) as class
    from given g join line l on l.path = g.organization_path
  )
  update household h set hardship_class = j.class from judged j
  where h.id = j.id and h.hardship_class is distinct from j.class`;

const moveStatement = `
  with target as materialized (
    select c.id, c.status, c.version, c.household_id, c.organization_path, c.posting_id
    from case_file c where ${chosenFiles}
  ), judged as materialized (
    select t.*, h.organization_id, h.organization_name, h.hardship_class, h.causes, h.monthly_income_fen,
      h.model_worker_honour,
      case when t.status <> all($4::text[]) then 'STATUS'
        when 'MADE' = any($6::text[]) and exists (select from household_hand m
          where m.household_id = h.id and m.staff_id = $8::uuid and m.kind = 'MADE') then 'MADE'
        when 'REVIEWED' = any($6::text[]) and exists (select from case_file_step s where s.case_file_id = t.id
          and s.staff_id = $8::uuid and s.to_status in ('COUNTY_REVIEW', 'POSTED')) then 'REVIEWED'
        when 'SUSPENDED' = any($6::text[]) and $8::uuid = (select s.staff_id from case_file_step s
          where s.case_file_id = t.id and s.to_status = 'SUSPENDED' order by s.at desc, s.id desc limit 1)
          then 'SUSPENDED'
        when $7::boolean and h.hardship_class is null then 'CLASS'
        when $11::text in ('SUBMIT', 'REOPEN') and not h.live and h.id in (
          select household_id from households_that_cannot_return(array(select household_id from target))) then 'PEOPLE'
        when $11::text = 'ACTIVATE' and exists (select from objection o where o.case_file_id = t.id
          and o.answered_at is null) then 'OBJECTION_OPEN'
        when $11::text = 'ACTIVATE' and exists (select from objection o where o.case_file_id = t.id
          and o.posting_id = t.posting_id and o.upheld) then 'OBJECTION_UPHELD'
        when $11::text = 'ACTIVATE' and exists (select from file_proposal p where p.case_file_id = t.id
          and p.decision is null) then 'PROPOSAL_OPEN'
      end as problem
    from target t join household h on h.id = t.household_id
  ), moved as (
    update case_file c set status = $5::text, version = c.version + 1, updated_at = $9::timestamptz,
      submitted_by = case when $11::text = 'SUBMIT' then $8::uuid else c.submitted_by end,
      reviewed_by = case when $11::text in ('PASS', 'REVIEW_ANEW') then $8::uuid else c.reviewed_by end,
      posting_id = coalesce($10::uuid, c.posting_id),
      activated_by = case when $11::text = 'ACTIVATE' then $8::uuid else c.activated_by end,
      activated_on = case when $11::text = 'ACTIVATE' then $12::date else c.activated_on end,
      exited_on = case when $11::text = 'REOPEN' then null else coalesce($13::date, c.exited_on) end,
      exit_reason = case when $11::text = 'REOPEN' then null else coalesce($14::text, c.exit_reason) end
    from judged j where c.id = j.id and j.problem is null
    returning c.id
  )
  select j.id, j.status, j.problem, j.version + (j.problem is null)::int as version, j.household_id as "householdId",
    j.organization_path as "organizationPath", j.organization_id as "organizationId",
    j.organization_name as "organizationName", j.hardship_class as "hardshipClass", j.causes,
    j.monthly_income_fen::text as "monthlyIncomeFen",
    case when l.id is not null then json_build_object('from', l.valid_from, 'fen', l.monthly_per_capita_fen::text,
      'marginHundredths', trunc(l.margin_factor * 100)::bigint::text, 'organizationName', l.organization_name)
    end as line,
    w.members, w.workers, w.migrant_workers as "migrantWorkers", w.new_generation as "newGeneration",
    j.model_worker_honour <> 'NONE' as "modelWorker"
  from judged j
  cross join lateral household_workers(j.household_id) w
  left join lateral (select f.* from dibao_line_in_force(j.organization_path, $12::date) f
    where j.problem = 'CLASS') l on true
  order by j.id`;

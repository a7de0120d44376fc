import type { Logger } from 'pino';
import { scopeOf, systemActor, type Actor } from '@nuangong/access';
import { databaseErrorOf, identityOf, prismaSql, setIdentity, type Database, type RunSql } from '@nuangong/database';
import { problem, type Problem } from '@nuangong/primitives';
import { internalFault, type RunningEvents } from '@nuangong/subgraph';
import type { TransactionClient } from '../transaction-client.ts';
import { joinedDatabase } from './joined-database.ts';
import {
  actorOf,
  longestStandstillMs,
  mostStrikes,
  rowsOfPiece,
  stoodStill,
  type JobInHand,
  type JobKinds,
  type Piece,
  type PieceRow,
} from './job.ts';
import { rightsThatEnded } from './rights-ended.ts';

/** What the job worker depends on. */
export interface JobWork<Tx, Parts> {
  readonly database: Database<Tx>;
  readonly kinds: JobKinds<Tx, Parts>;
  readonly parts: Parts;
  readonly events: RunningEvents<Tx>;
  readonly logger: Logger;
}

/** The result of a step: there is more to do, the job has ended, or another process is working on it. */
export type Step = 'MORE' | 'ENDED' | 'IN_HAND';

interface TakenJob extends JobInHand {
  readonly id: string;
  readonly kind: string;
  readonly actor: unknown;
  readonly requestId: string;
  readonly piece: number;
  readonly strikes: number;
  readonly startedAt: Date;
  readonly workedAt: Date;
}

interface TakenRow {
  readonly place: number;
  readonly id: string;
}

/**
 * Works one piece of a job in one transaction that locks the job's row: if the process dies, the job is unchanged, and
 * two processes do not repeat work. A piece that is refused or fails as a whole is halved, down to the row at fault;
 * that row keeps the reason, and the others continue.
 */
export async function stepJob<Tx extends TransactionClient, Parts>(
  work: JobWork<Tx, Parts>,
  { id, path }: { readonly id: string; readonly path: string },
  now = new Date(),
): Promise<Step> {
  return work.database.transaction(identityOf(systemActor(scopeOf(path))), async (tx) => {
    const run = prismaSql(tx);
    const [job] = await run<TakenJob>(takeStatement, id);
    if (job === undefined) return 'IN_HAND';
    if (now.getTime() - job.workedAt.getTime() > longestStandstillMs) return end(run, job, now, [stoodStill()]);
    const rows = await run<TakenRow>(rowsStatement, id, job.piece);
    if (rows.length === 0) return end(run, job, now);
    const ended = await rightsThatEnded(run, job, now);
    if (ended !== undefined) return end(run, job, now, [ended]);
    const actor = actorOf(job.actor);
    await setIdentity(tx, identityOf(actor));
    const outcome = await tryPiece({ ...work, database: joinedDatabase(work.database, tx) }, tx, job, actor, rows);
    if ('piece' in outcome) {
      return keepPiece(run, { ...job, most: rowsOfPiece(work.kinds[job.kind]) }, rows, outcome.piece, now);
    }
    if (rows.length > 1) {
      await run(
        'update job set piece = $2::int, worked_at = $3::timestamptz where id = $1::uuid',
        id,
        Math.floor(rows.length / 2),
        now.toISOString(),
      );
      return 'MORE';
    }
    return strike(run, job, rows, outcome.problems, now);
  });
}

/** Ends a job that cannot continue, with the reason. */
export async function failJob<Tx extends TransactionClient>(
  { database }: Pick<JobWork<Tx, unknown>, 'database'>,
  { id, path }: { readonly id: string; readonly path: string },
  reasons: readonly Problem[],
): Promise<void> {
  await database.transaction(identityOf(systemActor(scopeOf(path))), async (tx) => {
    const run = prismaSql(tx);
    const [job] = await run<TakenJob>(takeStatement, id);
    if (job !== undefined) await end(run, job, new Date(), reasons);
  });
}

type Outcome = { readonly piece: Piece } | { readonly problems: readonly Problem[] };

async function tryPiece<Tx extends TransactionClient, Parts>(
  { database, kinds, parts, events, logger }: JobWork<Tx, Parts>,
  tx: Tx,
  job: TakenJob,
  actor: Actor,
  rows: readonly TakenRow[],
): Promise<Outcome> {
  const kind = kinds[job.kind];
  if (kind === undefined) throw new Error(`no job of the kind ${job.kind} is known`);
  const context = { actor, requestId: job.requestId, language: 'zh', tx, database, events, parts } as const;
  try {
    const result = await kind.work(
      context,
      rows.map((row) => row.id),
      job,
    );
    return result.ok ? { piece: result.value } : { problems: result.problems };
  } catch (error) {
    // If the database itself is unreachable, no row is to blame.
    if (!isOfRows(error)) throw error;
    const { number, ...message } = internalFault();
    logger.error({ err: error, number, job: job.id, rows: rows.length }, 'a piece of a job failed');
    return { problems: [problem('INTERNAL_SERVER_ERROR', message)] };
  }
}

/**
 * Whether an error was caused by the request; otherwise the database is at fault: connection (08), resources (53),
 * operator (57), system (58): https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
export function isOfRows(error: unknown): boolean {
  const code = databaseErrorOf(error)?.code;
  return code === undefined || !/^(?:08|53|57|58)/.test(code);
}

async function keepPiece(
  run: RunSql,
  job: TakenJob & { readonly most: number },
  taken: readonly TakenRow[],
  { rows, state }: Piece,
  now: Date,
): Promise<Step> {
  const results = new Map(rows.map((row) => [row.id, row]));
  const settled = taken.map(({ place, id }) => ({ place, ...outcomeOf(results.get(id)) }));
  const refused = settled.filter(({ outcome }) => outcome === 'REFUSED').length;
  await keepRows(run, job.id, settled);
  return keepCounts(run, job, {
    done: taken.length - refused,
    refused,
    state: state === undefined ? null : JSON.stringify(state),
    piece: Math.min(job.most, job.piece * 2),
    strikes: 0,
    now,
  });
}

/** Updates the counts of a job's rows; when none is left, the job has ended and can no longer be cancelled. */
async function keepCounts(
  run: RunSql,
  job: TakenJob,
  kept: {
    readonly done: number;
    readonly refused: number;
    readonly state: string | null;
    readonly piece: number;
    readonly strikes: number;
    readonly now: Date;
  },
): Promise<Step> {
  const { done, refused, state, piece, strikes, now } = kept;
  const [counted] = await run<{ readonly status: string }>(
    keepJobStatement,
    job.id,
    done,
    refused,
    state,
    piece,
    strikes,
    now.toISOString(),
  );
  return counted?.status === 'RUNNING' ? 'MORE' : 'ENDED';
}

function outcomeOf(row: PieceRow | undefined): {
  readonly outcome: 'DONE' | 'REFUSED';
  readonly problems: readonly Problem[];
} {
  if (row?.ok === true) return { outcome: 'DONE', problems: [] };
  const problems = row?.problems ?? [];
  return { outcome: 'REFUSED', problems: problems.length > 0 ? problems : [gone] };
}

interface SettledRow {
  readonly place: number;
  readonly outcome: 'DONE' | 'REFUSED';
  readonly problems: readonly Problem[];
}

async function keepRows(run: RunSql, jobId: string, settled: readonly SettledRow[]): Promise<void> {
  const byPlace = Object.fromEntries(settled.map(({ place, ...kept }) => [place, kept]));
  await run(
    keepRowsStatement,
    jobId,
    JSON.stringify(byPlace),
    settled.map(({ place }) => place),
  );
}

const gone = problem('NOT_FOUND', {
  zh: '已不在本单位范围内，刷新后核对',
  en: 'This record no longer belongs to this unit. Refresh and check.',
});

/** Stores the reason with the one row left of a piece; when this happens for row after row, the job ends with it. */
async function strike(
  run: RunSql,
  job: TakenJob,
  rows: readonly TakenRow[],
  problems: readonly Problem[],
  now: Date,
): Promise<Step> {
  const strikes = job.strikes + 1;
  if (strikes >= mostStrikes) return end(run, job, now, problems);
  await keepRows(
    run,
    job.id,
    rows.map(({ place }) => ({ place, outcome: 'REFUSED', problems })),
  );
  return keepCounts(run, job, { done: 0, refused: 1, state: null, piece: job.piece, strikes, now });
}

async function end(run: RunSql, job: TakenJob, now: Date, reasons: readonly Problem[] = []): Promise<Step> {
  await run(
    `update job set status = case when $2::jsonb = '[]' then 'DONE' else 'FAILED' end, reasons = $2::jsonb,
       worked_at = $3::timestamptz, finished_at = $3::timestamptz where id = $1::uuid`,
    job.id,
    JSON.stringify(reasons),
    now.toISOString(),
  );
  return 'ENDED';
}

const takeStatement = `
  select id::text as id, kind, input, state, actor, request_id as "requestId", piece, strikes,
    started_at as "startedAt", worked_at as "workedAt"
  from job where id = $1::uuid and status = 'RUNNING' for update skip locked`;

const rowsStatement = `
  select place, record_id::text as id from job_row where job_id = $1::uuid and outcome is null order by place limit $2::int`;

// By position and without a join: each row is read once, whatever the statistics of a list created a moment ago say.
const keepRowsStatement = `
  update job_row set outcome = $2::jsonb -> place::text ->> 'outcome', problems = $2::jsonb -> place::text -> 'problems'
  where job_id = $1::uuid and place = any($3::int[])`;

const keepJobStatement = `
  update job set done = done + $2::int, refused = refused + $3::int, state = coalesce($4::jsonb, state),
    piece = $5::int, strikes = $6::int, worked_at = $7::timestamptz,
    status = case when done + $2::int + refused + $3::int = total then 'DONE' else status end,
    finished_at = case when done + $2::int + refused + $3::int = total then $7::timestamptz end
  where id = $1::uuid returning status`;

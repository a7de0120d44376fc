import { permits } from '@nuangong/access';
import { identityOf, prismaSql, recordAudit, type RunSql } from '@nuangong/database';
import { newEventId } from '@nuangong/events';
import { ok, refuse, type Result } from '@nuangong/primitives';
import { forbidden, type RequestContext } from '@nuangong/subgraph';
import type { TransactionClient } from '../transaction-client.ts';
import {
  columnsOfJob,
  keptDays,
  nothingInList,
  rowsOfPiece,
  underWay,
  type Job,
  type JobInHand,
  type JobKinds,
} from './job.ts';
import { jobsChannel } from './run-jobs.ts';

/** A list over which a command is to be carried out. */
export interface WantedJob {
  readonly kind: string;
  /** The record that the list belongs to; empty if it is the unit's own. */
  readonly subject?: string;
  /** The input of the command besides its rows. */
  readonly input: JobInHand['input'];
  /** The input as stored in the job, if it differs from the checked one: with its texts sealed. */
  readonly kept?: JobInHand['input'];
  /** The list: a statement that returns `id` and `label` in the order of work, and its parameters. */
  readonly list: readonly [sql: string, ...parameters: readonly unknown[]];
}

type Context<Tx> = Pick<RequestContext<Tx>, 'actor' | 'requestId' | 'database'>;

/** The result of a command over a list: finished, or a job that carries it out. */
export type AtOnceOrJob<T> = { readonly kind: 'DONE'; readonly value: T } | { readonly kind: 'JOB'; readonly job: Job };

/**
 * Carries out a command over a list: directly if it is no longer than one piece, else as a job that is started here.
 */
export async function overWholeList<Tx extends TransactionClient, Parts, T>(
  context: Context<Tx>,
  kinds: JobKinds<Tx, Parts>,
  wanted: WantedJob,
  atOnce: () => Promise<Result<T>>,
): Promise<Result<AtOnceOrJob<T>>> {
  if (await isLong(context, wanted.list, rowsOfPiece(kinds[wanted.kind]))) {
    const begun = await startJob(context, kinds, wanted);
    return begun.ok ? ok({ kind: 'JOB', job: begun.value }) : begun;
  }
  const done = await atOnce();
  return done.ok ? ok({ kind: 'DONE', value: done.value }) : done;
}

async function isLong<Tx extends TransactionClient>(
  { database, actor }: Context<Tx>,
  [sql, ...parameters]: WantedJob['list'],
  atOnce: number,
): Promise<boolean> {
  return database.transaction(identityOf(actor), async (tx) => {
    const counted = await prismaSql(tx)<{ n: number }>(
      `select count(*)::int as n from (select from (${sql}) as list limit ${atOnce + 1}) as counted`,
      ...parameters,
    );
    return (counted[0]?.n ?? 0) > atOnce;
  });
}

/**
 * Starts a job over the present list; the service then works on it. Started twice by the same person it is the same
 * job; a second person is refused with JOB_UNDER_WAY.
 */
async function startJob<Tx extends TransactionClient, Parts>(
  context: Context<Tx>,
  kinds: JobKinds<Tx, Parts>,
  wanted: WantedJob,
): Promise<Result<Job>> {
  const { actor, database, requestId } = context;
  const kind = kinds[wanted.kind];
  if (kind === undefined) throw new Error(`no job of the kind ${wanted.kind} is known`);
  if (!permits(actor.roles, kind.action)) return refuse(forbidden());
  const checked = kind.check?.(wanted.input) ?? ok(null);
  if (!checked.ok) return checked;
  return database.transaction(identityOf(actor), async (tx): Promise<Result<Job>> => {
    const run = prismaSql(tx);
    await run(forgetStatement, actor.scope);
    const [job] = await begin(run, context, wanted, rowsOfPiece(kind));
    if (job === undefined) return jobUnderWay(run, context, wanted);
    await recordAudit((sql, ...parameters) => run(sql, ...parameters), { actor, requestId }, [
      {
        action: 'job.start',
        recordType: 'Job',
        recordId: job.id,
        after: { kind: job.kind, subject: job.subject, total: job.total },
      },
    ]);
    await run(`select pg_notify('${jobsChannel}', '')::text`);
    return ok(job);
  });
}

const forgetStatement = `
  delete from job where organization_path = $1 and finished_at < now() - interval '${keptDays} days'`;

function begin(
  run: RunSql,
  { actor, requestId }: Context<unknown>,
  { kind, subject = '', input, kept = input, list }: WantedJob,
  piece: number,
): Promise<readonly Job[]> {
  const [sql, ...parameters] = list;
  const own = (place: number) => `$${parameters.length + place}`;
  return run<Job>(
    `with list as materialized (select row_number() over () as place, l.id, l.label from (${sql}) as l),
     begun as (
       insert into job (id, organization_path, kind, subject, input, actor, staff_id, staff_name, request_id, total, piece,
         started_at, worked_at)
       select ${own(1)}::uuid, ${own(2)}, ${own(3)}, ${own(4)}, ${own(5)}::jsonb, ${own(6)}::jsonb, ${own(7)}::uuid, ${own(8)}, ${own(9)},
         count(*), ${own(10)}::int, now(), now()
       from list having count(*) > 0
       on conflict (organization_path, kind, subject) where status = 'RUNNING' do nothing
       returning *
     ), listed as (
       insert into job_row (job_id, place, organization_path, record_id, label)
       select begun.id, list.place, begun.organization_path, list.id, list.label from begun cross join list
     )
     select ${columnsOfJob} from begun`,
    ...parameters,
    newEventId(),
    actor.scope,
    kind,
    subject,
    JSON.stringify(kept),
    JSON.stringify(actor),
    actor.staffId,
    actor.name,
    requestId,
    piece,
  );
}

async function jobUnderWay(
  run: RunSql,
  { actor }: Context<unknown>,
  { kind, subject = '' }: WantedJob,
): Promise<Result<Job>> {
  const [other] = await run<Job & { readonly staffId: string; readonly staffName: string }>(
    `select ${columnsOfJob}, staff_id::text as "staffId", staff_name as "staffName" from job
     where organization_path = $1 and kind = $2 and subject = $3 and status = 'RUNNING'`,
    actor.scope,
    kind,
    subject,
  );
  if (other === undefined) return refuse(nothingInList());
  return other.staffId === actor.staffId ? ok(other) : refuse(underWay(other.staffName));
}

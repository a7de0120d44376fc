import type { Actor } from '@nuangong/access';
import { prismaSql, recordAudit, identityOf } from '@nuangong/database';
import { isUuid, ok, problem, refuse, type Result } from '@nuangong/primitives';
import { notFound, type RequestContext } from '@nuangong/subgraph';
import type { TransactionClient } from '../transaction-client.ts';
import { columnsOfJob, jobNotFound, type Job, type JobRow } from './job.ts';

type Reader = Pick<RequestContext<TransactionClient>, 'tx' | 'actor'>;
type Place = { readonly skip: number; readonly take: number };

/** The reader's own jobs, newest first. */
export async function readJobs(
  { tx, actor }: Reader,
  running: boolean,
  { skip, take }: Place,
): Promise<{ readonly items: readonly Job[]; readonly total: number }> {
  const run = prismaSql(tx);
  const mine = `from job where organization_path = $1 and staff_id = $2::uuid and ($3::boolean is false or status = 'RUNNING')`;
  const values = [actor.scope, actor.staffId, running];
  const items = await run<Job>(
    `select ${columnsOfJob} ${mine} order by id desc limit $4::int offset $5::int`,
    ...values,
    take,
    skip,
  );
  const [counted] = await run<{ total: number }>(`select count(*)::int as total ${mine}`, ...values);
  return { items, total: counted?.total ?? 0 };
}

/** One of the reader's own jobs. */
export async function readJob({ tx, actor }: Reader, id: string): Promise<Job | undefined> {
  return findJob(tx, actor, id);
}

async function findJob(tx: TransactionClient, actor: Actor, id: string): Promise<Job | undefined> {
  if (!isUuid(id)) return undefined;
  const [job] = await prismaSql(tx)<Job>(
    `select ${columnsOfJob} from job where id = $1::uuid and organization_path = $2 and staff_id = $3::uuid`,
    id,
    actor.scope,
    actor.staffId,
  );
  return job;
}

/** The rows of a job's list in order, optionally of one outcome. */
export async function readJobRows(
  { tx }: Pick<Reader, 'tx'>,
  jobId: string,
  outcome: JobRow['outcome'],
  { skip, take }: Place,
): Promise<{ readonly items: readonly JobRow[]; readonly total: number }> {
  const run = prismaSql(tx);
  const rows = `from job_row where job_id = $1::uuid and ($2::text is null or outcome = $2::text)`;
  const items = await run<JobRow>(
    `select record_id::text as id, label, outcome, problems ${rows} order by place limit $3::int offset $4::int`,
    jobId,
    outcome,
    take,
    skip,
  );
  const [counted] = await run<{ total: number }>(`select count(*)::int as total ${rows}`, jobId, outcome);
  return { items, total: counted?.total ?? 0 };
}

const endedAlready = () =>
  problem('JOB_ENDED', {
    zh: '批量办理已经结束，刷新查看结果',
    en: 'This job has already ended. Refresh to see its result.',
  });

/** Cancels one of the reader's own jobs after its current piece; what is done stays done. */
export async function cancelJob(
  { actor, requestId, database }: Pick<RequestContext<TransactionClient>, 'actor' | 'requestId' | 'database'>,
  id: string,
): Promise<Result<Job>> {
  return database.transaction(identityOf(actor), async (tx): Promise<Result<Job>> => {
    const run = prismaSql(tx);
    const found = await findJob(tx, actor, id);
    if (found === undefined) return refuse(notFound(jobNotFound, 'jobId'));
    const [cancelled] = await run<Job>(
      `update job set status = 'CANCELLED', finished_at = now() where id = $1::uuid and status = 'RUNNING' returning ${columnsOfJob}`,
      id,
    );
    if (cancelled === undefined) return refuse(endedAlready());
    await recordAudit((sql, ...parameters) => run(sql, ...parameters), { actor, requestId }, [
      {
        action: 'job.cancel',
        recordType: 'Job',
        recordId: id,
        after: { done: cancelled.done, refused: cancelled.refused },
      },
    ]);
    return ok(cancelled);
  });
}

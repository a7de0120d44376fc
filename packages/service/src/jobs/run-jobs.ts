import { setTimeout as pause } from 'node:timers/promises';
import { problem } from '@nuangong/primitives';
import { internalFault } from '@nuangong/subgraph';
import { Pool } from 'pg';
import type { TransactionClient } from '../transaction-client.ts';
import { failJob, isOfRows, stepJob, type JobWork } from './work-job.ts';

const lookEveryMs = 1_000;
/** The pause after the database was unreachable, in milliseconds. */
const afterFaultMs = 5_000;
/** This many consecutive faults end a job, if the database answers. */
const mostFaults = 10;

/** A running job worker, stopped before its service: it finishes the current piece. */
export interface JobsAtWork {
  stop(): Promise<void>;
}

/**
 * Runs the jobs of a service in all organisations: a piece of each in turn, so that no list keeps another waiting. A
 * job whose worker died is resumed here, or by another process of the service.
 */
export function runJobs<Tx extends TransactionClient, Parts>(
  work: JobWork<Tx, Parts>,
  databaseUrl: string,
): JobsAtWork {
  // A separate connection, so that looking for jobs every second takes none from requests.
  const looking = new Pool({ connectionString: databaseUrl, max: 1 });
  looking.on('error', () => undefined);
  const stopping = new AbortController();
  const rest = (ms: number): Promise<void> =>
    pause(ms, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined);
  const faults = new Map<string, number>();
  const afterFault = async (job: { readonly id: string; readonly path: string }, error: unknown): Promise<void> => {
    const count = (faults.get(job.id) ?? 0) + 1;
    faults.set(job.id, count);
    const { number, ...message } = internalFault();
    work.logger.error({ err: error, job: job.id, number }, 'a step of a job failed');
    if (count < mostFaults || !isOfRows(error)) return;
    await failJob(work, job, [problem('INTERNAL_SERVER_ERROR', message)]);
    faults.delete(job.id);
  };
  const round = async (): Promise<number> => {
    const { rows } = await looking.query<{ id: string; organization_path: string }>(
      'select id, organization_path from unfinished_jobs()',
    );
    let steps = 0;
    for (const { id, organization_path: path } of rows) {
      if (stopping.signal.aborted) break;
      try {
        if ((await stepJob(work, { id, path })) !== 'IN_HAND') steps += 1;
        faults.delete(id);
      } catch (error) {
        await afterFault({ id, path }, error);
      }
    }
    return steps;
  };
  const loop = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      try {
        if ((await round()) === 0) await rest(lookEveryMs);
      } catch (error) {
        if (stopping.signal.aborted) return;
        work.logger.error({ err: error }, 'jobs are not worked');
        await rest(afterFaultMs);
      }
    }
  };
  const running = loop();
  return {
    async stop() {
      stopping.abort();
      await running;
      await looking.end();
    },
  };
}

import { setTimeout as pause } from 'node:timers/promises';
import { problem } from '@nuangong/primitives';
import { internalFault } from '@nuangong/subgraph';
import { Pool } from 'pg';
import type { TransactionClient } from '../transaction-client.ts';
import { failJob, isOfRows, stepJob, type JobWork } from './work-job.ts';

const lookEveryMs = 1_000;
/** After the database was out of reach. */
const afterFaultMs = 5_000;
/** So many faults in turn end a job, where the database answers. */
const mostFaults = 10;

/** A service's working of jobs, ended before it stops: what it has in hand comes to the end of its piece. */
export interface JobsAtWork {
  stop(): Promise<void>;
}

/**
 * Works the jobs of a service, in whichever unit: a piece of each in turn, so that no list keeps another waiting. Whose
 * worker died is taken up here, or by another process of the service.
 */
export function runJobs<Tx extends TransactionClient, Parts>(
  work: JobWork<Tx, Parts>,
  databaseUrl: string,
): JobsAtWork {
  // A connection of its own: whoever looks each second takes none from those who wait for a page.
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

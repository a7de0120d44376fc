import { createListener, createWakeUp } from '@nuangong/event-bus';
import { problem } from '@nuangong/primitives';
import { internalFault } from '@nuangong/subgraph';
import { Pool } from 'pg';
import type { TransactionClient } from '../transaction-client.ts';
import { failJob, isOfRows, stepJob, type JobWork } from './work-job.ts';

/** The interval while another worker runs a job, which it may abandon. */
const lookEveryMs = 1_000;
/** The interval while there is no job: a start is announced on the channel. */
const idleMs = 15_000;
/** The channel on which a started job is announced. */
export const jobsChannel = 'jobs';
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
  const news = createWakeUp();
  const { logger: log } = work;
  const listener = createListener({ databaseUrl, channel: jobsChannel, heard: news.wake, log });
  let hears = false;
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
  /** How long to rest after a round: not at all if a job went on. */
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
    if (steps > 0) return 0;
    return rows.length > 0 || !hears ? lookEveryMs : idleMs;
  };
  const loop = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      try {
        const restMs = await round();
        if (restMs > 0) await news.sleep(restMs);
      } catch (error) {
        if (stopping.signal.aborted) return;
        work.logger.error({ err: error }, 'jobs are not worked');
        await news.sleep(afterFaultMs);
      }
    }
  };
  const listening = listener.start().then(
    () => void (hears = true),
    (error: unknown) => log.warn({ err: error }, 'started jobs are not heard of; they are looked for'),
  );
  const running = loop();
  return {
    async stop() {
      stopping.abort();
      news.wake();
      await running;
      await listening;
      await listener.stop();
      await looking.end();
    },
  };
}

import { setTimeout as sleep } from 'node:timers/promises';
import { schedulerSchema } from '@nuangong/database';
import { describeError, isOutage } from '@nuangong/event-bus';
import { PgBoss } from 'pg-boss';
import type { Logger } from 'pino';

/** Work that a service does at set times, in one of its copies at a time. */
export interface ScheduledTask {
  /** Names its queue: letters, digits, hyphens. */
  readonly name: string;
  /** When, as a cron expression in Chinese time: `0 6 * * *`. It also runs when a copy starts. */
  readonly cron: string;
  /**
   * Does all that is due, and nothing twice: it runs again if a copy dies in the middle. Ends at its next safe point
   * once `stopping` is true.
   */
  readonly run: (stopping: () => boolean) => Promise<void>;
}

export interface RunningScheduler {
  /** Ends after the tasks in hand. */
  stop(): Promise<void>;
}

export interface SchedulerOptions {
  /** The service's database, with the service's role. */
  readonly databaseUrl: string;
  readonly tasks: readonly ScheduledTask[];
  readonly logger: Logger;
  /** How often a copy looks for a task that is due, in seconds; 15 by default. */
  readonly lookEverySeconds?: number;
}

/** After this many seconds without a sign of life, a copy's task goes to another one; the least the library allows. */
const heartbeatSeconds = 10;

const queueSettings = {
  policy: 'exclusive',
  retryLimit: 3,
  retryDelay: 5,
  heartbeatSeconds,
  expireInSeconds: 12 * 3_600,
  retentionSeconds: 3_600,
  deleteAfterSeconds: 3_600,
} as const;

/**
 * Runs a service's scheduled tasks with pg-boss, in its own database. Copies of the service share the queue: of each
 * task, one run waits or is under way at a time, and another copy repeats one whose copy died. If the database cannot
 * be reached at the start, it tries again in the background: a service outlives a restart of PostgreSQL.
 */
export async function startScheduler(options: SchedulerOptions): Promise<RunningScheduler> {
  const { logger } = options;
  let stopping = false;
  const isStopping = (): boolean => stopping;
  let boss: PgBoss | undefined;
  const begin = async (): Promise<boolean> => {
    const fresh = createBoss(options);
    try {
      await fresh.start();
      await takeTasks(fresh, options, isStopping);
      boss = fresh;
      return true;
    } catch (error) {
      await fresh.stop({ graceful: false, close: true }).catch(() => undefined);
      if (!isOutage(error)) throw error;
      logger.warn({ cause: describeError(error) }, 'the scheduler cannot reach the database; it tries again');
      return false;
    }
  };
  const goOn = async (): Promise<void> => {
    while (!isStopping()) {
      await sleep(retryMs);
      if (isStopping() || (await begin())) return;
    }
  };
  const begun = (await begin())
    ? Promise.resolve()
    : goOn().catch((error: unknown) => logger.error({ cause: describeError(error) }, 'the scheduler did not start'));
  return {
    async stop() {
      stopping = true;
      await begun;
      await boss?.stop({ graceful: true, close: true, timeout: 30_000 });
    },
  };
}

/** How long to wait after an outage at the start, in milliseconds. */
const retryMs = 1_000;

function createBoss({ databaseUrl, logger, lookEverySeconds = 15 }: SchedulerOptions): PgBoss {
  const boss = new PgBoss({
    connectionString: databaseUrl,
    schema: schedulerSchema,
    max: 2,
    migrate: false,
    createSchema: false,
    superviseIntervalSeconds: lookEverySeconds,
    monitorIntervalSeconds: lookEverySeconds,
    cronMonitorIntervalSeconds: 45,
    cronWorkerIntervalSeconds: lookEverySeconds,
    monitorVacuum: false,
    reindex: false,
  });
  boss.on('error', (error) => logger.error({ cause: describeError(error) }, 'the scheduler reports an error'));
  return boss;
}

async function takeTasks(
  boss: PgBoss,
  { tasks, logger, lookEverySeconds = 15 }: SchedulerOptions,
  stopping: () => boolean,
): Promise<void> {
  for (const { name, cron, run } of tasks) {
    await boss.createQueue(name, queueSettings);
    await boss.schedule(name, cron, null, { tz: 'Asia/Shanghai' });
    await boss.work(name, { pollingIntervalSeconds: lookEverySeconds }, async () => {
      try {
        await run(stopping);
      } catch (error) {
        logger.error({ cause: describeError(error), task: name }, 'a scheduled task failed; it runs again');
        throw error;
      }
    });
    await boss.send(name);
  }
}

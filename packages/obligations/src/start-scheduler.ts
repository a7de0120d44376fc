import { schedulerSchema } from '@nuangong/database';
import { describeError } from '@nuangong/event-bus';
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
 * task, one run waits or is under way at a time, and another copy repeats one whose copy died.
 */
export async function startScheduler(options: SchedulerOptions): Promise<RunningScheduler> {
  const { tasks, logger, lookEverySeconds = 15 } = options;
  const boss = new PgBoss({
    connectionString: options.databaseUrl,
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
  let stopping = false;
  await boss.start();
  for (const { name, cron, run } of tasks) {
    await boss.createQueue(name, queueSettings);
    await boss.schedule(name, cron, null, { tz: 'Asia/Shanghai' });
    await boss.work(name, { pollingIntervalSeconds: lookEverySeconds }, async () => {
      try {
        await run(() => stopping);
      } catch (error) {
        logger.error({ cause: describeError(error), task: name }, 'a scheduled task failed; it runs again');
        throw error;
      }
    });
    await boss.send(name);
  }
  return {
    async stop() {
      stopping = true;
      await boss.stop({ graceful: true, close: true, timeout: 30_000 });
    },
  };
}

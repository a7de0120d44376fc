import type { Job, PgBoss } from 'pg-boss';
import type { Logger } from 'pino';
import { describeError } from '../describe-error.ts';
import type { RunningSubscription, Subscription } from '../transport/event-transport.ts';
import { createWakeUp, type WakeUp } from '../wake-up.ts';
import type { QueuedEvent } from './group-queue.ts';

export type QueueWorker = RunningSubscription & { readonly wake: () => void };

export type QueueWorkerOptions = {
  readonly boss: PgBoss;
  readonly subscription: Subscription;
  readonly log: Logger | undefined;
  /** The most events in flight; a key that waits for a retry keeps its place and does not block other keys. */
  readonly inHand: number;
  /** How long to sleep when nothing wakes the worker, in milliseconds; longer and longer while there is nothing. */
  readonly pollMs: number;
};

/** The longest sleep of a worker that finds nothing, in milliseconds. A notification of events wakes it immediately. */
const longestSleepMs = 3_000;
/** After a failure it does not sleep longer than `pollMs` for this time, because the event comes again. */
const watchfulMs = 10_000;

/** Less than half of the time after which the queue considers a silent copy dead. */
const heartbeatMs = 3_000;
const failurePauseMs = 500;
const stopDeadlineMs = 10_000;

/**
 * Takes events from a group's queue as long as there is room, and acknowledges each once it is handled. Both run in
 * parallel, so that a new event does not wait for old ones to be acknowledged.
 */
export function startQueueWorker(options: QueueWorkerOptions): QueueWorker {
  const { boss, subscription, log } = options;
  const queue = subscription.group;
  const news = createWakeUp();
  const progress = createWakeUp();
  const inHand = new Map<string, Promise<void>>();
  const handled: string[] = [];
  let stopping = false;
  const isStopping = () => stopping;
  let sleepMs = options.pollMs;
  let watchfulUntil = -Infinity;
  const wake = (): void => {
    sleepMs = options.pollMs;
    news.wake();
  };
  const nextSleep = (): number => {
    const now = sleepMs;
    sleepMs = performance.now() < watchfulUntil ? options.pollMs : Math.min(sleepMs * 2, longestSleepMs);
    return now;
  };

  async function handle(job: Job<QueuedEvent>): Promise<void> {
    try {
      await subscription.handle(job.data.envelope);
      handled.push(job.id);
    } catch (error) {
      log?.warn({ group: queue, cause: describeError(error) }, 'an event was not handled; it will be retried');
      await boss.fail(queue, job.id, { cause: describeError(error) }).catch(() => undefined);
      watchfulUntil = performance.now() + watchfulMs;
      wake();
    } finally {
      inHand.delete(job.id);
      progress.wake();
    }
  }

  /**
   * An acknowledged event makes room, and lets the next event of its key be taken. While more than half of the room is
   * in use, no more are fetched: each fetch searches the whole queue, however few events it takes.
   */
  async function acknowledge(): Promise<void> {
    const ids = handled.splice(0);
    if (ids.length === 0) return progress.sleep(options.pollMs);
    try {
      await boss.complete(queue, ids);
    } catch (error) {
      handled.push(...ids);
      throw error;
    }
    if (inHand.size <= options.inHand / 2) wake();
  }

  /** If a fetch returns fewer than requested, the queue has no more: wait for news. */
  async function takeMore(): Promise<void> {
    const room = options.inHand - inHand.size;
    const jobs = room === 0 ? [] : await boss.fetch<QueuedEvent>(queue, { batchSize: room });
    for (const job of jobs) inHand.set(job.id, handle(job));
    if (jobs.length > 0) sleepMs = options.pollMs;
    if (inHand.size > options.inHand / 2 || jobs.length < room) await news.sleep(nextSleep());
  }

  async function repeat(step: () => Promise<void>, wakeUp: WakeUp, goesOn: () => boolean): Promise<void> {
    while (goesOn()) {
      try {
        await step();
      } catch (error) {
        log?.error({ group: queue, cause: describeError(error) }, 'the event queue cannot be reached');
        if (isStopping()) return;
        await wakeUp.sleep(failurePauseMs);
      }
    }
  }

  const heartbeat = setInterval(() => {
    if (inHand.size > 0) boss.touch(queue, [...inHand.keys()]).catch(() => undefined);
  }, heartbeatMs);
  let takesMore = true;
  const taking = repeat(takeMore, news, () => !isStopping()).then(() => {
    takesMore = false;
    progress.wake();
  });
  const acknowledging = repeat(acknowledge, progress, () => takesMore || inHand.size > 0 || handled.length > 0);

  return {
    wake,
    async stop() {
      stopping = true;
      news.wake();
      progress.wake();
      const deadline = Promise.withResolvers<void>();
      const timer = setTimeout(deadline.resolve, stopDeadlineMs);
      await Promise.race([Promise.all([taking, acknowledging]), deadline.promise]);
      clearTimeout(timer);
      clearInterval(heartbeat);
      if (inHand.size > 0) await boss.fail(queue, [...inHand.keys()]).catch(() => undefined);
    },
  };
}

import type { Job, PgBoss } from 'pg-boss';
import type { Logger } from 'pino';
import { describeError } from '../describe-error.ts';
import type { RunningSubscription, Subscription } from '../transport/event-transport.ts';
import { createWakeUp } from '../wake-up.ts';
import type { QueuedEvent } from './group-queue.ts';

export type QueueWorker = RunningSubscription & { readonly wake: () => void };

export type QueueWorkerOptions = {
  readonly boss: PgBoss;
  readonly subscription: Subscription;
  readonly log: Logger | undefined;
  /** Events in hand at once, at most: keys that wait for a retry keep their place and stop nobody else. */
  readonly inHand: number;
  /** How long to sleep when nothing wakes the worker, in milliseconds. */
  readonly pollMs: number;
};

/** Half of the time after which the queue takes a silent copy for dead, with room to spare. */
const heartbeatMs = 3_000;
const failurePauseMs = 500;
const stopDeadlineMs = 10_000;

/** Takes events of a group's queue as long as there is room, and acknowledges each when it is handled. */
export function startQueueWorker(options: QueueWorkerOptions): QueueWorker {
  const { boss, subscription, log } = options;
  const queue = subscription.group;
  const wakeUp = createWakeUp();
  const inHand = new Map<string, Promise<void>>();
  const handled: string[] = [];
  let stopping = false;
  const isStopping = () => stopping;

  async function handle(job: Job<QueuedEvent>): Promise<void> {
    try {
      await subscription.handle(job.data.envelope);
      handled.push(job.id);
    } catch (error) {
      log?.warn({ group: queue, cause: describeError(error) }, 'an event was not handled; it comes again');
      await boss.fail(queue, job.id, { cause: describeError(error) }).catch(() => undefined);
    } finally {
      inHand.delete(job.id);
      wakeUp.wake();
    }
  }

  async function acknowledge(): Promise<void> {
    const ids = handled.splice(0);
    if (ids.length === 0) return;
    try {
      await boss.complete(queue, ids);
    } catch (error) {
      handled.push(...ids);
      throw error;
    }
  }

  async function takeMore(): Promise<number> {
    const room = options.inHand - inHand.size;
    if (stopping || room === 0) return 0;
    const jobs = await boss.fetch<QueuedEvent>(queue, { batchSize: room });
    for (const job of jobs) inHand.set(job.id, handle(job));
    return jobs.length;
  }

  async function run(): Promise<void> {
    while (!isStopping() || inHand.size > 0 || handled.length > 0) {
      try {
        await acknowledge();
        const taken = await takeMore();
        if (taken === 0 && handled.length === 0) await wakeUp.sleep(options.pollMs);
      } catch (error) {
        log?.error({ group: queue, cause: describeError(error) }, 'the event queue cannot be reached');
        if (stopping) return;
        await wakeUp.sleep(failurePauseMs);
      }
    }
  }

  const heartbeat = setInterval(() => {
    if (inHand.size > 0) boss.touch(queue, [...inHand.keys()]).catch(() => undefined);
  }, heartbeatMs);
  const running = run();

  return {
    wake: wakeUp.wake,
    async stop() {
      stopping = true;
      wakeUp.wake();
      const deadline = Promise.withResolvers<void>();
      const timer = setTimeout(deadline.resolve, stopDeadlineMs);
      await Promise.race([running, deadline.promise]);
      clearTimeout(timer);
      clearInterval(heartbeat);
      if (inHand.size > 0) await boss.fail(queue, [...inHand.keys()]).catch(() => undefined);
    },
  };
}

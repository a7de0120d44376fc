import type { Consumer, EachBatchPayload, Kafka } from 'kafkajs';
import type { Logger } from 'pino';
import { describeError } from '../describe-error.ts';
import type { RunningSubscription, Subscription } from '../transport/event-transport.ts';
import { createHand, type Hand } from './hand.ts';
import { retry } from './retry.ts';
import { kafkaTopic } from './topic-names.ts';

export type KafkaSubscriptionOptions = {
  readonly kafka: Kafka;
  readonly prefix: string;
  readonly subscription: Subscription;
  readonly log: Logger | undefined;
  /** The most events in flight; more are fetched only once some are handled. */
  readonly inHand: number;
  /** After this long a silence the group considers this copy dead, in milliseconds; ten seconds by default. */
  readonly sessionTimeoutMs?: number;
};

const commitEveryMs = 200;
const openAgainPauseMs = 1_000;
const heartbeatMs = 500;
const stopDeadlineMs = 10_000;

/**
 * Consumes a group's events. Events of a key wait for each other, different keys do not; an offset is committed only
 * once every event before it is handled. Handling runs outside kafkajs's loop, which never waits longer than a
 * heartbeat: a slow handler neither loses the session nor starts a rebalance (tulios/kafkajs#1277, #1527, #1616).
 */
export async function subscribeToKafka(options: KafkaSubscriptionOptions): Promise<RunningSubscription> {
  const { subscription, log } = options;
  const hand = createHand(options);
  let opening: Promise<void> | undefined;
  let committing: Promise<void> | undefined;

  /**
   * After some failures kafkajs gives up permanently and reports it only by its crash event: tulios/kafkajs#1443,
   * #1630.
   */
  const gaveUp = () => {
    opening ??= openAgain().finally(() => {
      opening = undefined;
    });
  };

  async function openAgain(): Promise<void> {
    while (!hand.isStopping()) {
      try {
        consumer = await openConsumer(options, hand, gaveUp);
        return;
      } catch (error) {
        log?.warn({ group: subscription.group, cause: describeError(error) }, 'Kafka cannot be reached; retrying');
        await new Promise((resolve) => setTimeout(resolve, openAgainPauseMs));
      }
    }
  }

  /** One at a time: an older commit that kafkajs repeats would overwrite a newer one. */
  function commit(): Promise<void> {
    committing ??= commitProgress(consumer, hand)
      .catch((error: unknown) => {
        log?.debug({ group: subscription.group, cause: describeError(error) }, 'offsets were not committed yet');
      })
      .finally(() => {
        committing = undefined;
      });
    return committing;
  }

  let consumer = await openConsumer(options, hand, gaveUp);
  const regularly = setInterval(() => void commit(), commitEveryMs);
  return {
    async stop() {
      hand.stop();
      await within(stopDeadlineMs, Promise.all([opening, hand.drain()]));
      clearInterval(regularly);
      await within(stopDeadlineMs, Promise.resolve(committing).then(commit));
      await consumer.disconnect();
    },
  };
}

async function openConsumer(options: KafkaSubscriptionOptions, hand: Hand, gaveUp: () => void): Promise<Consumer> {
  const { kafka, subscription, prefix, log } = options;
  const consumer = kafka.consumer({
    groupId: `${prefix}${subscription.group}`,
    sessionTimeout: options.sessionTimeoutMs ?? 10_000,
    heartbeatInterval: heartbeatMs,
    maxWaitTimeInMs: 100,
    rebalanceTimeout: 15_000,
    retry,
  });
  consumer.on(consumer.events.GROUP_JOIN, ({ payload }) => hand.deal(payload.memberAssignment));
  consumer.on(consumer.events.CRASH, ({ payload }) => {
    log?.error({ group: subscription.group, cause: describeError(payload.error) }, 'the Kafka consumer broke');
    if (!payload.restart) gaveUp();
  });
  try {
    await consumer.connect();
    await consumer.subscribe({
      topics: subscription.topics.map((topic) => kafkaTopic(prefix, topic)),
      fromBeginning: true,
    });
    await consumer.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: 8,
      eachBatch: (batch) => takeBatch(batch, hand),
    });
    return consumer;
  } catch (error) {
    await consumer.disconnect().catch(() => undefined);
    throw error;
  }
}

/**
 * Takes messages of a batch as long as the partition is ours. kafkajs rejoins the group during a running batch when a
 * fetch meets stale metadata; messages left untaken here are not resolved and are delivered again.
 */
async function takeBatch(payload: EachBatchPayload, hand: Hand): Promise<void> {
  const { topic, partition, messages } = payload.batch;
  const goesOn = () => payload.isRunning() && !hand.isStopping() && hand.isDealt({ topic, partition });
  for (const message of messages) {
    while (!hand.hasRoom() && goesOn()) {
      await hand.room(heartbeatMs);
      await payload.heartbeat();
    }
    if (!goesOn()) break;
    hand.take({ topic, partition }, message);
    payload.resolveOffset(message.offset);
  }
  // While stopping, kafkajs would fetch the remaining messages over and over.
  if (hand.isStopping()) await new Promise((resolve) => setTimeout(resolve, heartbeatMs));
  await payload.heartbeat();
}

async function commitProgress(consumer: Consumer, hand: Hand): Promise<void> {
  const reached = hand.uncommitted();
  if (reached.length === 0) return;
  await consumer.commitOffsets(reached.map(({ partition, offset }) => ({ ...partition.name, offset: `${offset}` })));
  for (const { partition, offset } of reached) partition.committed = offset;
}

async function within(ms: number, work: Promise<unknown>): Promise<void> {
  const deadline = Promise.withResolvers<void>();
  const timer = setTimeout(deadline.resolve, ms);
  await Promise.race([work, deadline.promise]);
  clearTimeout(timer);
}

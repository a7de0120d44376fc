import type { Consumer, EachBatchPayload, Kafka, KafkaMessage } from 'kafkajs';
import type { Logger } from 'pino';
import { describeError } from '../describe-error.ts';
import type { RunningSubscription, Subscription } from '../transport/event-transport.ts';
import { createWakeUp } from '../wake-up.ts';
import { createPartitionProgress, type PartitionProgress } from './partition-progress.ts';
import { retry } from './retry.ts';
import { kafkaTopic } from './topic-names.ts';

export type KafkaSubscriptionOptions = {
  readonly kafka: Kafka;
  readonly prefix: string;
  readonly subscription: Subscription;
  readonly log: Logger | undefined;
  /** Events in hand at once, at most; more are not fetched until some are handled. */
  readonly inHand: number;
};

type PartitionName = { readonly topic: string; readonly partition: number };
type Partition = { readonly name: PartitionName; readonly progress: PartitionProgress; committed?: bigint };

const commitEveryMs = 200;
const refusedPauseMs = 1_000;
const stopDeadlineMs = 10_000;
const timing = { sessionTimeout: 10_000, heartbeatInterval: 500, maxWaitTimeInMs: 100, rebalanceTimeout: 15_000 };

/**
 * Takes a group's events. Events of a key wait for each other, keys do not; an offset is committed only when every
 * event before it is handled.
 */
export async function subscribeToKafka(options: KafkaSubscriptionOptions): Promise<RunningSubscription> {
  const { subscription, log } = options;
  const hand = createHand(options);
  let consumer: Consumer;

  /** After some failures kafkajs gives up for good, and only its crash event tells: tulios/kafkajs#1443, #1445. */
  async function openAgain(): Promise<void> {
    while (!hand.isStopping()) {
      try {
        consumer = await openConsumer(options, hand, openAgain);
        return;
      } catch (error) {
        log?.warn({ group: subscription.group, cause: describeError(error) }, 'Kafka cannot be reached; again');
        await new Promise((resolve) => setTimeout(resolve, refusedPauseMs));
      }
    }
  }

  consumer = await openConsumer(options, hand, openAgain);
  const commit = () =>
    commitProgress(consumer, hand).catch((error: unknown) => {
      log?.debug({ group: subscription.group, cause: describeError(error) }, 'offsets were not committed yet');
    });
  const committing = setInterval(() => void commit(), commitEveryMs);
  return {
    async stop() {
      hand.stop();
      clearInterval(committing);
      await hand.drain();
      await commit();
      await consumer.disconnect();
    },
  };
}

async function openConsumer(
  { kafka, subscription, prefix, log }: KafkaSubscriptionOptions,
  hand: Hand,
  gaveUp: () => Promise<void>,
): Promise<Consumer> {
  const consumer = kafka.consumer({ groupId: `${prefix}${subscription.group}`, ...timing, retry });
  consumer.on(consumer.events.GROUP_JOIN, hand.forget);
  consumer.on(consumer.events.CRASH, ({ payload }) => {
    log?.error({ group: subscription.group, cause: describeError(payload.error) }, 'the Kafka consumer broke');
    if (!payload.restart) void gaveUp();
  });
  try {
    await consumer.connect();
    await consumer.subscribe({
      topics: subscription.topics.map((topic) => kafkaTopic(prefix, topic)),
      fromBeginning: true,
    });
    await consumer.run({
      autoCommit: false,
      partitionsConsumedConcurrently: 8,
      eachBatch: (batch) => takeBatch(batch, hand),
    });
    return consumer;
  } catch (error) {
    await consumer.disconnect().catch(() => undefined);
    throw error;
  }
}

async function takeBatch(payload: EachBatchPayload, hand: Hand): Promise<void> {
  const { topic, partition, messages } = payload.batch;
  for (const message of messages) {
    while (!hand.hasRoom() && payload.isRunning() && !payload.isStale()) {
      await hand.room();
      await payload.heartbeat();
    }
    if (!payload.isRunning() || payload.isStale()) return;
    hand.take({ topic, partition }, message);
    payload.resolveOffset(message.offset);
  }
  await payload.heartbeat();
}

async function commitProgress(consumer: Consumer, hand: Hand): Promise<void> {
  const reached = hand.uncommitted();
  if (reached.length === 0) return;
  await consumer.commitOffsets(reached.map(({ partition, offset }) => ({ ...partition.name, offset: `${offset}` })));
  for (const { partition, offset } of reached) partition.committed = offset;
}

type Hand = ReturnType<typeof createHand>;

/** The events in hand: a chain per key, and the progress of each partition since the group last assembled. */
function createHand({ subscription, log, inHand }: KafkaSubscriptionOptions) {
  const chains = new Map<string, Promise<void>>();
  const wakeUp = createWakeUp();
  let partitions = new Map<string, Partition>();
  let taken = 0;
  let stopping = false;
  const isStopping = () => stopping;

  async function handleUntilDone(message: KafkaMessage): Promise<boolean> {
    const envelope = parse(message.value);
    while (!isStopping()) {
      try {
        await subscription.handle(envelope);
        return true;
      } catch (error) {
        log?.warn({ group: subscription.group, cause: describeError(error) }, 'an event was not handled; again');
        await new Promise((resolve) => setTimeout(resolve, refusedPauseMs));
      }
    }
    return false;
  }

  function partitionOf(name: PartitionName): Partition {
    const text = `${name.topic}/${name.partition}`;
    const known = partitions.get(text) ?? { name, progress: createPartitionProgress() };
    partitions.set(text, known);
    return known;
  }

  return {
    isStopping,
    hasRoom: () => taken < inHand,
    room: () => wakeUp.sleep(timing.heartbeatInterval),
    take(name: PartitionName, message: KafkaMessage) {
      const { progress } = partitionOf(name);
      const offset = BigInt(message.offset);
      progress.begin(offset);
      taken += 1;
      const key = `${name.topic}/${message.key?.toString() ?? ''}`;
      const chain = (chains.get(key) ?? Promise.resolve()).then(async () => {
        if (await handleUntilDone(message)) progress.finish(offset);
        taken -= 1;
        wakeUp.wake();
        if (chains.get(key) === chain) chains.delete(key);
      });
      chains.set(key, chain);
    },
    /** Partitions were dealt anew: what comes is read from the committed offsets again. */
    forget() {
      partitions = new Map();
    },
    uncommitted() {
      return [...partitions.values()].flatMap((partition) => {
        const offset = partition.progress.nextOffset();
        return offset === undefined || offset === partition.committed ? [] : [{ partition, offset }];
      });
    },
    stop() {
      stopping = true;
      wakeUp.wake();
    },
    async drain() {
      const deadline = new Promise<void>((resolve) => setTimeout(resolve, stopDeadlineMs).unref());
      await Promise.race([Promise.all(chains.values()), deadline]);
    },
  };
}

/** What travelled, as JSON where it is; else the text itself, which no contract accepts. */
export function parse(value: Buffer | null): unknown {
  const text = value?.toString() ?? '';
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

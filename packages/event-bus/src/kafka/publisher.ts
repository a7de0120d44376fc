import type { EventEnvelope } from '@nuangong/events';
import { Partitioners, type Kafka, type Message, type Producer, type RecordMetadata } from 'kafkajs';
import type { Logger } from 'pino';
import { describeError } from '../describe-error.ts';
import { kafkaTopic } from './topic-names.ts';

/** Sends events to their topics. */
export type Publisher = {
  start(): Promise<void>;
  /** Resolves when enough brokers have every event; calls run one after the other, so that keys keep their order. */
  publish(envelopes: readonly EventEnvelope[]): Promise<void>;
  stop(): Promise<void>;
};

export type PublisherOptions = { readonly kafka: Kafka; readonly prefix: string; readonly log: Logger | undefined };

type TopicMessages = { readonly topic: string; readonly messages: Message[] };

/**
 * Publishes through kafkajs's idempotent producer, working around two faults of its `sendMessages.js` that would lose
 * events:
 * - It repeats a request only for brokers that have not answered. A partition whose leadership moved to a broker that
 *   had already answered for others is never sent, without an error (tulios/kafkajs#1303, #1798): here, events that no
 *   answer covers are sent again.
 * - When it gives up, it resets its sequence numbers although a broker may have stored the events. The next events are
 *   then taken for duplicates and dropped, or refused permanently (see tulios/kafkajs#598): here, a producer that
 *   failed is replaced by a new one with a new producer id.
 * An event sent again arrives at most twice; the inbox makes it one effect.
 */
export function createPublisher({ kafka, prefix, log }: PublisherOptions): Publisher {
  const partitions = new WeakMap<Message, number>();
  let producer: Producer | undefined;
  let last: Promise<unknown> = Promise.resolve();

  /** kafkajs's own partitioner; records which partition it chose. */
  function createPartitioner() {
    const choose = Partitioners.DefaultPartitioner();
    return (choice: Parameters<typeof choose>[0]) => {
      const partition = choose(choice);
      partitions.set(choice.message, partition);
      return partition;
    };
  }

  async function connect(): Promise<Producer> {
    const fresh = kafka.producer({
      idempotent: true,
      maxInFlightRequests: 1,
      allowAutoTopicCreation: false,
      createPartitioner,
    });
    await fresh.connect();
    return fresh;
  }

  async function disconnect(): Promise<void> {
    const old = producer;
    producer = undefined;
    await old?.disconnect().catch((error: unknown) => {
      log?.debug({ cause: describeError(error) }, 'a Kafka producer did not disconnect');
    });
  }

  async function send(envelopes: readonly EventEnvelope[]): Promise<void> {
    try {
      producer ??= await connect();
      let unsent = messagesByTopic(prefix, envelopes);
      while (unsent.length > 0) {
        const answers = await producer.sendBatch({ acks: -1, topicMessages: [...unsent] });
        if (answers.length === 0) throw new Error('No Kafka broker answered for any of the events');
        unsent = withoutAnswer(unsent, answers, partitions);
        if (unsent.length > 0) log?.warn('leaders moved while events were sent: some go again');
      }
    } catch (error) {
      await disconnect();
      throw error;
    }
  }

  return {
    async start() {
      producer ??= await connect();
    },
    publish(envelopes) {
      if (envelopes.length === 0) return Promise.resolve();
      const sending = last.then(() => send(envelopes));
      last = sending.catch(() => undefined);
      return sending;
    },
    async stop() {
      await last;
      await disconnect();
    },
  };
}

function messagesByTopic(prefix: string, envelopes: readonly EventEnvelope[]): readonly TopicMessages[] {
  return [...Map.groupBy(envelopes, (envelope) => envelope.source)].map(([topic, events]) => ({
    topic: kafkaTopic(prefix, topic),
    messages: events.map((event) => ({
      key: event.subject,
      value: JSON.stringify(event),
      headers: { 'content-type': 'application/cloudevents+json', ce_id: event.id, ce_type: event.type },
    })),
  }));
}

function withoutAnswer(
  sent: readonly TopicMessages[],
  answers: readonly RecordMetadata[],
  partitions: WeakMap<Message, number>,
): readonly TopicMessages[] {
  const answered = new Set(answers.map(({ topicName, partition }) => `${topicName}/${partition}`));
  return sent
    .map(({ topic, messages }) => ({
      topic,
      messages: messages.filter((message) => !answered.has(`${topic}/${partitions.get(message)}`)),
    }))
    .filter(({ messages }) => messages.length > 0);
}

import { randomUUID } from 'node:crypto';
import type { EventEnvelope } from '@nuangong/events';
import { millisecondsOf } from '@nuangong/measurement';
import { Kafka, logLevel, Partitioners } from 'kafkajs';
import { createTopics, kafkaTopic } from '../src/kafka/topic-names.ts';

const clientOf = (brokers: readonly string[]) => new Kafka({ brokers: [...brokers], logLevel: logLevel.NOTHING });

/** Creates a topic of twelve partitions, like the transport's topics, and returns its name. */
export async function rawTopic(brokers: readonly string[]): Promise<string> {
  const prefix = `raw-${randomUUID()}.`;
  const kafka = clientOf(brokers);
  const admin = kafka.admin();
  await admin.connect();
  await createTopics(kafka, admin, { prefix, partitions: 12, replicationFactor: 1 });
  await admin.disconnect();
  return kafkaTopic(prefix, 'case-records');
}

/** The milliseconds that kafkajs's producer takes to send the events in batches, one request after the other. */
export async function produceRaw(
  brokers: readonly string[],
  topic: string,
  events: readonly EventEnvelope[],
  batch: number,
): Promise<number> {
  const producer = clientOf(brokers).producer({ createPartitioner: Partitioners.DefaultPartitioner });
  await producer.connect();
  await producer.send({ topic, acks: -1, messages: [{ key: 'first', value: '{}' }] });
  const milliseconds = await millisecondsOf(async () => {
    for (let from = 0; from < events.length; from += batch) {
      const messages = events.slice(from, from + batch).map((event) => ({
        key: event.subject,
        value: JSON.stringify(event),
      }));
      await producer.send({ topic, acks: -1, messages });
    }
  });
  await producer.disconnect();
  return milliseconds;
}

/** The milliseconds from joining a new group to the last of the messages, without processing them. */
export async function consumeRaw(brokers: readonly string[], topic: string, messages: number): Promise<number> {
  const consumer = clientOf(brokers).consumer({ groupId: topic, maxWaitTimeInMs: 100 });
  await consumer.connect();
  const all = Promise.withResolvers<void>();
  let seen = 0;
  const milliseconds = await millisecondsOf(async () => {
    await consumer.subscribe({ topic, fromBeginning: true });
    await consumer.run({
      partitionsConsumedConcurrently: 8,
      async eachBatch({ batch }) {
        seen += batch.messages.length;
        if (seen >= messages) all.resolve();
      },
    });
    await all.promise;
  });
  await consumer.disconnect();
  return milliseconds;
}

import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { freePorts, missingForKafka, startKafka } from '@nuangong/kafka';
import { createEmbeddedTransport } from '../src/embedded/embedded-transport.ts';
import { createKafkaTransport } from '../src/kafka/kafka-transport.ts';
import { createEmptyDatabase } from '../src/testing/event-database.ts';
import type { EventTransport } from '../src/transport/event-transport.ts';

/** One of the engines, empty. */
export type EmptyEngine = {
  /** Creates a transport that is not started yet: each service has its own. */
  connect(): EventTransport;
  close(): Promise<void>;
};

export type Engine = { readonly zh: string; readonly en: string; open(): Promise<EmptyEngine> };

export const embedded: Engine = {
  zh: '内嵌引擎',
  en: 'embedded',
  async open() {
    const database = await createEmptyDatabase();
    return { connect: () => createEmbeddedTransport({ databaseUrl: database.url }), close: () => database.drop() };
  },
};

/** Kafka on some brokers: every engine opened has its own topics and groups. */
export function kafkaOn(brokers: readonly string[]): Engine {
  return {
    zh: 'Kafka',
    en: 'Kafka',
    async open() {
      const prefix = `bench-${randomUUID()}.`;
      return { connect: () => createKafkaTransport({ brokers, prefix }), close: async () => undefined };
    },
  };
}

/** Runs work with one real broker; if Java or Maven is missing, prints that and returns undefined. */
export async function withBroker<T>(
  folder: string,
  work: (brokers: readonly string[]) => Promise<T>,
): Promise<T | undefined> {
  const missing = await missingForKafka();
  if (missing.length > 0) {
    process.stdout.write(`没有测 Kafka · Kafka was left out: ${missing.join('; ')}\n`);
    return undefined;
  }
  const [clients = 0, controller = 0] = await freePorts(2);
  const broker = await startKafka({ dataDirectory: join(folder, 'kafka'), ports: { clients, controller } });
  try {
    return await work(broker.brokers);
  } finally {
    await broker.stop();
  }
}

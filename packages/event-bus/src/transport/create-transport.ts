import type { Logger } from 'pino';
import { createEmbeddedTransport } from '../embedded/embedded-transport.ts';
import { createKafkaTransport } from '../kafka/kafka-transport.ts';
import type { EventTransport } from './event-transport.ts';

/** What decides the engine that carries the events. */
export type TransportEnvironment = {
  /** `host:port,host:port`: events go through this Kafka cluster. */
  readonly KAFKA_BROKERS?: string | undefined;
  /** Before each topic's and group's name, where several installations share a cluster. */
  readonly KAFKA_TOPIC_PREFIX?: string | undefined;
  /** How many copies of each event the cluster keeps, for topics that have to be made; 1 unless told. */
  readonly KAFKA_REPLICATION_FACTOR?: string | undefined;
  /** Without Kafka: the PostgreSQL database that carries the events. */
  readonly EVENTS_DATABASE_URL?: string | undefined;
};

/** Makes the transport that the environment names: Kafka when there are brokers, else the embedded one. */
export function createTransport(environment: TransportEnvironment, log?: Logger): EventTransport {
  const logging = log === undefined ? {} : { log };
  const brokers = (environment.KAFKA_BROKERS ?? '').split(',').map((broker) => broker.trim()).filter(Boolean);
  if (brokers.length > 0) {
    const replicationFactor = Number(environment.KAFKA_REPLICATION_FACTOR ?? 1);
    const prefix = environment.KAFKA_TOPIC_PREFIX;
    return createKafkaTransport({ brokers, replicationFactor, ...(prefix === undefined ? {} : { prefix }), ...logging });
  }
  const databaseUrl = environment.EVENTS_DATABASE_URL;
  if (!databaseUrl) throw new Error('Neither KAFKA_BROKERS nor EVENTS_DATABASE_URL is set: one must carry the events');
  return createEmbeddedTransport({ databaseUrl, ...logging });
}

import { readFileSync } from 'node:fs';
import type { Logger } from 'pino';
import { createEmbeddedTransport } from '../embedded/embedded-transport.ts';
import type { KafkaAccess } from '../kafka/kafka-access.ts';
import { createKafkaTransport } from '../kafka/kafka-transport.ts';
import type { EventTransport } from './event-transport.ts';
import type { TransportEnvironment } from './transport-environment.ts';

/**
 * Creates the transport that the environment names: Kafka if there are brokers, else the embedded one. Throws if
 * neither is named, or a file cannot be read.
 */
export function createTransport(environment: TransportEnvironment, log?: Logger): EventTransport {
  const logging = log === undefined ? {} : { log };
  const brokers = (environment.KAFKA_BROKERS ?? '')
    .split(',')
    .map((broker) => broker.trim())
    .filter(Boolean);
  if (brokers.length > 0) {
    const replicationFactor = environment.KAFKA_REPLICATION_FACTOR ?? 1;
    const prefix = environment.KAFKA_TOPIC_PREFIX;
    const sessionTimeoutMs = environment.KAFKA_SESSION_TIMEOUT_MS;
    return createKafkaTransport({
      brokers,
      replicationFactor,
      access: accessOf(environment),
      ...(prefix === undefined ? {} : { prefix }),
      ...(sessionTimeoutMs === undefined ? {} : { sessionTimeoutMs }),
      ...logging,
    });
  }
  const databaseUrl = environment.EVENTS_DATABASE_URL;
  if (!databaseUrl) throw new Error('Neither KAFKA_BROKERS nor EVENTS_DATABASE_URL is set: one must carry the events');
  return createEmbeddedTransport({ databaseUrl, ...logging });
}

function accessOf(environment: TransportEnvironment): KafkaAccess {
  const { KAFKA_SASL_MECHANISM: mechanism, KAFKA_SASL_USERNAME: username = '' } = environment;
  const password = environment.KAFKA_SASL_PASSWORD ?? fileOf(environment.KAFKA_SASL_PASSWORD_FILE)?.trimEnd() ?? '';
  return {
    tls: environment.KAFKA_TLS
      ? {
          authority: fileOf(environment.KAFKA_TLS_CA_FILE),
          certificate: fileOf(environment.KAFKA_TLS_CERTIFICATE_FILE),
          key: fileOf(environment.KAFKA_TLS_KEY_FILE),
        }
      : undefined,
    login: mechanism === undefined ? undefined : { mechanism, username, password },
  };
}

function fileOf(path: string | undefined): string | undefined {
  return path === undefined ? undefined : readFileSync(path, 'utf8');
}

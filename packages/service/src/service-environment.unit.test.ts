import { describe, expect, it } from 'vitest';
import { readServiceEnvironment } from './service-environment.ts';

describe('the environment of a service', () => {
  it('passes the transport’s variables on', () => {
    const read = readServiceEnvironment({
      PORT: '4001',
      DATABASE_URL: 'postgres://127.0.0.1/funds',
      JWKS_URL: 'http://127.0.0.1/jwks',
      GATEWAY_KEY: 'x',
      KAFKA_BROKERS: '127.0.0.1:1',
      KAFKA_TOPIC_PREFIX: 'city.',
      KAFKA_REPLICATION_FACTOR: '3',
    });
    expect(read).toMatchObject({ KAFKA_TOPIC_PREFIX: 'city.', KAFKA_REPLICATION_FACTOR: 3, LOG_LEVEL: 'info' });
  });

  it('is refused with its own problems and those of the transport together', () => {
    const refused = () => readServiceEnvironment({ PORT: 'none', KAFKA_SASL_MECHANISM: 'plain' });
    const problems = [
      'PORT',
      'DATABASE_URL',
      'JWKS_URL',
      'GATEWAY_KEY',
      'KAFKA_SASL_USERNAME is missing',
      'EVENTS_DATABASE_URL',
    ];
    for (const problem of problems) {
      expect(refused).toThrow(problem);
    }
  });
});

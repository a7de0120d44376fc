import { describe, expect, it } from 'vitest';
import { readTransportEnvironment } from './transport-environment.ts';

describe('the variables of the transport', () => {
  it('are read; an empty one counts as missing', () => {
    expect(
      readTransportEnvironment({
        KAFKA_BROKERS: ' 127.0.0.1:1 ',
        KAFKA_TLS: 'true',
        KAFKA_TLS_CA_FILE: import.meta.filename,
        KAFKA_REPLICATION_FACTOR: '3',
        KAFKA_SASL_MECHANISM: 'scram-sha-512',
        KAFKA_SASL_USERNAME: 'nuangong',
        KAFKA_SASL_PASSWORD: 'secret',
        KAFKA_SASL_PASSWORD_FILE: '',
        EVENTS_DATABASE_URL: '',
        HOME: '/nowhere',
      }),
    ).toEqual({
      KAFKA_BROKERS: '127.0.0.1:1',
      KAFKA_TLS: true,
      KAFKA_TLS_CA_FILE: import.meta.filename,
      KAFKA_REPLICATION_FACTOR: 3,
      KAFKA_SASL_MECHANISM: 'scram-sha-512',
      KAFKA_SASL_USERNAME: 'nuangong',
      KAFKA_SASL_PASSWORD: 'secret',
    });
    const empty = { KAFKA_BROKERS: '', KAFKA_TLS: '', KAFKA_SASL_MECHANISM: '', KAFKA_REPLICATION_FACTOR: '' };
    const read = readTransportEnvironment({ ...empty, EVENTS_DATABASE_URL: 'postgres://127.0.0.1/events' });
    expect(read.EVENTS_DATABASE_URL).toBe('postgres://127.0.0.1/events');
    expect(read.KAFKA_TLS).toBeUndefined();
  });

  it('are refused with every problem', () => {
    const refused = () =>
      readTransportEnvironment({
        KAFKA_REPLICATION_FACTOR: 'many',
        KAFKA_TLS_CA_FILE: '/nowhere/authority.pem',
        KAFKA_TLS_KEY_FILE: import.meta.filename,
        KAFKA_SASL_MECHANISM: 'plain',
        KAFKA_SASL_PASSWORD: 'secret',
        KAFKA_SASL_PASSWORD_FILE: import.meta.filename,
      });
    for (const problem of [
      'KAFKA_REPLICATION_FACTOR',
      'KAFKA_BROKERS or EVENTS_DATABASE_URL must say how events travel',
      'KAFKA_TLS must be true where certificates are named',
      'KAFKA_TLS_KEY_FILE and KAFKA_TLS_CERTIFICATE_FILE belong together: one is missing',
      'KAFKA_SASL_USERNAME is missing: KAFKA_SASL_MECHANISM needs a user',
      'KAFKA_SASL_PASSWORD or KAFKA_SASL_PASSWORD_FILE is needed by KAFKA_SASL_MECHANISM, and only one of them',
      'KAFKA_TLS_CA_FILE names a file that cannot be read',
    ]) {
      expect(refused).toThrow(problem);
    }
    expect(refused).not.toThrow('secret');
  });

  it('require a mechanism when there is a user', () => {
    const user = { KAFKA_BROKERS: '127.0.0.1:1', KAFKA_SASL_USERNAME: 'nuangong' };
    expect(() => readTransportEnvironment(user)).toThrow('KAFKA_SASL_MECHANISM must say how the user logs in');
  });
});

import { describe, expect, it } from 'vitest';
import { createTransport } from './create-transport.ts';

describe('the choice of a transport', () => {
  it('fails when no transport is configured', () => {
    expect(() => createTransport({})).toThrow('Neither KAFKA_BROKERS nor EVENTS_DATABASE_URL is set');
    expect(() => createTransport({ KAFKA_BROKERS: ' , ' })).toThrow('Neither KAFKA_BROKERS');
  });

  it('is Kafka when brokers are named, else the database', async () => {
    const kafka = createTransport({ KAFKA_BROKERS: '127.0.0.1:1', EVENTS_DATABASE_URL: 'postgres://127.0.0.1:1/x' });
    const embedded = createTransport({ EVENTS_DATABASE_URL: 'postgres://127.0.0.1:1/x' });
    await expect(embedded.start()).rejects.toThrow('ECONNREFUSED 127.0.0.1:1');
    await expect(kafka.publish([])).resolves.toBeUndefined();
  });
});

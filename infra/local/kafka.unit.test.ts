import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { kafkaEnvironment } from './kafka.ts';

const told = {
  KAFKA_BROKERS: 'kafka.city:9093',
  KAFKA_TLS: 'true',
  KAFKA_TLS_CA_FILE: 'authority.pem',
  KAFKA_TOPIC_PREFIX: 'city.',
  KAFKA_REPLICATION_FACTOR: '3',
  KAFKA_SASL_PASSWORD_FILE: '',
  HOME: '/nowhere',
};

test('services are told of your own brokers what ./nuangong was told, files by their full path', () => {
  expect(kafkaEnvironment('kafka.city:9093', told)).toEqual({
    KAFKA_BROKERS: 'kafka.city:9093',
    KAFKA_TLS: 'true',
    KAFKA_TLS_CA_FILE: resolve('authority.pem'),
    KAFKA_TOPIC_PREFIX: 'city.',
    KAFKA_REPLICATION_FACTOR: '3',
    KAFKA_SASL_PASSWORD_FILE: '',
  });
});

test('a node that was started here is reached plainly, whatever the environment says of others', () => {
  expect(Object.entries(kafkaEnvironment('127.0.0.1:1', told)).filter(([, value]) => value !== '')).toEqual([
    ['KAFKA_BROKERS', '127.0.0.1:1'],
  ]);
});

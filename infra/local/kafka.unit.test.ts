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

test('services get the same settings for external brokers as ./nuangong, with full paths of files', () => {
  expect(kafkaEnvironment('kafka.city:9093', told)).toEqual({
    KAFKA_BROKERS: 'kafka.city:9093',
    KAFKA_TLS: 'true',
    KAFKA_TLS_CA_FILE: resolve('authority.pem'),
    KAFKA_TOPIC_PREFIX: 'city.',
    KAFKA_REPLICATION_FACTOR: '3',
    KAFKA_SASL_PASSWORD_FILE: '',
  });
});

test('a local node is reached without TLS, regardless of settings for external brokers', () => {
  expect(Object.entries(kafkaEnvironment('127.0.0.1:1', told)).filter(([, value]) => value !== '')).toEqual([
    ['KAFKA_BROKERS', '127.0.0.1:1'],
  ]);
});

import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { forgetKafka, makeCertificates, missingForKafka, startKafkaCluster } from '@nuangong/kafka';
import type { Certificates, RunningCluster } from '@nuangong/kafka';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildVisits, until } from '../testing/visits.ts';
import { createTransport } from '../transport/create-transport.ts';
import { readTransportEnvironment } from '../transport/transport-environment.ts';

const missing = await missingForKafka();
const user = 'nuangong';
const password = 'correct horse';

describe.skipIf(missing.length > 0)(`Kafka behind TLS and a login (${missing.join() || 'nothing missing'})`, () => {
  let directory: string;
  let certificates: Certificates;
  let cluster: RunningCluster;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'nuangong-kafka-'));
    certificates = await makeCertificates(join(directory, 'certificates'));
    const security = { certificates, users: { [user]: password }, demandClientCertificate: true };
    cluster = await startKafkaCluster({ dataDirectory: join(directory, 'data'), nodes: 1, security });
  }, 180_000);

  afterAll(async () => {
    await cluster?.stop();
    await forgetKafka(directory);
  });

  const open = (changes: Readonly<Record<string, string>>) =>
    createTransport(
      readTransportEnvironment({
        KAFKA_BROKERS: cluster.brokers.join(','),
        KAFKA_TLS: 'true',
        KAFKA_TLS_CA_FILE: certificates.authority,
        KAFKA_TLS_CERTIFICATE_FILE: certificates.clientCertificate,
        KAFKA_TLS_KEY_FILE: certificates.clientKey,
        KAFKA_SASL_MECHANISM: 'scram-sha-512',
        KAFKA_SASL_USERNAME: user,
        KAFKA_SASL_PASSWORD: password,
        ...changes,
      }),
    );

  it.each(['plain', 'scram-sha-256', 'scram-sha-512'])(
    'carries events for a client that logs in by %s',
    async (mechanism) => {
      const file = join(directory, 'password');
      await writeFile(file, `${password}\n`);
      const transport = open({
        KAFKA_SASL_MECHANISM: mechanism,
        KAFKA_SASL_PASSWORD: '',
        KAFKA_SASL_PASSWORD_FILE: file,
        KAFKA_TOPIC_PREFIX: `${mechanism}.`,
      });
      await transport.start();
      try {
        const visits = buildVisits(5, 2);
        const handled: unknown[] = [];
        await transport.subscribe({
          group: 'reporting',
          topics: ['case-records'],
          async handle(envelope) {
            handled.push(envelope);
          },
        });
        await transport.publish(visits);
        await until('every event', () => handled.length === visits.length);
        const replayed = await transport.replay({ topics: ['case-records'], handle: async () => undefined });
        expect(replayed.events).toBe(visits.length);
        expect(await transport.readiness()).toBe(true);
      } finally {
        await transport.stop();
      }
    },
  );

  it.each(['plain', 'scram-sha-512'])('reports a wrong password, by %s', async (mechanism) => {
    const transport = open({ KAFKA_SASL_MECHANISM: mechanism, KAFKA_SASL_PASSWORD: 'battery staple' });
    await expect(transport.start()).rejects.toThrow(
      new RegExp(`Kafka refuses nuangong by ${mechanism}: .*Look at KAFKA_SASL_MECHANISM, KAFKA_SASL_USERNAME`, 'u'),
    );
    await transport.stop();
  });

  it('reports brokers whose certificate no trusted authority signed', async () => {
    const stranger = await makeCertificates(join(directory, 'stranger'));
    const transport = open({ KAFKA_TLS_CA_FILE: stranger.authority });
    await expect(transport.start()).rejects.toThrow(/^No TLS with .*: .*certificate.* Look at KAFKA_TLS_CA_FILE/u);
    await transport.stop();
  });

  it('reports that the brokers require a client certificate', async () => {
    const transport = open({ KAFKA_TLS_CERTIFICATE_FILE: '', KAFKA_TLS_KEY_FILE: '' });
    await expect(transport.start()).rejects.toThrow(/alert .*certificate.*\. .* at KAFKA_TLS_CERTIFICATE_FILE/u);
    await transport.stop();
  });
});

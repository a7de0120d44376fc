import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kafka, logLevel } from 'kafkajs';
import { describe, expect, it } from 'vitest';
import { forgetKafka, freePorts, missingForKafka, startKafka } from './kafka.ts';

const missing = await missingForKafka();

describe.skipIf(missing.length > 0)(`a Kafka node (needs ${missing.join(' and ') || 'nothing more'})`, () => {
  it('keeps its events over a restart', { timeout: 120_000 }, async () => {
    const dataDirectory = await mkdtemp(join(tmpdir(), 'nuangong-kafka-'));
    const [clients = 0, controller = 0] = await freePorts(2);
    const ports = { clients, controller };
    const first = await startKafka({ dataDirectory, ports });
    try {
      await withAdmin(first.brokers, (admin) => admin.createTopics({ topics: [{ topic: 'funds' }] }));
      await expect(startKafka({ dataDirectory, ports })).rejects.toThrow(`port ${clients} is taken`);
    } finally {
      await first.stop();
    }
    const second = await startKafka({ dataDirectory, ports });
    try {
      expect(await withAdmin(second.brokers, (admin) => admin.listTopics())).toContain('funds');
    } finally {
      await second.stop();
      await forgetKafka(dataDirectory);
    }
  });
});

async function withAdmin<T>(
  brokers: readonly string[],
  work: (admin: ReturnType<Kafka['admin']>) => Promise<T>,
): Promise<T> {
  const admin = new Kafka({ brokers: [...brokers], logLevel: logLevel.NOTHING }).admin();
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.disconnect();
  }
}

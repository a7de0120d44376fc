import { createServer } from 'node:net';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kafka, logLevel } from 'kafkajs';
import { describe, expect, it } from 'vitest';
import { forgetKafka, missingForKafka, startKafka } from './kafka.ts';

const missing = await missingForKafka();

describe.skipIf(missing.length > 0)(`a Kafka node (needs ${missing.join(' and ') || 'nothing more'})`, () => {
  it('keeps what it was told over a restart', { timeout: 120_000 }, async () => {
    const dataDirectory = await mkdtemp(join(tmpdir(), 'nuangong-kafka-'));
    const port = await findFreePort();
    const first = await startKafka({ dataDirectory, port });
    try {
      await withAdmin(first.brokers, (admin) => admin.createTopics({ topics: [{ topic: 'funds' }] }));
      await expect(startKafka({ dataDirectory, port })).rejects.toThrow(`port ${port} is taken`);
    } finally {
      await first.stop();
    }
    const second = await startKafka({ dataDirectory, port });
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

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

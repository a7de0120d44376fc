import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { describe, expect, it } from 'vitest';
import { createEmptyDatabase } from '../testing/event-database.ts';
import { buildVisits, until } from '../testing/visits.ts';
import { describeTransportContract } from '../transport/transport.contract.ts';
import { createEmbeddedTransport } from './embedded-transport.ts';

describe('the embedded transport', () => {
  describeTransportContract(async () => {
    const database = await createEmptyDatabase();
    return {
      environment: { EVENTS_DATABASE_URL: database.url, KAFKA_BROKERS: '' },
      async connect(options) {
        const transport = createEmbeddedTransport({ databaseUrl: database.url, ...options });
        await transport.start();
        return transport;
      },
      close: () => database.drop(),
    };
  });

  it('can be started by many copies at the same time in an empty database', async () => {
    const database = await createEmptyDatabase();
    const transports = Array.from({ length: 6 }, () => createEmbeddedTransport({ databaseUrl: database.url }));
    const seen: string[] = [];
    try {
      await Promise.all(transports.map((transport) => transport.start()));
      await Promise.all(
        transports.map((transport, place) =>
          transport.subscribe({
            group: place % 2 === 0 ? 'reporting' : 'funds',
            topics: ['case-records'],
            handle: async () => void seen.push('event'),
          }),
        ),
      );
      await transports[0]?.publish(buildVisits(10, 1));
      await until('ten events for each group', () => seen.length >= 20);
      expect(seen).toHaveLength(20);
    } finally {
      await Promise.all(transports.map((transport) => transport.stop()));
      await database.drop();
    }
  });

  it('sends few statements while nothing happens', async () => {
    const database = await createEmptyDatabase();
    const transport = createEmbeddedTransport({ databaseUrl: database.url });
    const watcher = new Client({ connectionString: database.url });
    await watcher.connect();
    const transactions = async () => {
      const { rows } = await watcher.query<{ count: number }>(
        `select xact_commit::float8 as count from pg_stat_database where datname = current_database()`,
      );
      return rows[0]?.count ?? 0;
    };
    try {
      await transport.start();
      await transport.subscribe({ group: 'reporting', topics: ['case-records'], handle: async () => undefined });
      await sleep(2_000);
      const before = await transactions();
      await sleep(4_000);
      expect((await transactions()) - before).toBeLessThan(60);
    } finally {
      await transport.stop();
      await watcher.end();
      await database.drop();
    }
  });
});

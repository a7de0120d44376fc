import { randomUUID } from 'node:crypto';
import { PgBoss } from 'pg-boss';
import { Pool } from 'pg';
import { createEmbeddedTransport } from '@nuangong/event-bus';
import { openLine } from '../line/line.ts';
import { createPostgresReader } from '../line/postgres-messages.ts';
import type { OpenEngine } from './engine.ts';
import { onPort } from './on-port.ts';

/** A silent copy counts as dead after this time instead of ten seconds, to keep trials short. */
const patienceSeconds = 2;
const superviseEveryMs = 500;
const unattended = { schedule: false, supervise: false, monitorIntervalSeconds: 1 };

/** Events inside PostgreSQL. */
export const openEmbeddedEngine: OpenEngine = async ({ postgresPort, eventsUrl }) => {
  const transport = createEmbeddedTransport({ databaseUrl: eventsUrl });
  await transport.start();
  const pool = new Pool({ connectionString: eventsUrl, max: 2 });
  pool.on('error', () => undefined);
  const boss = new PgBoss({ connectionString: eventsUrl, schema: 'event_queue', max: 2, ...unattended });
  boss.on('error', () => undefined);
  await boss.start();
  const supervising = setInterval(() => void supervise().catch(() => undefined), superviseEveryMs);

  async function supervise(): Promise<void> {
    await pool.query(
      `update event_queue.queue set heartbeat_seconds = least(heartbeat_seconds, $1), monitor_on = null,
         monitor_claim_on = null`,
      [patienceSeconds],
    );
    await boss.supervise();
  }

  return {
    name: 'embedded',
    transport,
    brokers: undefined,
    async connectionOf() {
      const line = await openLine({ serverPort: postgresPort, createReader: createPostgresReader });
      return {
        environment: { EVENTS_DATABASE_URL: onPort(eventsUrl, line.port), KAFKA_BROKERS: '' },
        lines: [line],
        close: () => line.close(),
      };
    },
    async deliverAgain(group, envelope) {
      const key = 'subject' in envelope ? String(envelope.subject) : randomUUID();
      await boss.insert(group, [{ singletonKey: key, data: { envelope } }]);
    },
    async publishAnything(topic, key, value) {
      for (const { group_name: group } of await groupsOf(pool, topic)) {
        await boss.insert(group, [{ singletonKey: key, data: { envelope: value } }]);
      }
    },
    async stop() {
      clearInterval(supervising);
      await boss.stop({ graceful: false, close: true });
      await pool.end();
      await transport.stop();
    },
  };
};

async function groupsOf(pool: Pool, topic: string): Promise<readonly { readonly group_name: string }[]> {
  const { rows } = await pool.query<{ group_name: string }>(
    'select group_name from events.event_subscription where topic = $1',
    [topic],
  );
  return rows;
}

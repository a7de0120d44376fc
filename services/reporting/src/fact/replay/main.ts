import pg from 'pg';
import { createTransport, readTransportEnvironment } from '@nuangong/event-bus';
import { createLogger } from '@nuangong/subgraph';
import { replayEvents } from './replay-events.ts';

const databaseUrl = process.env['DATABASE_URL'];
if (databaseUrl === undefined) throw new Error('DATABASE_URL names no database');
const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
const transport = createTransport(readTransportEnvironment(process.env), createLogger('replay', 'warn'));
await transport.start();
try {
  const replayed = await replayEvents(pool, transport);
  if (replayed.ok) {
    const { events, factsBefore, factsAfter } = replayed.value;
    process.stdout.write(`事件 ${events}，统计事实 ${factsBefore} → ${factsAfter} · `);
    process.stdout.write(`${events} events, facts ${factsBefore} → ${factsAfter}\n`);
  } else {
    process.stderr.write(`${replayed.problems.map(({ message }) => `${message.zh} · ${message.en}`).join('\n')}\n`);
    process.exitCode = 1;
  }
} finally {
  await transport.stop();
  await pool.end();
}

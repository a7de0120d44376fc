import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer, type AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { localDate } from '@nuangong/primitives';
import { openObligations } from './open-obligations.ts';
import { startScheduler, type ScheduledTask } from './start-scheduler.ts';
import { takeObligationSteps } from './take-obligation-steps.ts';
import { countyPath, createObligationDatabase, type ObligationDatabase } from './testing/obligation-database.ts';

let database: ObligationDatabase;
beforeAll(async () => {
  database = await createObligationDatabase();
});
afterAll(() => database.drop());

const logger = pino({ level: 'silent' });
const copy = (tasks: readonly ScheduledTask[]) =>
  startScheduler({ databaseUrl: database.url, tasks, logger, lookEverySeconds: 1 });

/** The task of a service whose clock stands still at a moment. */
const obligationsAt = (at: Date, ran: () => void): ScheduledTask => ({
  name: 'obligations',
  cron: '* * * * *',
  async run() {
    await takeObligationSteps(database.asSystem, at);
    ran();
  },
});

async function openOne(from: string): Promise<string> {
  const [{ id: recordId } = { id: '' }] = await database.inspect<{ id: string }>('select uuidv7()::text as id');
  const one = { organizationPath: countyPath, recordId, from: localDate(from), parts: {} };
  await database.within(countyPath, (run) =>
    openObligations(run, 'POSTING_ENDED', [one], new Date('2026-11-30T00:00:00Z')),
  );
  return recordId;
}

const stepsOf = async (recordId: string): Promise<readonly string[]> =>
  (
    await database.inspect<{ step: string }>(
      `select s.kind || ' ' || s.on_day as step from obligation_step s join obligation o on o.id = s.obligation_id
       where o.record_id = $1::uuid order by s.at, s.on_day`,
      recordId,
    )
  ).map(({ step }) => step);

async function until(holds: () => Promise<boolean>, seconds = 45): Promise<void> {
  for (const end = Date.now() + seconds * 1_000; Date.now() < end; await pause(200)) if (await holds()) return;
  throw new Error('it did not come');
}

const everyStep = ['OPENED 2026-12-10', 'REMINDED 2026-12-07', 'REMINDED 2026-12-10', 'ESCALATED 2026-12-11'] as const;

test('given two copies of a service, when the day comes, then one reminder and one escalation are sent', async () => {
  const recordId = await openOne('2026-12-07');
  let runs = 0;
  const at = new Date('2026-12-11T02:00:00Z');
  const copies = await Promise.all([1, 2].map(() => copy([obligationsAt(at, () => (runs += 1))])));
  await until(async () => runs > 0);
  await Promise.all(copies.map((one) => one.stop()));
  const again = await copy([obligationsAt(at, () => (runs += 10))]);
  await until(async () => runs >= 10);
  await again.stop();
  expect((await stepsOf(recordId)).toSorted()).toEqual(everyStep.toSorted());
});

test('given a copy that is killed in the middle of a task, then another copy runs it once', async () => {
  const recordId = await openOne('2026-12-07');
  const script = fileURLToPath(new URL('testing/hang-in-task.ts', import.meta.url));
  const doomed = spawn(process.execPath, [script, database.url, '2026-12-11'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(doomed.stdout, 'data');
  let runs = 0;
  const other = await copy([obligationsAt(new Date('2026-12-11T02:00:00Z'), () => (runs += 1))]);
  expect(await stepsOf(recordId)).toEqual(['OPENED 2026-12-10']);
  doomed.kill('SIGKILL');
  await once(doomed, 'exit');
  await until(async () => runs > 0);
  await other.stop();
  expect((await stepsOf(recordId)).toSorted()).toEqual(everyStep.toSorted());
});

test('given a database that cannot be reached at the start, then the tasks run once it can', async () => {
  const { port: behind } = new URL(database.url);
  const line = createServer((client) => {
    const server = connect(Number(behind), '127.0.0.1');
    for (const [one, other] of [
      [client, server],
      [server, client],
    ] as const) {
      one.on('error', () => other.destroy()).pipe(other);
    }
  });
  line.listen(0, '127.0.0.1');
  await once(line, 'listening');
  const { port } = line.address() as AddressInfo;
  line.close();
  await once(line, 'close');
  const url = new URL(database.url);
  url.port = `${port}`;
  const ran = Promise.withResolvers<void>();
  const task: ScheduledTask = { name: 'late', cron: '* * * * *', run: async () => ran.resolve() };
  const scheduler = await startScheduler({ databaseUrl: `${url}`, tasks: [task], logger, lookEverySeconds: 1 });
  line.listen(port, '127.0.0.1');
  await ran.promise;
  await scheduler.stop();
  line.close();
});

test('a task that fails runs again', async () => {
  let runs = 0;
  const failing = await copy([
    {
      name: 'failing',
      cron: '0 0 1 1 *',
      async run() {
        runs += 1;
        if (runs === 1) throw new Error('the first time');
      },
    },
  ]);
  await until(async () => runs > 1);
  await failing.stop();
});

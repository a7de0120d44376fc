import { pino } from 'pino';
import { Client } from 'pg';
import { startScheduler } from '../start-scheduler.ts';

/**
 * A copy of a service for the tests: its scheduled task takes the steps of the day in its second argument, says so, and
 * hangs before it commits, until it is killed.
 */
const [databaseUrl = '', day = ''] = process.argv.slice(2);

await startScheduler({
  databaseUrl,
  logger: pino({ level: 'silent' }),
  lookEverySeconds: 1,
  tasks: [
    {
      name: 'obligations',
      cron: '* * * * *',
      async run() {
        const client = new Client({ connectionString: databaseUrl });
        await client.connect();
        await client.query('begin');
        await client.query('select reminded from take_obligation_steps($1::date, now())', [day]);
        process.stdout.write('taken\n');
        await new Promise(() => undefined);
      },
    },
  ],
});

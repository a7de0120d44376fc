import type { RunSql } from '@nuangong/database';
import type { Pool } from 'pg';
import type { ScheduledTask } from './start-scheduler.ts';
import { takeObligationSteps } from './take-obligation-steps.ts';

/**
 * Reminds, escalates and ends what is due, every five minutes.
 *
 * @param pool the service's role; no actor is set, because the function sees all organisations.
 */
export function obligationTask(pool: Pool, clock: () => Date): ScheduledTask {
  const run: RunSql = async <Row extends object>(sql: string, ...values: readonly unknown[]) =>
    (await pool.query<Row>(sql, [...values])).rows;
  return {
    name: 'obligations',
    cron: '*/5 * * * *',
    run: async () => {
      await takeObligationSteps(run, clock());
    },
  };
}

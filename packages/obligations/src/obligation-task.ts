import { pgSql } from '@nuangong/database';
import type { Pool } from 'pg';
import type { ScheduledTask } from './start-scheduler.ts';
import { takeObligationSteps } from './take-obligation-steps.ts';

/**
 * Reminds, escalates and ends what is due, every five minutes.
 *
 * @param pool the service's role; no actor is set, because the function sees all organisations.
 */
export function obligationTask(pool: Pool, clock: () => Date): ScheduledTask {
  return {
    name: 'obligations',
    cron: '*/5 * * * *',
    run: async () => {
      await takeObligationSteps(pgSql(pool), clock());
    },
  };
}

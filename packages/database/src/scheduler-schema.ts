import { PgBoss } from 'pg-boss';

/** The schema of a service's scheduler queue in its own database. */
export const schedulerSchema = 'scheduler';

/**
 * Creates or upgrades the queue library's tables for the service's scheduler, by the library's own migrations. The
 * service's role uses them but cannot change them.
 *
 * @param ownerUrl connects as the owner of the database.
 */
export async function prepareScheduler(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({
    connectionString: ownerUrl,
    schema: schedulerSchema,
    max: 1,
    supervise: false,
    schedule: false,
  });
  boss.on('error', () => undefined);
  await boss.start();
  await boss.stop({ graceful: false, close: true });
}

import { PrismaPg } from '@prisma/adapter-pg';
import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import type { Pool } from 'pg';

/**
 * Prisma's adapter for the schema engine, except that a migration goes to PostgreSQL whole and so in one transaction:
 * Prisma's own cuts a script at every semicolon, in comments and function bodies too.
 */
export function migrationAdapter(pool: Pool): SqlMigrationAwareDriverAdapterFactory {
  const factory = new PrismaPg(pool);
  const executeScript = async (script: string): Promise<void> => {
    await pool.query(script);
  };
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => Object.assign(await factory.connect(), { executeScript }),
    connectToShadowDb: async () => factory.connectToShadowDb(),
  };
}

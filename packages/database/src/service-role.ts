import type { Client } from 'pg';
import { schedulerSchema } from './scheduler-schema.ts';

/**
 * Lets a service's role use its database without owning anything in it: the role reads and writes rows under row-level
 * security, and cannot alter, drop or bypass. Safe to repeat after each migration.
 */
export async function grantServiceRole(owner: Client, role: string): Promise<void> {
  const name = owner.escapeIdentifier(role);
  await owner.query(`
    grant usage on schema public, access, ${schedulerSchema} to ${name};
    grant select, insert, update, delete on all tables in schema public, ${schedulerSchema} to ${name};
    grant usage, select on all sequences in schema public, ${schedulerSchema} to ${name};
    grant execute on all functions in schema public, access, ${schedulerSchema} to ${name};
    grant execute on all procedures in schema public to ${name};
    revoke all on table _prisma_migrations from ${name};
  `);
}

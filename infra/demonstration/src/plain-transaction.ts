import type { Pool, PoolClient } from 'pg';
import type { TransactionClient } from '@nuangong/service';

/** The statement of a template, its values as numbered parameters. */
const numbered = (template: TemplateStringsArray): string =>
  template.reduce((text, part, place) => `${text}$${place}${part}`);

/**
 * Runs reactions that send plain statements in a transaction of node-pg, which costs a quarter of Prisma's processor
 * time a statement. A reaction that uses a model fails here.
 */
export async function inPlainTransaction<Tx extends TransactionClient>(
  pool: Pool,
  work: (tx: Tx) => Promise<void>,
): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await work(plainClient(client) as Tx);
    await client.query('commit');
    client.release();
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    client.release(true);
    throw error;
  }
}

function plainClient(client: PoolClient): TransactionClient {
  const rows = async (sql: string, values: readonly unknown[]) => (await client.query(sql, [...values])).rows;
  return {
    $queryRawUnsafe: (sql, ...values) => rows(sql, values),
    $queryRaw: async <T>(template: TemplateStringsArray, ...values: unknown[]) =>
      (await rows(numbered(template), values)) as T,
    $executeRaw: async (template, ...values) => (await client.query(numbered(template), values)).rowCount ?? 0,
  };
}

import type { PoolClient } from 'pg';

/** Runs one statement with numbered parameters and returns its rows. */
export type RunSql = <Row extends object>(sql: string, ...values: readonly unknown[]) => Promise<readonly Row[]>;

/** Runs statements in a Prisma transaction. */
export function prismaSql(tx: { $queryRawUnsafe(sql: string, ...values: unknown[]): PromiseLike<unknown> }): RunSql {
  return async <Row extends object>(sql: string, ...values: readonly unknown[]) =>
    (await tx.$queryRawUnsafe(sql, ...values)) as readonly Row[];
}

/** Runs statements in a node-pg transaction, or with a pool each on its own. */
export function pgSql(client: Pick<PoolClient, 'query'>): RunSql {
  return async <Row extends object>(sql: string, ...values: readonly unknown[]) =>
    (await client.query<Row>(sql, [...values])).rows;
}

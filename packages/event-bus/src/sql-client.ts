type Row = Readonly<Record<string, unknown>>;

/** A node-pg client or pool. */
export interface PgClient {
  query(sql: string, values?: unknown[]): Promise<{ rows: Row[] }>;
}

/** A Prisma client or its transaction client. */
export interface PrismaClientLike {
  $queryRawUnsafe(sql: string, ...values: unknown[]): PromiseLike<unknown>;
}

/** Anything else that can run one statement and return its rows. */
export interface StatementExecutor {
  execute(sql: string, values: readonly unknown[]): Promise<readonly Row[]>;
}

/** What can run a statement of the outbox or inbox: the transaction that the service works in. */
export type SqlClient = PgClient | PrismaClientLike | StatementExecutor;

/** Runs one statement with positional parameters and returns its rows. */
export async function runStatement(
  client: SqlClient,
  sql: string,
  values: readonly unknown[],
): Promise<readonly Row[]> {
  if ('$queryRawUnsafe' in client) {
    return (await client.$queryRawUnsafe(sql, ...values)) as readonly Row[];
  }
  if ('execute' in client) {
    return client.execute(sql, values);
  }
  return (await client.query(sql, [...values])).rows;
}

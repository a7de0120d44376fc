import type { Client } from 'pg';
import type { DataKey, SealedPlace } from './sealed-text.ts';
import { beginningUnder, sealText } from './sealed-text.ts';
import { keyColumnOf, organizationSql, rowSql, type SealedColumn } from './sealed-columns.ts';

/** Opens anything that a column may contain: texts under any key that is not destroyed. */
export type OpenAny = (sealed: string, place: SealedPlace) => Promise<string>;

export interface Resealing {
  /** With a role that sees every organisation's rows. */
  readonly client: Client;
  readonly current: DataKey;
  readonly open: OpenAny;
  /** Reserves this many uses of the current key in the table, before they are made. */
  readonly takeUses: (uses: number) => Promise<void>;
  /** Rows per transaction. */
  readonly rowsAtOnce: number;
  /** Called after each transaction; an error thrown here stops the work. */
  readonly afterBatch?: ((sealed: number) => void | Promise<void>) | undefined;
}

interface Row {
  readonly id: string;
  readonly row: string;
  readonly organization: string | null;
  readonly sealed: string;
}

/**
 * Makes one pass over a column and reseals what is not under the current key, a few hundred rows per transaction. Rows
 * that are locked are left to the next pass, and a row changed in between keeps its new text.
 *
 * @returns how many texts were resealed.
 */
export async function resealColumn(column: SealedColumn, resealing: Resealing): Promise<number> {
  let after = '00000000-0000-0000-0000-000000000000';
  let all = 0;
  for (;;) {
    const { last, sealed } = await inTransaction(resealing.client, () => resealBatch(column, resealing, after));
    all += sealed;
    await resealing.afterBatch?.(sealed);
    if (last === undefined) return all;
    after = last;
  }
}

/** How many of a column's sealed texts are not under the current key. */
export async function countLeft(client: Client, column: SealedColumn, current: DataKey): Promise<number> {
  const { rows } = await client.query<{ left: string }>(
    `select count(*) as left from "${column.table}" t where ${isLeft(column)}`,
    [beginningUnder(current.id)],
  );
  return Number(rows[0]?.left ?? 0);
}

function isLeft({ column, orPlain }: SealedColumn): string {
  const sealed = orPlain ? `t."${column}" ~ '^v2[.]'` : `t."${column}" is not null`;
  return `(${sealed} and not starts_with(t."${column}", $1))`;
}

async function resealBatch(
  column: SealedColumn,
  { client, current, open, takeUses, rowsAtOnce }: Resealing,
  after: string,
): Promise<{ readonly last: string | undefined; readonly sealed: number }> {
  const { table } = column;
  const key = `t."${keyColumnOf(column)}"`;
  const { rows } = await client.query<Row>(
    `select ${key}::text as id, ${rowSql(column)} as row, ${organizationSql(column)} as organization,
       t."${column.column}" as sealed
     from "${table}" t where ${key} > $2::uuid and ${isLeft(column)}
     order by ${key} limit $3 for no key update skip locked`,
    [beginningUnder(current.id), after, rowsAtOnce],
  );
  if (rows.length === 0) return { last: undefined, sealed: 0 };
  await takeUses(rows.length);
  const texts = await Promise.all(
    rows.map(async ({ row, organization, sealed }) => {
      const place = { table, column: column.column, row, organization };
      return sealText(current, await openNamed(open, sealed, place), place);
    }),
  );
  const { rowCount } = await client.query(
    `update "${table}" t set "${column.column}" = g.text
     from unnest($1::uuid[], $2::text[], $3::text[]) as g(id, before, text)
     where ${key} = g.id and t."${column.column}" = g.before`,
    [rows.map(({ id }) => id), rows.map(({ sealed }) => sealed), texts],
  );
  return { last: rows.at(-1)?.id, sealed: rowCount ?? 0 };
}

async function openNamed(open: OpenAny, sealed: string, place: SealedPlace): Promise<string> {
  try {
    return await open(sealed, place);
  } catch (cause) {
    throw new Error(`${place.table}.${place.column} of row ${place.row} does not open`, { cause });
  }
}

async function inTransaction<T>(client: Client, work: () => Promise<T>): Promise<T> {
  await client.query('begin');
  try {
    const value = await work();
    await client.query('commit');
    return value;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

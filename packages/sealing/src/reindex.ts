import { Client } from 'pg';
import { blindIndexOf } from './blind-index.ts';
import { openKeyring } from './keyring.ts';
import type { RotationOptions } from './rotate-data-key.ts';
import { readSealedColumns, rowSql, organizationSql, type SealedColumn } from './sealed-columns.ts';
import type { SecretKey } from './secret-key.ts';

export interface ReindexOptions extends Pick<RotationOptions, 'service' | 'ownerUrl' | 'masters' | 'cipher'> {
  readonly key: SecretKey;
  /** The previous key, under which rows may still be indexed and by which every service still searches. */
  readonly before: SecretKey;
  /** Rows per transaction; 500 by default. */
  readonly rowsAtOnce?: number;
}

/** A column of blind indexes, and the columns with copies of them, according to their comments. */
interface IndexedColumn {
  readonly table: string;
  readonly column: string;
  readonly sealed: SealedColumn;
  readonly copies: readonly { readonly table: string; readonly column: string }[];
}

/** The new index key equals the old one: there is nothing to rewrite, and no pass over the rows would finish. */
export class SameIndexKey extends Error {
  constructor() {
    super('the new key of the blind index is the old one');
    this.name = 'SameIndexKey';
  }
}

/**
 * Rewrites every blind index under another key, online and in small transactions, each copy together with its original;
 * repeats passes over the rows until one finds nothing left. When restarted, it continues with what is left. Each
 * transaction and concurrent registrations wait for each other, because they write the same rows in different orders.
 *
 * @returns how many indexes were rewritten, without copies.
 * @throws {SameIndexKey} if both keys are equal.
 */
export async function reindex(options: ReindexOptions): Promise<number> {
  if (options.key.equals(options.before)) throw new SameIndexKey();
  const client = new Client({ connectionString: options.ownerUrl, application_name: 'nuangong reindexing' });
  await client.connect();
  const { service, masters, cipher, ownerUrl } = options;
  const keyring = await openKeyring({
    service,
    masters,
    cipher,
    databaseUrl: ownerUrl,
    block: 1,
    onTrouble: () => undefined,
  });
  const open: Open = (sealed, place) => keyring.open(sealed, place);
  try {
    let written = 0;
    for (const indexed of await readIndexedColumns(client)) {
      for (;;) {
        const pass = await passOver(client, indexed, options, open);
        written += pass.written;
        if (pass.written + pass.copies === 0) break;
      }
    }
    return written;
  } finally {
    await keyring.stop();
    await client.end();
  }
}

type Open = (sealed: string, place: Parameters<Awaited<ReturnType<typeof openKeyring>>['open']>[1]) => Promise<string>;
interface Pass {
  readonly written: number;
  readonly copies: number;
}

async function passOver(client: Client, indexed: IndexedColumn, options: ReindexOptions, open: Open): Promise<Pass> {
  let after = '00000000-0000-0000-0000-000000000000';
  const all = { written: 0, copies: 0 };
  for (;;) {
    await client.query('begin');
    try {
      const { last, written, copies } = await rewriteBatch(client, indexed, options, open, after);
      await client.query('commit');
      all.written += written;
      all.copies += copies;
      if (last === undefined) return all;
      after = last;
    } catch (error) {
      await client.query('rollback').catch(() => undefined);
      throw error;
    }
  }
}

async function rewriteBatch(
  client: Client,
  { table, column, sealed, copies }: IndexedColumn,
  { key, before, rowsAtOnce = 500 }: ReindexOptions,
  open: Open,
  after: string,
): Promise<Pass & { readonly last: string | undefined }> {
  await client.query(`select pg_advisory_xact_lock(hashtextextended('registering under two blind indexes', 0))`);
  const { rows } = await client.query<{ id: string; row: string; organization: string | null; text: string }>(
    `select t.id::text as id, ${rowSql(sealed)} as row, ${organizationSql(sealed)} as organization,
       t."${sealed.column}" as text
     from "${table}" t where t.id > $1::uuid and t."${sealed.column}" is not null
     order by t.id limit $2 for no key update`,
    [after, rowsAtOnce],
  );
  if (rows.length === 0) return { last: undefined, written: 0, copies: 0 };
  const values = await Promise.all(
    rows.map(({ row, organization, text }) => open(text, { table, column: sealed.column, row, organization })),
  );
  const [olds, news] = [
    values.map((value) => blindIndexOf(before, value)),
    values.map((value) => blindIndexOf(key, value)),
  ];
  const rewrite = async (name: string, of: string): Promise<number> => {
    const { rowCount } = await client.query(
      `update "${name}" t set "${of}" = g.new from unnest($1::bytea[], $2::bytea[]) as g(old, new) where t."${of}" = g.old`,
      [olds, news],
    );
    return rowCount ?? 0;
  };
  const written = await rewrite(table, column);
  let copied = 0;
  for (const copy of copies) copied += await rewrite(copy.table, copy.column);
  return { last: rows.at(-1)?.id, written, copies: copied };
}

async function readIndexedColumns(client: Client): Promise<readonly IndexedColumn[]> {
  const sealedColumns = await readSealedColumns(client);
  const { rows } = await client.query<{ table: string; column: string; words: string }>(
    `select c.relname as table, a.attname as column, d.description as words
     from pg_description d join pg_class c on c.oid = d.objoid and d.classoid = 'pg_class'::regclass
     join pg_attribute a on a.attrelid = c.oid and a.attnum = d.objsubid
     where c.relnamespace = 'public'::regnamespace and d.objsubid > 0 and d.description like 'blind index; %'`,
  );
  return rows.flatMap(({ table, column, words }) => {
    const of = /^blind index; of: ([a-z_]+)$/.exec(words)?.[1];
    if (of === undefined) return [];
    const sealed = sealedColumns.find((each) => each.table === table && each.column === of);
    if (sealed === undefined) throw new Error(`${table}.${column} is the index of ${of}, which is no sealed column`);
    const copies = rows.filter((other) => other.words === `blind index; copy of: ${table}.${column}`);
    return [{ table, column, sealed, copies }];
  });
}

import type { ClientBase } from 'pg';

/**
 * A column that holds sealed texts, as its comment in the database says, which only the tables' owner can write:
 * `sealed; row: id` or `sealed; row: import_id/place; organization: organization_path`, or ending in `or plain` where the
 * program’s own words stand in the same column as somebody’s sealed ones.
 */
export interface SealedColumn {
  readonly table: string;
  readonly column: string;
  /** The columns that name a text's row, joined by `/`. */
  readonly rowColumns: readonly string[];
  readonly organizationColumn: string | null;
  /** The program’s own words stand in the column too, in plain. */
  readonly orPlain: boolean;
}

const comment = /^sealed; row: ([a-z_]+(?:\/[a-z_]+)*)(?:; organization: ([a-z_]+))?(; or plain)?$/;

/** The sealed columns of a database; throws where a comment that begins with `sealed` cannot be read. */
export async function readSealedColumns(client: ClientBase): Promise<readonly SealedColumn[]> {
  const { rows } = await client.query<{ table: string; column: string; comment: string }>(
    `select c.relname as table, a.attname as column, d.description as comment
     from pg_description d join pg_class c on c.oid = d.objoid and d.classoid = 'pg_class'::regclass
     join pg_attribute a on a.attrelid = c.oid and a.attnum = d.objsubid
     where c.relnamespace = 'public'::regnamespace and d.objsubid > 0 and d.description like 'sealed%'
     order by 1, 2`,
  );
  return rows.map(({ table, column, comment: words }) => {
    const [, row, organization, orPlain] = comment.exec(words) ?? [];
    if (row === undefined) throw new Error(`the comment of ${table}.${column} does not say how it is sealed: ${words}`);
    return {
      table,
      column,
      rowColumns: row.split('/'),
      organizationColumn: organization ?? null,
      orPlain: orPlain !== undefined,
    };
  });
}

/** The SQL of what names a text's row. */
export function rowSql({ rowColumns }: SealedColumn): string {
  return rowColumns.map((each) => `t."${each}"::text`).join(` || '/' || `);
}

/** The column of uuids by which a table is gone through: what names a text's row where it is one, else `id`. */
export function keyColumnOf({ rowColumns }: SealedColumn): string {
  const [only, ...others] = rowColumns;
  return only !== undefined && others.length === 0 ? only : 'id';
}

/** The SQL of a text's organisation, or null. */
export function organizationSql({ organizationColumn }: SealedColumn): string {
  return organizationColumn === null ? 'null::text' : `t."${organizationColumn}"::text`;
}

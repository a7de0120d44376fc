import type { ClientBase } from 'pg';

/**
 * A column with sealed texts, declared by its comment in the database, which only the tables' owner can write: `sealed;
 * row: id` or `sealed; row: import_id/place; organization: organization_path`, or ending in `or plain` if the column
 * has the program’s own plain texts beside sealed ones.
 */
export interface SealedColumn {
  readonly table: string;
  readonly column: string;
  /** The columns that identify a text's row, joined by `/`. */
  readonly rowColumns: readonly string[];
  readonly organizationColumn: string | null;
  /** The column also contains the program’s own texts, in plain. */
  readonly orPlain: boolean;
}

const comment = /^sealed; row: ([a-z_]+(?:\/[a-z_]+)*)(?:; organization: ([a-z_]+))?(; or plain)?$/;

/** The sealed columns of a database; throws if a comment that begins with `sealed` cannot be parsed. */
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

/** SQL for the row identifier of a text. */
export function rowSql({ rowColumns }: SealedColumn): string {
  return rowColumns.map((each) => `t."${each}"::text`).join(` || '/' || `);
}

/** The UUID column by which a table is traversed: the row identifier if it is a single column, else `id`. */
export function keyColumnOf({ rowColumns }: SealedColumn): string {
  const [only, ...others] = rowColumns;
  return only !== undefined && others.length === 0 ? only : 'id';
}

/** SQL for the organisation of a text, or null. */
export function organizationSql({ organizationColumn }: SealedColumn): string {
  return organizationColumn === null ? 'null::text' : `t."${organizationColumn}"::text`;
}

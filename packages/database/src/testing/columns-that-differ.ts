import { Client } from 'pg';

/** What a generated Prisma client says of its models (its `Prisma.dmmf.datamodel.models` or the Pothos datamodel). */
interface Model {
  readonly name: string;
  readonly dbName?: string | null;
  readonly fields: readonly {
    readonly name: string;
    readonly dbName?: string | null;
    readonly kind: string;
    readonly isRequired: boolean;
    readonly isList: boolean;
  }[];
}

/**
 * Compares Prisma's models with the migrated database: a model without its table, a field without its column, a column
 * that may be null where the field may not. An empty answer means that migrations and schema say the same.
 */
export async function columnsThatDiffer(ownerUrl: string, models: readonly Model[]): Promise<readonly string[]> {
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    const { rows } = await owner.query<{ table: string; column: string; nullable: boolean }>(
      `select table_name as table, column_name as column, is_nullable = 'YES' as nullable
       from information_schema.columns where table_schema = 'public'`,
    );
    const columns = new Map(rows.map((row) => [`${row.table}.${row.column}`, row.nullable]));
    return models.flatMap((model) =>
      model.fields
        .filter((field) => field.kind === 'scalar' || field.kind === 'enum')
        .flatMap((field) => {
          const column = `${model.dbName ?? model.name}.${field.dbName ?? field.name}`;
          const nullable = columns.get(column);
          if (nullable === undefined) return [`${column} is not in the database`];
          if (nullable === field.isRequired && !field.isList) return [`${column} differs in being required`];
          return [];
        }),
    );
  } finally {
    await owner.end();
  }
}

import { PrismaPg } from '@prisma/adapter-pg';
import { Client } from 'pg';

interface Field {
  readonly name: string;
  readonly kind: string;
  readonly isRequired: boolean;
  readonly isList: boolean;
  readonly dbName?: string;
}

/** The datamodel of generated Pothos types (`getDatamodel()`), which has the required flags. */
interface Datamodel {
  readonly datamodel: { readonly models: Readonly<Record<string, { readonly fields: readonly Field[] }>> };
}

/** A generated client's own model of the schema, which has the names used in the database. */
interface NamedModel {
  readonly dbName: string | null;
  readonly fields: readonly { readonly name: string; readonly dbName?: string }[];
}

/**
 * Compares Prisma's schema with the migrated database: finds a model without its table, a field without its column, and
 * a field and a column that disagree about null. An empty result means that both match.
 *
 * @param connect builds the service's generated client.
 */
export async function columnsThatDiffer(
  ownerUrl: string,
  connect: (adapter: PrismaPg) => object,
  datamodel: unknown,
): Promise<readonly string[]> {
  const columns = await columnsOf(ownerUrl);
  const client = connect(new PrismaPg({ connectionString: ownerUrl }));
  const named = (Reflect.get(client, '_runtimeDataModel') as { models: Readonly<Record<string, NamedModel>> }).models;
  const required = (datamodel as Datamodel).datamodel.models;
  const models = Object.entries(required);
  if (models.length === 0) return ['the datamodel has no models'];
  return models.flatMap(([name, { fields }]) =>
    fields
      .filter((field) => field.kind === 'scalar' || field.kind === 'enum')
      .flatMap((field) => {
        const inDatabase = named[name]?.fields.find((one) => one.name === field.name)?.dbName ?? field.name;
        const column = `${named[name]?.dbName ?? name}.${inDatabase}`;
        const nullable = columns.get(column);
        if (nullable === undefined) return [`${column} is not in the database`];
        return nullable === field.isRequired && !field.isList ? [`${column} differs in being required`] : [];
      }),
  );
}

async function columnsOf(ownerUrl: string): Promise<ReadonlyMap<string, boolean>> {
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    const { rows } = await owner.query<{ table: string; column: string; nullable: boolean }>(
      `select table_name as table, column_name as column, is_nullable = 'YES' as nullable
       from information_schema.columns where table_schema = 'public'`,
    );
    return new Map(rows.map((row) => [`${row.table}.${row.column}`, row.nullable]));
  } finally {
    await owner.end();
  }
}

import type { EventEmitter } from 'node:events';
import { PrismaPg } from '@prisma/adapter-pg';
import {
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlQuery,
  type SqlResultSet,
} from '@prisma/driver-adapter-utils';
import type { FieldDef, Pool, PoolClient } from 'pg';

/** Marks the running migration as done, in the transaction of its script. */
const markFinished = 'update _prisma_migrations set finished_at = now() where finished_at is null';

/**
 * Prisma's adapter for the schema engine, with two differences. A migration is sent to PostgreSQL as a whole, and
 * therefore runs in one transaction together with its record: Prisma's adapter splits a script at every semicolon, even
 * in comments and function bodies. And the catalogue's one-byte type "char" is read as a character: Prisma's adapter rejects it, and so fails
 * every comparison.
 *
 * @param scripts the texts of the migrations.
 * @param refused receives PostgreSQL's error, which the engine does not pass on.
 */
export function migrationAdapter(
  pool: Pool,
  scripts: ReadonlySet<string> = new Set(),
  refused: (error: unknown) => void = () => undefined,
): SqlMigrationAwareDriverAdapterFactory {
  pool.on('connect', reportCharAsCharacterArray);
  const factory = new PrismaPg(pool);
  const connect = async (): Promise<SqlDriverAdapter> => {
    const adapter = await factory.connect();
    const read = adapter.queryRaw.bind(adapter);
    return Object.assign(adapter, {
      queryRaw: async (query: SqlQuery): Promise<SqlResultSet> => {
        const result = await read(query);
        return { ...result, columnTypes: result.columnTypes.map(asCharacter) };
      },
      executeScript: async (script: string): Promise<void> => {
        await pool.query(scripts.has(script) ? `${script}\n;${markFinished}` : script).catch((error: unknown) => {
          refused(error);
          throw error;
        });
      },
    });
  };
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect,
    connectToShadowDb: async () => factory.connectToShadowDb(),
  };
}

const charOid = 18;
const charArrayOid = 1002;

/**
 * Prisma's adapter maps no scalar type to a character, but it maps an array type; `asCharacter` unwraps the array
 * again.
 */
function reportCharAsCharacterArray(client: PoolClient): void {
  const { connection } = client as PoolClient & { readonly connection: EventEmitter };
  connection.on('rowDescription', ({ fields }: { fields: FieldDef[] }) => {
    for (const field of fields) if (field.dataTypeID === charOid) field.dataTypeID = charArrayOid;
  });
}

function asCharacter(type: (typeof ColumnTypeEnum)[keyof typeof ColumnTypeEnum]): typeof type {
  return type === ColumnTypeEnum.CharacterArray ? ColumnTypeEnum.Character : type;
}

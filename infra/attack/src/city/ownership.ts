import { Client } from 'pg';
import { serviceNames, type Databases, type ServiceName } from '@nuangong/local';

/** Every value in an organisation's rows, with the paths of the organisations that have it. */
export type Ownership = ReadonlyMap<string, ReadonlySet<string>>;

const mostLength = 200;
/** Columns and keys that hold words of the program or of a policy, the same for everybody. */
const ourOwnWords = new Set([
  'reasons',
  'notices',
  'problems',
  'threshold',
  'thresholdEn',
  'record_type',
  'action',
  'limitation_basis',
  'limitation_basis_english',
]);
/** A person is read with the households that they are in: a base union does not see all of its county's. */
const readApart = new Set(['outbox', 'inbox', 'dead_letter', '_prisma_migrations', 'person']);

/** The ids of each table's rows. */
export type IdsByTable = ReadonlyMap<string, readonly string[]>;

type Reading = { readonly owners: Map<string, Set<string>>; readonly ids: Map<string, string[]> };

/** Reads, as the owner of the databases, the organisations of each value and the ids of each table. */
export async function readOwnership(
  databases: Databases,
): Promise<{ readonly owners: Ownership; readonly ids: IdsByTable }> {
  const reading: Reading = { owners: new Map(), ids: new Map() };
  for (const service of serviceNames) await readService(databases, service, reading);
  return reading;
}

async function readService(databases: Databases, service: ServiceName, { owners, ids }: Reading): Promise<void> {
  const client = new Client({ connectionString: databases.owner(service) });
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ name: string }>(
      `select table_name as name from information_schema.columns
       where table_schema = 'public' and column_name = 'organization_path' order by 1`,
    );
    for (const { name } of tables.filter((table) => !readApart.has(table.name))) {
      const { rows } = await client.query<{ row: Record<string, unknown> }>(
        `select to_jsonb(t) as row from ${client.escapeIdentifier(name)} t`,
      );
      for (const { row } of rows) note(owners, row, String(row['organization_path']));
      ids.set(
        name,
        rows.map(({ row }) => row['id']).filter((id) => typeof id === 'string'),
      );
    }
    if (service === 'case-records') await readPeople(client, owners);
  } finally {
    await client.end();
  }
}

/** People belong to the organisations of their households. */
async function readPeople(client: Client, owners: Map<string, Set<string>>): Promise<void> {
  const { rows } = await client.query<{ row: unknown; path: string }>(
    `select to_jsonb(p) as row, h.organization_path as path from household h
     join person p on p.id = h.head_id or p.id in (select m.person_id from household_member m where m.household_id = h.id)`,
  );
  for (const { row, path } of rows) note(owners, row, path);
}

function note(owners: Map<string, Set<string>>, value: unknown, path: string): void {
  if (typeof value === 'string') {
    if (value.length > mostLength) return;
    const known = owners.get(value) ?? new Set();
    owners.set(value, known.add(path));
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, part] of Object.entries(value)) if (!ourOwnWords.has(name)) note(owners, part, path);
  }
}

/** Whether an organisation's rows may be seen from a scope: its own subtree, and the organisations above it. */
export function isWithinSight(path: string, scope: string): boolean {
  return path.startsWith(scope) || scope.startsWith(path);
}

import { Client } from 'pg';
import { serviceNames, type Databases, type ServiceName } from '@nuangong/local';
import { isWithinSight } from './ownership.ts';

/** What is wrong with a table: its name, and a message. */
export type TableTrouble = { readonly table: string; readonly trouble: string };

/**
 * Connects to every database as its service does, past every resolver: the role may neither own tables nor bypass
 * row-level security; without an identity no table with an organisation's rows returns any, and with one only rows
 * within sight. No transaction of the service may have been left open.
 */
export async function lookAtTables(databases: Databases, scope: string): Promise<readonly TableTrouble[]> {
  const troubles: TableTrouble[] = [];
  for (const service of serviceNames) troubles.push(...(await lookAtService(databases, service, scope)));
  return troubles;
}

async function lookAtService(
  databases: Databases,
  service: ServiceName,
  scope: string,
): Promise<readonly TableTrouble[]> {
  const client = new Client({ connectionString: databases.service(service) });
  await client.connect();
  try {
    const tables = await organizationTables(client);
    const troubles = [
      ...(await roleTroubles(client)),
      ...(await openTroubles(client)),
      ...tables.filter(({ guarded }) => !guarded).map(unguarded),
    ];
    for (const { name } of tables) troubles.push(...(await rowTroubles(client, name, scope)));
    return troubles.map(({ table, trouble }) => ({ table: `${service}.${table}`, trouble }));
  } finally {
    await client.end();
  }
}

interface OrganizationTable {
  readonly name: string;
  readonly guarded: boolean;
}

const unguarded = ({ name }: OrganizationTable): TableTrouble => ({
  table: name,
  trouble: 'row-level security is off',
});

/** Tables with rows of organisations, or reached through such rows; `guarded` if row-level security is on. */
async function organizationTables(client: Client): Promise<readonly OrganizationTable[]> {
  const { rows } = await client.query<OrganizationTable>(
    `select c.relname as name, c.relrowsecurity as guarded
     from pg_class c
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and (c.relrowsecurity or exists
       (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'organization_path'))
       and c.relname <> 'outbox'
     order by 1`,
  );
  return rows;
}

/** Open transactions that belong to no request: ten of them block the service. */
async function openTroubles(client: Client): Promise<readonly TableTrouble[]> {
  const { rows } = await client.query<TableTrouble>(
    `select 'pid ' || pid as table, 'a transaction was left open: ' || left(query, 200) as trouble
     from pg_stat_activity
     where datname = current_database() and usename = current_user and state like 'idle in transaction%'
       and state_change < now() - interval '5 seconds'`,
  );
  return rows;
}

async function roleTroubles(client: Client): Promise<readonly TableTrouble[]> {
  const { rows } = await client.query<TableTrouble>(
    `select r.rolname as table, 'the service’s role is a superuser or steps around row-level security' as trouble
     from pg_roles r where r.rolname = current_user and (r.rolsuper or r.rolbypassrls)
     union all
     select c.relname, 'the service’s role owns it'
     from pg_class c where c.relnamespace = 'public'::regnamespace and pg_get_userbyid(c.relowner) = current_user`,
  );
  return rows;
}

async function rowTroubles(client: Client, table: string, scope: string): Promise<readonly TableTrouble[]> {
  const name = client.escapeIdentifier(table);
  const asNobody = await client.query(`select 1 from ${name} limit 1`);
  const troubles: TableTrouble[] = [];
  if (asNobody.rowCount !== 0) troubles.push({ table, trouble: 'answers where nobody acts' });
  await client.query('begin');
  await client.query(`select set_config('nuangong.scope', $1, true)`, [scope]);
  const { rows } = await client.query<{ path: string | null }>(
    `select distinct to_jsonb(t) ->> 'organization_path' as path from ${name} t`,
  );
  await client.query('rollback');
  const strangers = rows.filter(({ path }) => path !== null && !isWithinSight(path, scope));
  if (strangers.length > 0)
    troubles.push({ table, trouble: `answers rows of ${strangers.map(({ path }) => path).join(', ')}` });
  return troubles;
}

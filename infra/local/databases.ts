import pg from 'pg';
import { migrate } from '@nuangong/database';
import { databaseName, serviceFolder, serviceNames, type ServiceName } from './layout.ts';
import { eventsRole, ownerRole, type Secrets } from './secrets.ts';

/** Passwords by role. */
type Passwords = Pick<Secrets, 'rolePasswords'>;

/** Addresses of the databases, each with its role. */
export type Databases = {
  readonly service: (name: ServiceName) => string;
  readonly owner: (name: ServiceName) => string;
  readonly events: string;
};

/**
 * Creates missing roles and databases: one database per service, owned by `nuangong_owner`, and one for the events.
 * A service's role `nuangong_<service>` owns nothing and cannot bypass row-level security.
 *
 * @param superuserUrl an address of the server, with a role that may create roles and databases.
 */
export async function createDatabases(superuserUrl: string, secrets: Passwords): Promise<Databases> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    await ensureRole(client, ownerRole, 'bypassrls', secrets);
    await ensureRole(client, eventsRole, 'nobypassrls', secrets);
    await ensureDatabase(client, eventsRole, eventsRole);
    for (const name of serviceNames.map(databaseName)) {
      await ensureRole(client, name, 'nobypassrls', secrets);
      await ensureDatabase(client, name, ownerRole);
      await client.query(`grant connect on database ${name} to ${name}`);
    }
  } finally {
    await client.end();
  }
  const address = (role: string, database: string): string => addressOf(superuserUrl, role, database, secrets);
  return {
    service: (name) => address(databaseName(name), databaseName(name)),
    owner: (name) => address(ownerRole, databaseName(name)),
    events: address(eventsRole, eventsRole),
  };
}

/** The address of a service's database for the tables' owner, who sees every organisation's rows. */
export function ownerAddress(superuserUrl: string, name: ServiceName, secrets: Passwords): string {
  return addressOf(superuserUrl, ownerRole, databaseName(name), secrets);
}

function addressOf(superuserUrl: string, role: string, database: string, secrets: Passwords): string {
  const url = new URL(superuserUrl);
  url.username = role;
  url.password = passwordOf(role, secrets);
  url.pathname = `/${database}`;
  return url.href;
}

function passwordOf(role: string, secrets: Passwords): string {
  const password = secrets.rolePasswords[role];
  if (password === undefined) throw new Error(`There is no password for the role ${role}`);
  return password;
}

async function ensureRole(
  client: pg.Client,
  role: string,
  rowSecurity: 'bypassrls' | 'nobypassrls',
  secrets: Passwords,
): Promise<void> {
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role]);
  const verb = rowCount === 0 ? 'create' : 'alter';
  const password = client.escapeLiteral(passwordOf(role, secrets));
  await client.query(
    `${verb} role ${role} login nosuperuser nocreatedb nocreaterole ${rowSecurity} password ${password}`,
  );
}

async function ensureDatabase(client: pg.Client, name: string, owner: string): Promise<void> {
  const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
  if (rowCount === 0) await client.query(`create database ${name} owner ${owner}`);
  await client.query(`revoke connect on database ${name} from public`);
}

/** Applies each service's migrations as the owner; gives the names of those applied now, `funds/0001_ledger`. */
export async function migrateDatabases(databases: Databases): Promise<readonly string[]> {
  const applied: string[] = [];
  for (const name of serviceNames) {
    const serviceRole = databaseName(name);
    const now = await migrate({
      databaseUrl: databases.owner(name),
      serviceDirectory: serviceFolder(name),
      serviceRole,
    });
    applied.push(...now.map((migration) => `${name}/${migration}`));
  }
  return applied;
}

import { createDatabases, migrateDatabases } from './databases.ts';
import { loadDemonstration } from './demonstration.ts';
import { databaseName, serviceNames } from './layout.ts';
import { eventsRole, ownerRole } from './secrets.ts';

/**
 * Makes roles, databases, tables and the demonstration city on the server that `DATABASE_URL` names (a role that may
 * make roles), each role with the password of `<ROLE>_PASSWORD`; then ends. Does nothing if nothing changed.
 */
const superuserUrl = process.env['DATABASE_URL'];
if (superuserUrl === undefined) throw new Error('DATABASE_URL names no server');
const roles = [ownerRole, eventsRole, ...serviceNames.map(databaseName)];
const rolePasswords = Object.fromEntries(
  roles.map((role) => {
    const password = process.env[`${role.toUpperCase()}_PASSWORD`];
    if (!password) throw new Error(`${role.toUpperCase()}_PASSWORD is not set`);
    return [role, password];
  }),
);
const databases = await createDatabases(superuserUrl, { rolePasswords });
const applied = await migrateDatabases(databases);
await loadDemonstration(databases);
process.stdout.write(
  `${applied.length} 个迁移已应用，演示数据已装入 · ${applied.length} migrations applied, data loaded\n`,
);

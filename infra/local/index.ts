export { freePort } from './ports.ts';
export { quietProgress } from './progress.ts';
export { startSystem, type RunningSystem, type SystemOptions } from './system.ts';
export { createDatabases, migrateDatabases, type Databases } from './databases.ts';
export { loadDemonstration } from './demonstration.ts';
export { serviceFolder, serviceNames, type ServiceName } from './layout.ts';
export { startPostgres, type RunningPostgres } from './postgres.ts';
export { keepSecrets } from './secrets.ts';
export { inTemporaryFolder } from './temporary-folder.ts';

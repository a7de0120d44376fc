export {
  createDatabase,
  loadingWaitMs,
  setIdentity,
  type Database,
  type RowIdentity,
  type RequestTransaction,
} from './database.ts';
export { identityOf } from './identity.ts';
export { recordAudit, type AuditEntry, type SqlExecutor } from './audit.ts';
export { migrate } from './migrate.ts';
export { migrationAdapter } from './migration-adapter.ts';
export { grantServiceRole } from './service-role.ts';
export { storedDate, readStoredDate } from './stored-date.ts';
export { pgSql, prismaSql, type RunSql } from './run-sql.ts';

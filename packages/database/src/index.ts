export {
  createDatabase,
  loadingWaitMs,
  setIdentity,
  type Database,
  type RowIdentity,
  type RequestTransaction,
} from './database.ts';
export { databaseErrorOf, type DatabaseError } from './database-error.ts';
export { isEnded, WorkEnded, type Ending } from './ending.ts';
export { identityOf } from './identity.ts';
export { recordAudit, type Acting, type AuditEntry, type AuditTransaction, type SqlExecutor } from './audit.ts';
export { asSealed } from './audit-chain/audit-row.ts';
export { type AuditRow, type ChainBreak, type ChainHead } from './audit-chain/audit-chain.ts';
export { readGivenIds, readWriters, sealAudit, type GivenIds } from './audit-chain/seal-audit.ts';
export { checkVisibleEntries, type VisibleVerdict } from './audit-chain/check-visible-entries.ts';
export { verifyAudit, type AuditVerdict } from './audit-chain/verify-audit.ts';
export { auditVerificationKey, type AuditExport } from './audit-chain/audit-signature.ts';
export { checkSignedExport, signExport, type SignedExportVerdict } from './audit-chain/signed-export.ts';
export { keepHead, readKeptHead } from './audit-chain/kept-head.ts';
export { migrate } from './migrate.ts';
export { migrationAdapter } from './migration-adapter.ts';
export { schedulerSchema } from './scheduler-schema.ts';
export { grantServiceRole } from './service-role.ts';
export { literalPattern } from './literal-pattern.ts';
export { storedDate, readStoredDate } from './stored-date.ts';
export { pgSql, prismaSql, type RunSql } from './run-sql.ts';

import { nameInAudit, type Actor, type AuditAction } from '@nuangong/access';

/** Anything that can run a statement with numbered parameters: Prisma's `$executeRawUnsafe`, or node-pg. */
export type SqlExecutor = (sql: string, ...parameters: readonly unknown[]) => Promise<unknown>;

/** What was done on a record, with the state before and after where there is one; never with sensitive fields. */
export interface AuditEntry {
  readonly action: AuditAction;
  readonly recordType: string;
  readonly recordId: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

/**
 * Writes audit entries in the transaction of the change itself; one statement however many. While the actor holds roles
 * of colleagues by delegation, the name says on whose behalf.
 */
export async function recordAudit(
  execute: SqlExecutor,
  actor: Actor,
  requestId: string | null,
  entries: readonly AuditEntry[],
): Promise<void> {
  if (entries.length === 0) return;
  await execute(
    `insert into audit_entry
       (organization_path, staff_id, staff_name, action, record_type, record_id, before, after, request_id)
     select $1, $2::uuid, $3, e.action, e."recordType", e."recordId", e.before, e.after, $4
     from jsonb_to_recordset($5::jsonb)
       as e(action text, "recordType" text, "recordId" text, before jsonb, after jsonb)`,
    actor.scope,
    actor.staffId,
    nameInAudit(actor),
    requestId,
    JSON.stringify(entries, (_key, value: unknown) => (typeof value === 'bigint' ? value.toString() : value)),
  );
}

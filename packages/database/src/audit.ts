import { nameInAudit, type Actor, type AuditAction } from '@nuangong/access';

/** Runs a statement with numbered parameters. */
export type SqlExecutor = (sql: string, ...parameters: readonly unknown[]) => Promise<unknown>;

/** A transaction to write in: Prisma's, or a function that runs statements in one of node-pg. */
export type AuditTransaction = SqlExecutor | { readonly $executeRawUnsafe: SqlExecutor };

/** The actor and the request; the context of a command has both. */
export interface Acting {
  readonly actor: Actor;
  readonly requestId: string | null;
}

/** What was done on a record, with the state before and after if there is one; never with sensitive fields. */
export interface AuditEntry {
  readonly action: AuditAction;
  readonly recordType: string;
  readonly recordId: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

/**
 * Writes audit entries in the transaction of the change itself; one statement for any number. While the actor has
 * borrowed roles, the name says on whose behalf.
 */
export async function recordAudit(
  tx: AuditTransaction,
  { actor, requestId }: Acting,
  entries: readonly AuditEntry[],
): Promise<void> {
  if (entries.length === 0) return;
  const execute: SqlExecutor = typeof tx === 'function' ? tx : (...statement) => tx.$executeRawUnsafe(...statement);
  await execute(
    `insert into audit_entry
       (organization_path, staff_id, staff_name, action, record_type, record_id, before, after, request_id, address, session_id)
     select $1, $2::uuid, $3, e.action, e."recordType", e."recordId", e.before, e.after, $4, $5::inet, $6
     from jsonb_to_recordset($7::jsonb)
       as e(action text, "recordType" text, "recordId" text, before jsonb, after jsonb)`,
    actor.scope,
    actor.staffId,
    nameInAudit(actor),
    requestId,
    actor.address ?? null,
    actor.kind === 'STAFF' ? actor.sessionId : null,
    JSON.stringify(entries, (_key, value: unknown) => (typeof value === 'bigint' ? value.toString() : value)),
  );
}

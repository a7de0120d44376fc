import { systemActor, type OrganizationPath } from '@nuangong/access';
import { identityOf, recordAudit, type Database } from '@nuangong/database';
import type { Transaction } from '../../builder.ts';

/** Writes an audit entry that wrong attempts locked an account, and at which step. */
export async function recordLock(
  database: Database<Transaction>,
  scope: OrganizationPath,
  staffId: string,
  at: 'PASSWORD' | 'SECOND_FACTOR',
): Promise<void> {
  const system = systemActor(scope);
  await database.transaction(identityOf(system), (tx) =>
    recordAudit(tx, { actor: system, requestId: null }, [
      { action: 'staff.lock', recordType: 'Staff', recordId: staffId, after: { at } },
    ]),
  );
}

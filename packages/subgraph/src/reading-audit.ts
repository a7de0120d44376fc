import type { AuditAction } from '@nuangong/access';
import { recordAudit, type SqlExecutor } from '@nuangong/database';
import { createBatchLoader } from './batch-loader.ts';
import type { RequestContext } from './context.ts';

/** The part of a transaction that writes an entry. */
interface Writing {
  readonly $executeRawUnsafe: SqlExecutor;
}

/**
 * Keeps who read what is sealed of a record: once for a record and request, one statement for all the records of a
 * request. To be awaited before the text is opened: what could not be kept is not shown.
 */
export function createReadingAudit<Context extends Pick<RequestContext<Writing>, 'actor' | 'requestId' | 'tx'>>(
  action: AuditAction,
  recordType: string,
): (context: Context, recordId: string) => Promise<unknown> {
  return createBatchLoader<Context, true>(async ({ actor, requestId, tx }, ids) => {
    await recordAudit(
      tx,
      { actor, requestId },
      ids.map((recordId) => ({ action, recordType, recordId })),
    );
    return new Map(ids.map((id) => [id, true]));
  });
}

import type { AuditAction } from '@nuangong/access';
import { recordAudit, type SqlExecutor } from '@nuangong/database';
import { createBatchLoader } from './batch-loader.ts';
import type { RequestContext } from './context.ts';

/** The part of a transaction that writes an audit entry. */
interface Writing {
  readonly $executeRawUnsafe: SqlExecutor;
}

/**
 * Records who read the sealed content of a record: once per record and request, one statement for all the records of a
 * request. Await it before opening the text: if the entry cannot be written, the text is not shown.
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

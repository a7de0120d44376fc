import { identityOf, type Database } from '@nuangong/database';
import type { FileRequest as Asked } from '@nuangong/documents/serve';
import type { Transaction } from './builder.ts';

/** Who asks for a file, in which request and transaction. */
export interface FileRequest extends Pick<Asked, 'actor' | 'requestId'> {
  readonly tx: Transaction;
}

/** Runs work for a request for a file in one transaction under row-level security. */
export function withinTransaction<T>(
  database: Database<Transaction>,
  { actor, requestId }: Asked,
  work: (request: FileRequest) => Promise<T>,
): Promise<T> {
  return database.transaction(identityOf(actor), (tx) => work({ actor, requestId, tx }));
}

import { join } from 'node:path';
import type { Database } from '@nuangong/database';
import type { Keyring, SealedPlace } from '@nuangong/sealing';

/**
 * Where a service stores files: sealed in its own folder, their keys in its table `stored_file` (id, sha256 unique,
 * size, sealed_key).
 */
export interface FileStore {
  readonly directory: string;
  readonly keyring: Keyring;
  readonly database: Pick<Database<unknown>, 'pool'>;
}

/** A file stored under the hash of its content. Size in bytes. */
export interface StoredFile {
  readonly sha256: string;
  readonly size: number;
}

/** The path of a sealed file, by the last two characters of its id, since ids made within an hour begin alike. */
export function sealedFilePath(directory: string, id: string): string {
  return join(directory, 'sealed', id.slice(-2), id);
}

/** The context that a file's content is sealed with. */
export const contentOf = (id: string): string => `stored file ${id}`;

/** The place that a file's key is sealed for. */
export function fileKeyPlace(id: string): SealedPlace {
  return { table: 'stored_file', column: 'sealed_key', row: id, organization: null };
}

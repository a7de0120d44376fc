import { join } from 'node:path';
import type { SealedPlace } from '@nuangong/sealing';

/** A file kept under the hash of its content. Size in bytes. */
export interface StoredFile {
  readonly sha256: string;
  readonly size: number;
}

/** Where a sealed file lies: by the last signs of its id, since ids of one hour begin alike. */
export function sealedFilePath(directory: string, id: string): string {
  return join(directory, 'case-records', 'sealed', id.slice(-2), id);
}

/** What a file's content is bound to. */
export const contentOf = (id: string): string => `stored file ${id}`;

/** Where a file's key belongs. */
export function fileKeyPlace(id: string): SealedPlace {
  return { table: 'stored_file', column: 'sealed_key', row: id, organization: null };
}

import { join } from 'node:path';
import type { SealedPlace } from '@nuangong/sealing';

/** A file stored under the hash of its content. Size in bytes. */
export interface StoredFile {
  readonly sha256: string;
  readonly size: number;
}

/** The path of a sealed file, by the last two characters of its id, since ids made within an hour begin alike. */
export function sealedFilePath(directory: string, id: string): string {
  return join(directory, 'case-records', 'sealed', id.slice(-2), id);
}

/** The context that a file's content is sealed with. */
export const contentOf = (id: string): string => `stored file ${id}`;

/** The place that a file's key is sealed for. */
export function fileKeyPlace(id: string): SealedPlace {
  return { table: 'stored_file', column: 'sealed_key', row: id, organization: null };
}

import { nameByContent, type DocumentType } from '../content/document-scan.ts';
import type { ServedFile } from '../serve/file-routes.ts';
import { readStoredFile } from './open-stored-file.ts';
import type { FileStore } from './stored-file.ts';

/** A document as a record keeps it: its name when it was uploaded, its type by content, its size in bytes. */
export interface KeptDocument {
  readonly fileName: string;
  readonly contentType: string;
  readonly size: number;
  readonly sha256: string;
}

/** A stored document to be shown, under its own name with the extension that fits its content. */
export async function serveDocument(store: FileStore, document: KeptDocument): Promise<ServedFile> {
  const { fileName, contentType, size, sha256 } = document;
  return {
    name: nameByContent(fileName, contentType),
    type: contentType as DocumentType,
    size,
    inline: true,
    content: await readStoredFile(store, sha256),
  };
}

import { Readable } from 'node:stream';
import { refuse } from '@nuangong/primitives';
import { DocumentScan, isClaimed, type DocumentType } from '../content/document-scan.ts';
import { otherDocument } from '../content/other-documents.ts';
import { refused, tooLarge, type FileRefusal } from '../serve/file-refusal.ts';
import type { Upload } from '../serve/receive-upload.ts';
import { storeFile } from './store-file.ts';
import type { FileStore, StoredFile } from './stored-file.ts';

/** A checked and stored document. */
export interface TakenDocument {
  readonly type: DocumentType;
  readonly stored: StoredFile;
  readonly fileName: string;
}

/** The largest document, in bytes: 20 MB. */
export const largestDocument = 20 * 1024 * 1024;

/**
 * Takes an upload as a document: a PDF or picture of at most `largestDocument`, judged by its content, stored sealed.
 * Refused with 413 if it is larger, 415 if it is something else.
 */
export async function takeDocument(store: FileStore, upload: Upload): Promise<TakenDocument | FileRefusal> {
  const scan = new DocumentScan();
  const judged = () => {
    const verdict = scan.verdict();
    return verdict.ok && !isClaimed(upload.claimedType) ? refuse(otherDocument()) : verdict;
  };
  const source = Readable.from(scanned(upload.content, scan));
  const stored = await storeFile(store, source, () => upload.isCut() || !judged().ok);
  if (upload.isCut()) return tooLarge(largestDocument);
  const type = judged();
  if (!type.ok) return refused(415, ...type.problems);
  if (stored === undefined) throw new Error('a document that is taken was not kept');
  return { type: type.value, stored, fileName: upload.fileName };
}

async function* scanned(source: Readable, scan: DocumentScan): AsyncGenerator<Buffer> {
  for await (const chunk of source as AsyncIterable<Buffer>) {
    scan.take(chunk);
    yield chunk;
  }
}

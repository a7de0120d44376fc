import { Readable } from 'node:stream';
import type { MultipartFile } from '@fastify/multipart';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { refuse } from '@nuangong/primitives';
import { refuseFile } from '@nuangong/subgraph';
import { fileOf, tooLarge } from '../../file-request.ts';
import type { RunningParts } from '../../running-parts.ts';
import { storeFile } from '../stored-file/store-file.ts';
import type { StoredFile } from '../stored-file/stored-file.ts';
import { EvidenceScan, isClaimed, type EvidenceContentType } from './evidence-content.ts';
import { largestEvidence } from './evidence.ts';
import { otherDocument } from './other-documents.ts';

/** An uploaded document that was checked and stored, or the reply that refused it. */
export type TakenDocument =
  | {
      readonly kind: 'TAKEN';
      readonly type: EvidenceContentType;
      readonly stored: StoredFile;
      readonly upload: MultipartFile;
    }
  | { readonly kind: 'REFUSED'; readonly answer: unknown };

/** Takes the document of an upload: a PDF or picture within the size limit, judged by its content, stored sealed. */
export async function takeDocument(
  request: FastifyRequest,
  reply: FastifyReply,
  parts: RunningParts,
): Promise<TakenDocument> {
  const upload = await fileOf(request, largestEvidence);
  if ('code' in upload) return { kind: 'REFUSED', answer: refuseFile(reply, 400, upload) };
  const scan = new EvidenceScan();
  const judged = () => {
    const verdict = scan.verdict();
    return verdict.ok && !isClaimed(upload.mimetype) ? refuse(otherDocument()) : verdict;
  };
  const source = Readable.from(scanned(upload.file, scan));
  const stored = await storeFile(parts, source, () => upload.file.truncated || !judged().ok);
  if (upload.file.truncated) return { kind: 'REFUSED', answer: refuseFile(reply, 413, tooLarge(largestEvidence)) };
  const type = judged();
  if (!type.ok) return { kind: 'REFUSED', answer: refuseFile(reply, 415, ...type.problems) };
  if (stored === undefined) throw new Error('a document that is taken was not kept');
  return { kind: 'TAKEN', type: type.value, stored, upload };
}

async function* scanned(source: Readable, scan: EvidenceScan): AsyncGenerator<Buffer> {
  for await (const chunk of source as AsyncIterable<Buffer>) {
    scan.take(chunk);
    yield chunk;
  }
}

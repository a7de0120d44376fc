import { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import { noFile, type FileRefusal } from './file-refusal.ts';

/** A file being uploaded. Read its content to the end before calling `isCut`. */
export interface Upload {
  /** The name that its sender gave; empty if none. */
  readonly fileName: string;
  /** The MIME type that its sender claims; empty if none. */
  readonly claimedType: string;
  readonly content: Readable;
  /** Whether the content was longer than allowed and was cut off there. */
  readonly isCut: () => boolean;
  /** A text sent before the file, by its name. */
  readonly field: (name: string) => string | undefined;
}

/** Limits of a form: one file, and a few short texts. */
export const formLimits = { files: 1, fields: 10, fieldSize: 4096, parts: 12 } as const;

/**
 * The file of a request: that of a form, or a body that is nothing but the file (application/octet-stream). At most
 * `mostBytes` of it are passed on; the rest is read and dropped, so that the refusal reaches its sender.
 */
export async function receiveUpload(request: FastifyRequest, mostBytes: number): Promise<Upload | FileRefusal> {
  if (request.body instanceof Readable) return cutAt(request.body, mostBytes);
  if (!request.isMultipart()) return noFile();
  const file = await request.file({ limits: { fileSize: mostBytes }, throwFileSizeLimit: false } as never);
  if (file === undefined) return noFile();
  return {
    fileName: file.filename,
    claimedType: file.mimetype,
    content: file.file,
    isCut: () => file.file.truncated,
    field: (name) => {
      const value: unknown = Reflect.get(Object(file.fields[name]), 'value');
      return typeof value === 'string' ? value : undefined;
    },
  };
}

function cutAt(body: Readable, mostBytes: number): Upload {
  let size = 0;
  async function* within(): AsyncGenerator<Buffer> {
    for await (const chunk of body as AsyncIterable<Buffer>) {
      const room = Math.max(0, mostBytes - size);
      size += chunk.length;
      if (room > 0) yield chunk.subarray(0, room);
    }
  }
  return {
    fileName: '',
    claimedType: '',
    content: Readable.from(within()),
    isCut: () => size > mostBytes,
    field: () => undefined,
  };
}

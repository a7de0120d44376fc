import type { Readable } from 'node:stream';
import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { Action, Actor, TokenVerifier } from '@nuangong/access';
import { isUuid } from '@nuangong/primitives';
import { callerGone, refuseFile } from '@nuangong/subgraph';
import { admitToFile } from './admit-to-file.ts';
import { fileHeaders, safetyHeaders, type FileHead } from './file-headers.ts';
import { isRefusal, refusedFor, type FileRefusal } from './file-refusal.ts';
import { formLimits, receiveUpload, type Upload } from './receive-upload.ts';

/** The user who requests or sends a file, after the check of token and permission. */
export interface FileRequest {
  readonly actor: Actor;
  readonly requestId: string;
  /** The id in the address; the nil UUID, which matches no record, if it is not an id. */
  readonly id: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, unknown>>;
  /** Aborted when the client disconnects before it has the answer. */
  readonly left: AbortSignal;
}

/** A file to send; a stream is sent piece by piece. */
export interface ServedFile extends FileHead {
  readonly content: Uint8Array | Readable;
}

/** The result of an upload: a new record (201), or an answer about the file (200). */
export interface AcceptedFile {
  readonly status: 200 | 201;
  readonly answer: object;
}

/** The one way to serve and to accept files: addresses below `/files/`, refusals as JSON `{problems}`. */
export interface FileRoutes {
  /** GET: a file, for those who may `action`. */
  serve(
    path: `/files/${string}`,
    action: Action,
    make: (asked: FileRequest) => Promise<ServedFile | FileRefusal>,
  ): void;
  /** POST: takes a file from those who may `action`; it is read when `receive` is called. */
  accept(
    path: `/files/${string}`,
    action: Action,
    take: (
      asked: FileRequest,
      receive: (mostBytes: number) => Promise<Upload | FileRefusal>,
    ) => Promise<AcceptedFile | FileRefusal>,
  ): void;
}

/** Adds a service's file routes. */
export async function addFileRoutes(
  server: FastifyInstance,
  parts: { readonly verifier: TokenVerifier; readonly logger: Logger },
  add: (files: FileRoutes) => void,
): Promise<void> {
  await server.register(async (within) => {
    await within.register(multipart, { limits: formLimits });
    within.addContentTypeParser('application/octet-stream', (_request, body, done) => done(null, body));
    const guarded =
      <Answer extends object>(
        action: Action,
        work: (request: FastifyRequest, asked: FileRequest) => Promise<Answer | FileRefusal>,
        send: (reply: FastifyReply, answer: Answer) => FastifyReply,
      ) =>
      async (request: FastifyRequest, reply: FastifyReply) => {
        const answer = await answerTo(parts, action, request, callerGone(reply), work);
        reply.headers(safetyHeaders);
        return isRefusal(answer) ? refuseFile(reply, answer.status, ...answer.problems) : send(reply, answer);
      };
    add({
      serve: (path, action, make) =>
        void within.get(
          path,
          guarded(action, (_request, asked) => make(asked), sendFile),
        ),
      accept: (path, action, take) =>
        void within.post(
          path,
          guarded(
            action,
            (request, asked) => take(asked, (mostBytes) => receiveUpload(request, mostBytes)),
            (reply, { status, answer }) => reply.code(status).send(answer),
          ),
        ),
    });
  });
}

function sendFile(reply: FastifyReply, { content, ...head }: ServedFile): FastifyReply {
  return reply.headers(fileHeaders(head)).send(content);
}

/** Runs a route for permitted users; an error becomes a refusal, and is logged unless the request caused it. */
async function answerTo<Answer extends object>(
  { verifier, logger }: { readonly verifier: TokenVerifier; readonly logger: Logger },
  action: Action,
  request: FastifyRequest,
  left: AbortSignal,
  work: (request: FastifyRequest, asked: FileRequest) => Promise<Answer | FileRefusal>,
): Promise<Answer | FileRefusal> {
  const actor = await admitToFile(verifier, request, action);
  if (isRefusal(actor)) return actor;
  const params = request.params as Readonly<Record<string, string>>;
  const query = request.query as Readonly<Record<string, unknown>>;
  try {
    return await work(request, { actor, requestId: request.id, id: idIn(params), params, query, left });
  } catch (error) {
    const refusal = refusedFor(error, request.id);
    if (refusal.isOurs && !(left.aborted && error === left.reason))
      logger.error({ err: error, requestId: request.id }, 'a file request failed');
    return refusal;
  }
}

function idIn({ id = '' }: Readonly<Record<string, string>>): string {
  const given = id.toLowerCase();
  return isUuid(given) ? given : '00000000-0000-0000-0000-000000000000';
}

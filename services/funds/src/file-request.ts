import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Action, Actor, TokenVerifier } from '@nuangong/access';
import { identityOf, type Database } from '@nuangong/database';
import type { Problem, Result } from '@nuangong/primitives';
import { admitToFile, refuseFile } from '@nuangong/subgraph';
import type { Transaction } from './builder.ts';

/** What the file routes share. */
export interface FileParts {
  readonly database: Database<Transaction>;
  readonly verifier: TokenVerifier;
}

/** Who asks for a file, in which request and transaction. */
export interface FileRequest {
  readonly actor: Actor;
  readonly requestId: string;
  readonly tx: Transaction;
}

/** A file to send. */
export interface SentFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
}

/**
 * Answers a request for a file: verifies the token, checks the permission, reads under row-level security in one
 * transaction (which also writes the audit entry), then makes the file. Refusals are JSON `{problems}` in both
 * languages.
 */
export async function answerFile<Content>(
  parts: FileParts,
  action: Action,
  request: FastifyRequest,
  reply: FastifyReply,
  work: {
    readonly gather: (request: FileRequest) => Promise<Result<Content>>;
    readonly make: (content: Content) => Promise<Result<SentFile>>;
    /**
     * Stores the finished file before it is sent, in a transaction of its own: a file that could not be stored is not
     * sent.
     */
    readonly keep?: (request: FileRequest, content: Content, file: SentFile) => Promise<void>;
  },
): Promise<FastifyReply> {
  const admission = await admitToFile(parts.verifier, request, action);
  if (admission.kind === 'REFUSED') return refuseFile(reply, admission.status, admission.problem);
  const { actor } = admission;
  const gathered = await parts.database.transaction(identityOf(actor), (tx) =>
    work.gather({ actor, requestId: request.id, tx }),
  );
  if (!gathered.ok) return refuseGathered(reply, gathered.problems);
  const made = await work.make(gathered.value);
  if (!made.ok) return refuseFile(reply, 409, ...made.problems);
  const file = made.value;
  await parts.database.transaction(identityOf(actor), async (tx) =>
    work.keep?.({ actor, requestId: request.id, tx }, gathered.value, file),
  );
  return reply
    .type(file.type)
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
    .header('cache-control', 'private, no-store')
    .send(file.bytes);
}

/**
 * Answers a JSON route beside GraphQL: verifies the token, checks the permission, answers under row-level security in
 * one transaction. Refusals are JSON `{problems}` in both languages.
 */
export async function answerJson<Answer extends object>(
  parts: FileParts,
  action: Action,
  request: FastifyRequest,
  reply: FastifyReply,
  answer: (request: FileRequest) => Promise<Result<Answer>>,
): Promise<FastifyReply> {
  const admission = await admitToFile(parts.verifier, request, action);
  if (admission.kind === 'REFUSED') return refuseFile(reply, admission.status, admission.problem);
  const { actor } = admission;
  const answered = await parts.database.transaction(identityOf(actor), (tx) =>
    answer({ actor, requestId: request.id, tx }),
  );
  if (!answered.ok) return refuseGathered(reply, answered.problems);
  return reply.header('cache-control', 'private, no-store').send(answered.value);
}

function refuseGathered(reply: FastifyReply, problems: readonly Problem[]): FastifyReply {
  return refuseFile(reply, problems[0]?.code === 'NOT_FOUND' ? 404 : 409, ...problems);
}

import type { FastifyReply, FastifyRequest } from 'fastify';
import { permits, type Action, type Actor, type TokenVerifier } from '@nuangong/access';
import { identityOf, type Database } from '@nuangong/database';
import { problem, refuse, type Problem, type Result } from '@nuangong/primitives';
import { forbidden } from '@nuangong/subgraph';
import type { Transaction } from './builder.ts';

/** What the routes of files share. */
export interface FileParts {
  readonly database: Database<Transaction>;
  readonly verifier: TokenVerifier;
}

/** Who asks for a file, in which request, in which transaction. */
export interface FileRequest {
  readonly actor: Actor;
  readonly requestId: string;
  readonly tx: Transaction;
}

/** A file to be sent. */
export interface SentFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
}

const signInFirst = (): Problem =>
  problem('UNAUTHENTICATED', { zh: '登录已到时，重新登录后再下载', en: 'Sign in again, then download.' });

const statuses: Readonly<Record<string, number>> = { UNAUTHENTICATED: 401, FORBIDDEN: 403, NOT_FOUND: 404 };

/**
 * Answers a request for a file: verifies the token, checks the permission, gathers under row-level security in one
 * transaction (where the audit entry belongs), then makes the file. Refusals are JSON `{problems}` in both languages.
 */
export async function answerFile<Content>(
  parts: FileParts,
  action: Action,
  request: FastifyRequest,
  reply: FastifyReply,
  work: {
    readonly gather: (request: FileRequest) => Promise<Result<Content>>;
    readonly make: (content: Content) => Promise<SentFile>;
  },
): Promise<FastifyReply> {
  const verdict = await parts.verifier.verify(request.headers.authorization);
  if (verdict.kind !== 'ACTOR') return sendProblems(reply, [signInFirst()]);
  const { actor } = verdict;
  const gathered = permits(actor.roles, action)
    ? await parts.database.transaction(identityOf(actor), (tx) => work.gather({ actor, requestId: request.id, tx }))
    : refuse(forbidden());
  if (!gathered.ok) return sendProblems(reply, gathered.problems);
  const file = await work.make(gathered.value);
  return reply
    .type(file.type)
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
    .header('cache-control', 'private, no-store')
    .send(file.bytes);
}

function sendProblems(reply: FastifyReply, problems: readonly Problem[]): FastifyReply {
  return reply.code(statuses[problems[0]?.code ?? ''] ?? 409).send({
    problems: problems.map(({ code, field, message }) => ({ code, ...(field !== undefined && { field }), ...message })),
  });
}

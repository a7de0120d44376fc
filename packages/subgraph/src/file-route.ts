import type { FastifyReply, FastifyRequest } from 'fastify';
import { permits, type Action, type Actor, type TokenVerifier } from '@nuangong/access';
import { problem, type Problem } from '@nuangong/primitives';
import { addressIn, signInWords } from './authenticate.ts';
import { forbidden } from './common-problems.ts';

/** Whether a file may be requested: the actor, or the refusal to answer with. */
export type FileAdmission =
  | { readonly kind: 'ADMITTED'; readonly actor: Actor }
  | { readonly kind: 'REFUSED'; readonly status: 401 | 403; readonly problem: Problem };

/** Checks token and permission of a request beside GraphQL: 401 without a valid token, 403 without the permission. */
export async function admitToFile(
  verifier: TokenVerifier,
  request: FastifyRequest,
  action: Action,
): Promise<FileAdmission> {
  const verdict = await verifier.verify(request.headers.authorization);
  if (verdict.kind !== 'ACTOR') {
    return { kind: 'REFUSED', status: 401, problem: problem('UNAUTHENTICATED', signInWords[verdict.kind]) };
  }
  if (permits(verdict.actor.roles, action)) {
    return { kind: 'ADMITTED', actor: { ...verdict.actor, ...addressIn(request) } };
  }
  return { kind: 'REFUSED', status: 403, problem: forbidden() };
}

/** Answers a request beside GraphQL with problems, in both languages. */
export function refuseFile(reply: FastifyReply, status: number, ...problems: readonly Problem[]): FastifyReply {
  return reply.code(status).send(problemsInJson(problems));
}

/** Problems in the format of routes beside GraphQL: `{problems: [{code, field?, zh, en}]}`. */
export function problemsInJson(problems: readonly Problem[]): { readonly problems: readonly object[] } {
  return {
    problems: problems.map(({ code, field, message }) => ({ code, ...(field !== undefined && { field }), ...message })),
  };
}

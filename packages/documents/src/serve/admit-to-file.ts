import type { FastifyRequest } from 'fastify';
import { permits, type Action, type Actor, type TokenVerifier } from '@nuangong/access';
import { problem } from '@nuangong/primitives';
import { addressIn, forbidden, signInWords } from '@nuangong/subgraph';
import { refused, type FileRefusal } from './file-refusal.ts';

/** The actor of a request if it may have the file: refused with 401 without a valid token, 403 without permission. */
export async function admitToFile(
  verifier: TokenVerifier,
  request: FastifyRequest,
  action: Action,
): Promise<Actor | FileRefusal> {
  const verdict = await verifier.verify(request.headers.authorization);
  if (verdict.kind !== 'ACTOR') return refused(401, problem('UNAUTHENTICATED', signInWords[verdict.kind]));
  if (!permits(verdict.actor.roles, action)) return refused(403, forbidden());
  return { ...verdict.actor, ...addressIn(request) };
}

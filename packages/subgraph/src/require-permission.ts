import { GraphQLError } from 'graphql';
import { permits, type Action, type Actor } from '@nuangong/access';
import type { Language } from './context.ts';
import { forbidden } from './common-problems.ts';

/** Why a request, or one of its fields, has no answer. */
export type RefusalCode =
  | 'UNAUTHENTICATED'
  | 'TOKEN_EXPIRED'
  | 'FORBIDDEN'
  | 'BAD_USER_INPUT'
  | 'SERVICE_UNAVAILABLE'
  | 'TOO_MANY_REQUESTS'
  | 'QUERY_TOO_LARGE'
  | 'OPERATION_NOT_ADMITTED';

/** An answer to the whole request, for what no field can carry: a stable code and a message in the user's language. */
export function refuseRequest(
  code: RefusalCode,
  message: { readonly zh: string; readonly en: string },
  language: Language,
): GraphQLError {
  // Only a request without a valid token has no answer at all; any other refusal leaves the fields beside it standing.
  const http = code === 'UNAUTHENTICATED' || code === 'TOKEN_EXPIRED' ? { http: { status: 401 } } : {};
  return new GraphQLError(message[language], { extensions: { code, zh: message.zh, en: message.en, ...http } });
}

/** Throws FORBIDDEN unless the actor's roles hold the action: the guard of queries (commands answer with a problem). */
export function requirePermission(
  context: { readonly actor: Actor; readonly language: Language },
  action: Action,
): void {
  if (!permits(context.actor.roles, action)) throw refuseRequest('FORBIDDEN', forbidden().message, context.language);
}

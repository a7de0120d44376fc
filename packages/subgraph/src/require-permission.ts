import { GraphQLError } from 'graphql';
import { permits, type Action, type Actor } from '@nuangong/access';
import type { Language } from './context.ts';
import { forbidden } from './common-problems.ts';

/** Why a request, or one of its fields, is refused. */
export type RefusalCode =
  | 'UNAUTHENTICATED'
  | 'TOKEN_EXPIRED'
  | 'FORBIDDEN'
  | 'BAD_USER_INPUT'
  | 'GRAPHQL_VALIDATION_FAILED'
  | 'OPERATION_RESOLUTION_FAILURE'
  | 'SERVICE_UNAVAILABLE'
  | 'TOO_MANY_REQUESTS'
  | 'QUERY_TOO_LARGE'
  | 'OPERATION_NOT_ADMITTED';

/** Refusals of the whole request; any other refusal leaves the fields beside it intact. */
const statusOfWhole: Readonly<Partial<Record<RefusalCode, number>>> = {
  UNAUTHENTICATED: 401,
  TOKEN_EXPIRED: 401,
  GRAPHQL_VALIDATION_FAILED: 400,
  OPERATION_RESOLUTION_FAILURE: 400,
  QUERY_TOO_LARGE: 400,
  OPERATION_NOT_ADMITTED: 400,
  TOO_MANY_REQUESTS: 429,
};

/**
 * Refuses the whole request, when a field cannot carry the problem: a stable code and a message in the user's language.
 *
 * @param more the field that it concerns; a status if the code has none.
 */
export function refuseRequest(
  code: RefusalCode,
  message: { readonly zh: string; readonly en: string },
  language: Language,
  more: { readonly field?: string; readonly http?: { readonly status: number } } = {},
): GraphQLError {
  const status = statusOfWhole[code];
  const http = status === undefined ? {} : { http: { status } };
  return new GraphQLError(message[language], {
    extensions: { code, zh: message.zh, en: message.en, ...http, ...more },
  });
}

/** Throws FORBIDDEN unless the actor's roles have the permission; for queries (commands return a problem). */
export function requirePermission(
  context: { readonly actor: Actor; readonly language: Language },
  action: Action,
): void {
  if (!permits(context.actor.roles, action)) throw refuseRequest('FORBIDDEN', forbidden().message, context.language);
}

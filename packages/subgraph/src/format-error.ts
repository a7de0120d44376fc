import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { isEnded } from '@nuangong/database';
import { timeOver } from './ending-of-request.ts';
import { internalFault } from './internal-fault.ts';
import { tooLongText } from './request/query-limits.ts';

/** The codes that a client may see; every other error is our fault, logged and reported only by its number. */
const spoken = new Set([
  'UNAUTHENTICATED',
  'TOKEN_EXPIRED',
  'FORBIDDEN',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'SERVICE_UNAVAILABLE',
  'TOO_MANY_REQUESTS',
  'QUERY_TOO_LARGE',
  'OPERATION_NOT_ADMITTED',
]);

/** Whether a subgraph has logged it already: the gateway passes on its number. */
function wasNumbered({ extensions }: GraphQLFormattedError): boolean {
  return extensions?.['code'] === 'INTERNAL_SERVER_ERROR' && typeof extensions['number'] === 'string';
}

function hasTooManyTokens({ message, extensions }: GraphQLFormattedError): boolean {
  return extensions?.['code'] === 'GRAPHQL_PARSE_FAILED' && message.includes('tokens');
}

const told = ['code', 'number', 'zh', 'en', 'field'];

/** Keeps only those of an error's extensions that are meant for clients: libraries add addresses, bodies and stacks. */
function withoutInternals({ message, path, locations, extensions = {} }: GraphQLFormattedError): GraphQLFormattedError {
  return {
    message,
    ...(path !== undefined && { path }),
    ...(locations !== undefined && { locations }),
    extensions: Object.fromEntries(Object.entries(extensions).filter(([name]) => told.includes(name))),
  };
}

const at = ({ path }: GraphQLFormattedError) => (path === undefined ? {} : { path });

/** Formats errors for clients: expected ones pass, unexpected ones are logged under a number and reveal nothing. */
export function formatError(
  logger: Logger,
): (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError {
  return (formatted, error) => {
    const code = String(formatted.extensions?.['code'] ?? '');
    if (hasTooManyTokens(formatted))
      return { message: tooLongText.zh, extensions: { code: 'QUERY_TOO_LARGE', ...tooLongText } };
    if (spoken.has(code) || wasNumbered(formatted)) return withoutInternals(formatted);
    const original = unwrapResolverError(error);
    const cause = original instanceof GraphQLError ? (original.originalError ?? original) : original;
    if (isEnded(cause)) {
      logger.warn({ path: formatted.path }, 'a request was ended');
      return { message: timeOver.zh, ...at(formatted), extensions: { code: 'SERVICE_UNAVAILABLE', ...timeOver } };
    }
    const { number, zh, en } = internalFault();
    logger.error({ err: cause, number, path: formatted.path }, 'unexpected error');
    return {
      message: zh,
      ...at(formatted),
      extensions: { code: 'INTERNAL_SERVER_ERROR', number, zh, en },
    };
  };
}

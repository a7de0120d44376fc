import type { ApolloServerPlugin, BaseContext } from '@apollo/server';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { answerMistakes } from './answer-mistakes.ts';
import { checkOperation } from './check-operation.ts';
import { checkTexts } from './check-texts.ts';
import { cleanRequests } from './clean-request.ts';
import { limitQueries, type QueryLimits } from './query-limits.ts';
import { refuseUnreadable } from './readable-request.ts';

/**
 * Cleans or refuses what is sent to a server before anything of it is carried out, whether to its graph or beside it.
 * What the graph alone can tell, `queryGuards` refuse.
 */
export function guardRequests(server: FastifyInstance, limits: QueryLimits): void {
  cleanRequests(server);
  refuseUnreadable(server, limits);
}

/** How a graph is asked within these limits, for `new ApolloServer`; further plugins of it come after these. */
export function queryGuards<Context extends BaseContext>(
  limits: QueryLimits,
  logger: Logger,
): {
  readonly parseOptions: { readonly maxTokens: number };
  readonly validationOptions: { readonly maxErrors: number };
  readonly plugins: readonly ApolloServerPlugin<Context>[];
} {
  return {
    parseOptions: { maxTokens: limits.tokens },
    validationOptions: { maxErrors: 1 },
    plugins: [checkOperation(), checkTexts(), limitQueries(limits), answerMistakes(logger)],
  };
}

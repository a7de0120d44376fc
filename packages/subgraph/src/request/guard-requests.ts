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
 * Cleans or refuses what is sent to a server, to its graph or beside it, before execution. `queryGuards` covers what
 * only the graph can check.
 */
export function guardRequests(server: FastifyInstance, limits: QueryLimits): void {
  cleanRequests(server);
  refuseUnreadable(server, limits);
}

/** Options for `new ApolloServer` that enforce these limits; its other plugins come after these. */
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

import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { GatewayProof } from '@nuangong/access';
import {
  callerGone,
  demandActor,
  formatError,
  gatewayLimits,
  languageOf,
  queryGuards,
  type QueryLimits,
} from '@nuangong/subgraph';
import { demandAdmitted, readAdmittedOperations } from './admitted-operations.ts';
import type { GatewayEnvironment } from './environment.ts';
import { addReadiness } from './readiness.ts';
import { verdictOf } from './rate-limits.ts';
import type { GatewayContext } from './subgraph-source.ts';
import { createSupergraph } from './supergraph.ts';
import { stringifyAnswer } from './unread-data.ts';

/** Serves the supergraph at `/graphql`, with authentication and limits as configured; `/ready` asks its subgraphs. */
export async function addGraphqlRoute(
  server: FastifyInstance,
  environment: GatewayEnvironment,
  limits: QueryLimits,
  proof: GatewayProof,
  logger: Logger,
): Promise<void> {
  const { plugins, ...guards } = queryGuards<GatewayContext>(limits, logger);
  const { gateway, places } = await createSupergraph(environment, proof, logger);
  const apollo = new ApolloServer<GatewayContext>({
    ...guards,
    logger,
    gateway,
    introspection: environment.INTROSPECTION,
    includeStacktraceInErrorResponses: false,
    allowBatchedHttpRequests: false,
    csrfPrevention: true,
    stopOnTerminationSignals: false,
    hideSchemaDetailsFromClientErrors: !environment.INTROSPECTION,
    formatError: formatError(logger),
    stringifyResult: stringifyAnswer,
    // No answer may be kept by a cache, so fields give no hints to one.
    plugins: [ApolloServerPluginCacheControlDisabled(), fastifyApolloDrainPlugin(server), ...plugins],
  });
  await apollo.start();
  const context = await createContext(environment);
  const answer = fastifyApolloHandler(apollo, { context });
  server.post('/graphql', function (request, reply) {
    return answer.call(this, request, reply.header('cache-control', 'no-store'));
  });
  addReadiness(server, places, environment.READY_WITHIN_MS);
}

/** How large a query may be, as configured. */
export function limitsOf(environment: GatewayEnvironment): QueryLimits {
  return {
    ...gatewayLimits,
    tokens: environment.MOST_TOKENS,
    depth: environment.MOST_DEPTH,
    aliases: environment.MOST_ALIASES,
    rootFields: environment.MOST_ROOT_FIELDS,
    rows: environment.MOST_ROWS,
  };
}

const carried = ['authorization', 'accept-language'] as const;

async function createContext(
  environment: GatewayEnvironment,
): Promise<(request: FastifyRequest, reply: FastifyReply) => Promise<GatewayContext>> {
  const file = environment.OPERATIONS_FILE;
  const admitted = file === undefined ? undefined : await readAdmittedOperations(file);
  return async (request, reply) => {
    const { headers } = request;
    const language = languageOf(headers['accept-language']);
    const verdict = verdictOf(request);
    if (environment.AUTHENTICATION === 'required') demandActor(verdict ?? { kind: 'NONE' }, language);
    if (admitted) demandAdmitted(admitted, request.body, language);
    const known = carried.flatMap((name) => {
      const value = headers[name];
      return value === undefined ? [] : [[name, value] as const];
    });
    return {
      gone: callerGone(reply),
      headers: { 'x-request-id': request.id, 'x-forwarded-for': request.ip, ...Object.fromEntries(known) },
    };
  };
}

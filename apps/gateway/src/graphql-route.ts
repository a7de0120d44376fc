import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from '@as-integrations/fastify';
import { ApolloArmor } from '@escape.tech/graphql-armor';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { createTokenVerifier, type GatewayProof } from '@nuangong/access';
import { authenticate, formatError, languageOf } from '@nuangong/subgraph';
import type { GatewayEnvironment } from './environment.ts';
import type { GatewayContext } from './subgraph-source.ts';
import { createSupergraph } from './supergraph.ts';

/** Serves the supergraph at `/graphql`, with authentication and limits as configured. */
export async function addGraphqlRoute(
  server: FastifyInstance,
  environment: GatewayEnvironment,
  proof: GatewayProof,
  logger: Logger,
): Promise<void> {
  const limits = new ApolloArmor({
    maxDepth: { n: environment.MOST_DEPTH },
    maxAliases: { n: environment.MOST_ALIASES },
    maxTokens: { n: environment.MOST_TOKENS },
    costLimit: { maxCost: environment.MOST_COST },
    blockFieldSuggestion: { enabled: !environment.INTROSPECTION },
    maxDirectives: { n: 20 },
  }).protect();
  const apollo = new ApolloServer<GatewayContext>({
    gateway: await createSupergraph(environment, proof, logger),
    introspection: environment.INTROSPECTION,
    includeStacktraceInErrorResponses: false,
    allowBatchedHttpRequests: false,
    csrfPrevention: true,
    stopOnTerminationSignals: false,
    validationRules: [...limits.validationRules],
    formatError: formatError(logger),
    // Armor's declarations name the CommonJS twin of the same plugin type.
    plugins: [...(limits.plugins as unknown as ApolloServerPlugin<GatewayContext>[]), fastifyApolloDrainPlugin(server)],
  });
  await apollo.start();
  const context = contextOf(environment);
  server.post('/graphql', fastifyApolloHandler(apollo, { context }));
  server.get('/graphql', fastifyApolloHandler(apollo, { context }));
}

const carried = ['authorization', 'accept-language'] as const;

function contextOf(environment: GatewayEnvironment): (request: FastifyRequest) => Promise<GatewayContext> {
  const verifier =
    environment.AUTHENTICATION === 'required' && environment.JWKS_URL !== undefined
      ? createTokenVerifier(new URL(environment.JWKS_URL))
      : undefined;
  return async (request) => {
    const { headers } = request;
    if (verifier) await authenticate(verifier, headers.authorization, languageOf(headers['accept-language']));
    const known = carried.flatMap((name) => {
      const value = headers[name];
      return value === undefined ? [] : [[name, value] as const];
    });
    return { headers: { 'x-request-id': request.id, ...Object.fromEntries(known) } };
  };
}

import Fastify, { LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import type { DestinationStream, Logger } from 'pino';
import { createGatewayProof, createTokenVerifier, type GatewayProof, type TokenVerifier } from '@nuangong/access';
import { answerFaults, createLogger, guardRequests, refuseAddress } from '@nuangong/subgraph';
import { addConsoleRoute } from './console-route.ts';
import type { GatewayEnvironment } from './environment.ts';
import { refuseEnded, watchEndedSessions } from './ended-sessions.ts';
import { refuseForeignPages } from './foreign-pages.ts';
import { addGraphqlRoute, limitsOf } from './graphql-route.ts';
import { addRateLimits } from './rate-limits.ts';
import { addServiceRoutes } from './service-routes.ts';

const bodyLimitBytes = 1024 * 1024;

/**
 * Starts the gateway: one GraphQL endpoint, sign-in, files, the console.
 *
 * @param log where its log lines go; by default standard output.
 */
export async function startGateway(
  environment: GatewayEnvironment,
  log?: DestinationStream,
): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const proof = createGatewayProof(environment.GATEWAY_KEY);
  const logger = createLogger('gateway', environment.LOG_LEVEL, log);
  const limits = limitsOf(environment);
  const server = Fastify({
    loggerInstance: logger as FastifyBaseLogger,
    bodyLimit: bodyLimitBytes,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => crypto.randomUUID(),
    forceCloseConnections: true,
    frameworkErrors: refuseAddress,
    trustProxy: environment.TRUSTED_PROXIES ?? false,
  });
  answerFaults(server, logger);
  server.addHook('onSend', async (request, reply) => {
    reply.header('x-request-id', request.id);
    reply.header('x-content-type-options', 'nosniff');
    reply.header('x-frame-options', 'DENY');
    reply.header('referrer-policy', 'same-origin');
    reply.header('cross-origin-opener-policy', 'same-origin');
    reply.header('permissions-policy', 'camera=(), microphone=(), geolocation=(), payment=()');
    if (environment.PUBLIC_ORIGIN.startsWith('https:')) {
      reply.header('strict-transport-security', 'max-age=31536000; includeSubDomains');
    }
  });
  server.get('/health', () => ({ status: 'up', service: 'gateway' }));
  refuseForeignPages(server);
  guardRequests(server, limits);
  await addRateLimits(server, environment, verifierOf(server, environment, proof, logger));
  await addGraphqlRoute(server, environment, limits, proof, logger);
  await addServiceRoutes(server, environment, proof);
  await addConsoleRoute(server, environment.CONSOLE_DIRECTORY);
  const url = await server.listen({ host: environment.HOST, port: environment.PORT });
  return { url, stop: () => server.close() };
}

function verifierOf(
  server: FastifyInstance,
  { AUTHENTICATION, JWKS_URL, SERVICE_URLS }: GatewayEnvironment,
  proof: GatewayProof,
  logger: Logger,
): TokenVerifier | undefined {
  if (AUTHENTICATION === 'none' || JWKS_URL === undefined) return undefined;
  const verifier = createTokenVerifier(new URL(JWKS_URL));
  const identity = SERVICE_URLS['identity'];
  if (identity === undefined) return verifier;
  const ended = watchEndedSessions(identity, proof, logger);
  server.addHook('onClose', async () => ended.stop());
  return refuseEnded(verifier, ended);
}

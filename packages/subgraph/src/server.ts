import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
} from '@apollo/server/plugin/disabled';
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from '@as-integrations/fastify';
import Fastify, {
  LogController,
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify';
import { OperationTypeNode, type GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { GatewayProof, TokenVerifier } from '@nuangong/access';
import { identityOf, isEnded, type Database, type RequestTransaction } from '@nuangong/database';
import { answerFaults, refuseAddress } from './answer-faults.ts';
import { authenticate, languageOf } from './authenticate.ts';
import type { RequestContext } from './context.ts';
import { markDataAlone } from './data-alone.ts';
import { endingOfRequest } from './ending-of-request.ts';
import { formatError } from './format-error.ts';
import { admitGatewayOnly } from './gateway-only.ts';
import { lazyTransaction } from './lazy-transaction.ts';
import { createMetrics, type AddMetrics } from './metrics.ts';
import { guardRequests, queryGuards } from './request/guard-requests.ts';
import { subgraphLimits } from './request/query-limits.ts';
import type { RunningEvents } from './running-events.ts';

export interface SubgraphOptions<Tx extends object, Parts = unknown> {
  readonly name: string;
  readonly schema: GraphQLSchema;
  readonly database: Database<Tx>;
  /** Passed to every resolver. */
  readonly parts: Parts;
  readonly events: RunningEvents<Tx>;
  readonly verifier: TokenVerifier;
  /** Verifies that a request came through the gateway; others are refused. */
  readonly gateway: GatewayProof;
  readonly logger: Logger;
  readonly host: string;
  readonly port: number;
  readonly introspection?: boolean;
  /** An additional readiness check, besides the database. */
  readonly ready?: () => Promise<boolean>;
  /** Adds to `/metrics`, besides the process and the statements. */
  readonly addMetrics?: AddMetrics;
  /** Routes beside GraphQL: uploads, downloads, sign-in. */
  readonly routes?: (server: FastifyInstance) => void | Promise<void>;
}

/** A running subgraph server. */
export interface Subgraph {
  readonly url: string;
  stop(): Promise<void>;
}

interface ServerContext<Tx, Parts> extends RequestContext<Tx, Parts> {
  readonly transaction: RequestTransaction<Tx>;
}

const bodyLimitBytes = 1024 * 1024;

/**
 * Serves a subgraph only to the gateway: GraphQL at `/graphql`, which verifies the token itself and reads in one
 * transaction per request under row-level security. Operators can use `/health`, `/ready` and `/metrics`.
 */
export async function startSubgraph<Tx extends object, Parts>(options: SubgraphOptions<Tx, Parts>): Promise<Subgraph> {
  const server = Fastify({
    loggerInstance: options.logger as FastifyBaseLogger,
    bodyLimit: bodyLimitBytes,
    logController: new LogController({ disableRequestLogging: true }),
    requestIdHeader: 'x-request-id',
    genReqId: () => crypto.randomUUID(),
    forceCloseConnections: true,
    frameworkErrors: refuseAddress,
  });
  answerFaults(server, options.logger);
  server.setNotFoundHandler((_request, reply) => reply.code(404).send({ problems: [] }));
  admitGatewayOnly(server, options.gateway);
  guardRequests(server, subgraphLimits);
  const { plugins, ...guards } = queryGuards<ServerContext<Tx, Parts>>(subgraphLimits, options.logger);
  const apollo = new ApolloServer<ServerContext<Tx, Parts>>({
    ...guards,
    schema: options.schema,
    logger: options.logger,
    introspection: options.introspection ?? false,
    includeStacktraceInErrorResponses: false,
    allowBatchedHttpRequests: false,
    csrfPrevention: true,
    stopOnTerminationSignals: false,
    hideSchemaDetailsFromClientErrors: true,
    formatError: formatError(options.logger),
    plugins: [
      ApolloServerPluginInlineTraceDisabled(),
      // It would be called for each field of an answer; no answer may be kept by a cache.
      ApolloServerPluginCacheControlDisabled(),
      fastifyApolloDrainPlugin(server),
      ...plugins,
      transactionOfRequest(),
      markDataAlone(),
    ],
  });
  await apollo.start();

  const context = async (request: FastifyRequest, reply: FastifyReply): Promise<ServerContext<Tx, Parts>> => {
    const language = languageOf(request.headers['accept-language']);
    const actor = await authenticate(options.verifier, request, language);
    const { parts, events } = options;
    const database = options.database.until(endingOfRequest(request, reply));
    const transaction = database.requestTransaction(identityOf(actor));
    const tx = lazyTransaction(transaction);
    return { actor, language, requestId: request.id, database, parts, events, transaction, tx };
  };
  server.post('/graphql', fastifyApolloHandler(apollo, { context }));
  addOperationsRoutes(server, options);
  await options.routes?.(server);
  const url = await server.listen({ host: options.host, port: options.port });
  options.logger.info({ url }, `${options.name} serves`);
  return { url, stop: () => server.close() };
}

/**
 * A query reads one snapshot; a mutation's payload is read after its commands. The request's transaction ends before
 * the answer is sent, so that a client never sees uncommitted data.
 */
function transactionOfRequest<Tx, Parts>(): ApolloServerPlugin<ServerContext<Tx, Parts>> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ operation, contextValue }) {
          if (operation?.operation === OperationTypeNode.QUERY) contextValue.transaction.asSnapshot();
        },
        async willSendResponse({ contextValue }) {
          // The reads are complete, whether or not anybody still waits for them.
          await contextValue.transaction.finish().catch((error: unknown) => {
            if (!isEnded(error)) throw error;
          });
        },
      };
    },
  };
}

function addOperationsRoutes<Tx extends object>(server: FastifyInstance, options: SubgraphOptions<Tx>): void {
  const metrics = createMetrics(options.name, options.database.statements, options.addMetrics);
  server.get('/health', () => ({ status: 'up', service: options.name }));
  server.get('/ready', async (_request, reply) => {
    const ready = (await options.database.ready()) && ((await options.ready?.()) ?? true);
    return reply.code(ready ? 200 : 503).send({ ready });
  });
  server.get('/metrics', async (_request, reply) => reply.type(metrics.contentType).send(await metrics.metrics()));
}

import type { FastifyInstance } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { PrismaPg } from '@prisma/adapter-pg';
import { createGatewayProof, createTokenVerifier, type TokenVerifier } from '@nuangong/access';
import { createDatabase, type Database } from '@nuangong/database';
import { addFileRoutes, type FileRoutes } from '@nuangong/documents/serve';
import { createTransport, type EventHandlers, type EventTransport } from '@nuangong/event-bus';
import { startScheduler, type ScheduledTask } from '@nuangong/obligations';
import { organizationReactions } from '@nuangong/organizations';
import { readKey, type Keyring } from '@nuangong/sealing';
import { createLogger, startSubgraph } from '@nuangong/subgraph';
import { openServiceKeyring } from './open-service-keyring.ts';
import type { ServiceEnvironment } from './service-environment.ts';
import { addAuditExportRoute } from './audit-entries/audit-export-route.ts';
import { startSealing } from './audit-seal/start-sealing.ts';
import type { JobKinds } from './jobs/job.ts';
import { jobReactions } from './jobs/rights-ended.ts';
import { runJobs } from './jobs/run-jobs.ts';
import { startServiceEvents, type ServiceEventsAtWork } from './service-events/start-events.ts';
import { withinTheirOrganization } from './service-events/within-their-organization.ts';
import type { TransactionClient } from './transaction-client.ts';

export type { TransactionClient } from './transaction-client.ts';

type Connect<Tx> = Parameters<typeof createDatabase<Tx & TransactionClient>>[0]['connect'];

/** What every running service builds on. */
export interface ServiceFoundation<Tx> {
  readonly environment: ServiceEnvironment;
  readonly database: Database<Tx>;
  readonly transport: EventTransport;
  readonly verifier: TokenVerifier;
  readonly logger: Logger;
  /** Opens the service's sealing keys at the first call; they are closed when the service stops. */
  readonly keyring: () => Promise<Keyring>;
}

/** What a service's own parts receive: the foundation, and the parts that the service created from it. */
export interface ServiceParts<Tx, Parts = unknown> extends ServiceFoundation<Tx> {
  readonly parts: Parts;
}

/** A service; one with its own type of parts must say how they are made. */
export type ServiceDefinition<Tx, Parts = unknown> = ServicePieces<Tx, Parts> &
  (unknown extends Parts ? unknown : Required<Pick<ServicePieces<Tx, Parts>, 'parts'>>);

/** The pieces of a service. */
export interface ServicePieces<Tx, Parts> {
  readonly name: string;
  readonly schema: GraphQLSchema;
  readonly connect: (adapter: PrismaPg) => unknown;
  /**
   * Creates the service's own parts (keys, clock), once, before anything else starts; throws if something is missing.
   */
  readonly parts?: (foundation: ServiceFoundation<Tx>) => Parts | Promise<Parts>;
  /** Its reactions to events; each runs as the system within the event's organisation. */
  readonly reactions?: (running: ServiceParts<Tx, Parts>) => EventHandlers<Tx>;
  /** Its files: what it serves and accepts below `/files/`. */
  readonly files?: (files: FileRoutes, running: ServiceParts<Tx, Parts>) => void;
  readonly routes?: (server: FastifyInstance, running: ServiceParts<Tx, Parts>) => void | Promise<void>;
  /** Its commands over whole lists, worked in pieces. */
  readonly jobs?: JobKinds<Tx, Parts>;
  /** Its tasks at set times, each in one copy of the service at a time. */
  readonly scheduled?: (running: ServiceParts<Tx, Parts>) => readonly ScheduledTask[];
  /** Work beside requests and events, started last and stopped first. */
  readonly background?: (running: ServiceParts<Tx, Parts>) => { stop(): Promise<void> };
  /** Verifies tokens; by default with the published keys of identity. */
  readonly verifier?: TokenVerifier;
}

export interface RunningService<Tx, Parts = unknown> extends ServiceParts<Tx, Parts> {
  readonly url: string;
  readonly events: ServiceEventsAtWork<Tx>;
  stop(): Promise<void>;
}

/**
 * Starts a service: database, events in and out, subgraph, its own routes, the sealing of its audit log; `stop` ends
 * them in reverse.
 */
export async function startService<Tx extends TransactionClient, Parts>(
  definition: ServicePieces<Tx, Parts>,
  environment: ServiceEnvironment,
): Promise<RunningService<Tx, Parts>> {
  const auditKey = readKey(environment.AUDIT_KEY, 'AUDIT_KEY');
  const gateway = createGatewayProof(environment.GATEWAY_KEY);
  const opened = await openService(definition, environment);
  const { running, handlers } = opened;
  const { logger, database, transport, verifier, parts } = running;
  await transport.start();
  const events = await startServiceEvents<Tx>({
    name: definition.name,
    databaseUrl: environment.DATABASE_URL,
    database,
    transport,
    logger,
    handlers,
  });
  const subgraph = await startSubgraph<Tx, Parts>({
    name: definition.name,
    schema: definition.schema,
    database,
    parts,
    events,
    verifier,
    gateway,
    logger,
    host: environment.HOST,
    port: environment.PORT,
    introspection: environment.INTROSPECTION,
    ready: events.readiness,
    addMetrics: events.addMetrics,
    routes: async (server: FastifyInstance) => {
      await addFileRoutes(server, { verifier, logger }, (files) => {
        addAuditExportRoute(files, { service: definition.name, database, auditKey });
        definition.files?.(files, running);
      });
      await definition.routes?.(server, running);
    },
  });
  const sealing = startSealing({
    service: definition.name,
    databaseUrl: environment.DATABASE_URL,
    filesDirectory: environment.FILES_DIRECTORY,
    key: auditKey,
    logger,
  });
  const { jobs: kinds } = definition;
  const jobs = kinds && runJobs<Tx, Parts>({ database, kinds, parts, events, logger }, environment.DATABASE_URL);
  const tasks = definition.scheduled?.(running);
  const scheduler = tasks && (await startScheduler({ databaseUrl: environment.DATABASE_URL, tasks, logger }));
  const background = definition.background?.(running);
  return {
    ...running,
    events,
    url: subgraph.url,
    async stop() {
      await jobs?.stop();
      await background?.stop();
      await scheduler?.stop();
      await subgraph.stop();
      await sealing.stop();
      await events.stop();
      await transport.stop();
      await opened.stop();
    },
  };
}

/** A service without its server: what its commands and reactions work with. */
export interface OpenedService<Tx, Parts> {
  readonly running: ServiceParts<Tx, Parts>;
  /** Its reactions to events, each within its event's organisation; undefined if it has none. */
  readonly handlers: EventHandlers<Tx> | undefined;
  /** Closes keys and database; the transport is whoever's started it. */
  stop(): Promise<void>;
}

/** Opens a service's database, keys and parts; starts nothing. */
export async function openService<Tx extends TransactionClient, Parts>(
  definition: ServicePieces<Tx, Parts>,
  environment: ServiceEnvironment,
): Promise<OpenedService<Tx, Parts>> {
  const logger = createLogger(definition.name, environment.LOG_LEVEL);
  const database = createDatabase<Tx>({
    url: environment.DATABASE_URL,
    connect: definition.connect as Connect<Tx>,
  });
  const transport = createTransport(environment, logger);
  const verifier = definition.verifier ?? createTokenVerifier(new URL(environment.JWKS_URL));
  let opened: Promise<Keyring> | undefined;
  const keyring = (): Promise<Keyring> => (opened ??= openServiceKeyring(definition.name, environment, logger));
  const foundation = { environment, database, transport, verifier, logger, keyring };
  const parts = (await definition.parts?.(foundation)) as Parts;
  const running: ServiceParts<Tx, Parts> = { ...foundation, parts };
  const handlers = handlersOf(definition, running);
  return {
    running,
    handlers: handlers && withinTheirOrganization(handlers),
    async stop() {
      await (await opened)?.stop();
      await database.stop();
    },
  };
}

/**
 * A service's own reactions and the shared ones, of which its own take the place; a service without reactions stores no
 * shared copies.
 */
function handlersOf<Tx extends TransactionClient, Parts>(
  { reactions, jobs }: ServicePieces<Tx, Parts>,
  running: ServiceParts<Tx, Parts>,
): EventHandlers<Tx> | undefined {
  return reactions && { ...organizationReactions, ...(jobs && jobReactions), ...reactions(running) };
}

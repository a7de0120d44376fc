import type { FastifyInstance } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { PrismaPg } from '@prisma/adapter-pg';
import { createTokenVerifier, scopeOf, systemActor, type TokenVerifier } from '@nuangong/access';
import { createDatabase, identityOf, setIdentity, type Database, type RowIdentity } from '@nuangong/database';
import {
  createConsumer,
  createRelay,
  createTransport,
  type Consumer,
  type EventHandlers,
  type EventTransport,
  type PrismaClientLike,
} from '@nuangong/event-bus';
import type { AnyEvent } from '@nuangong/events';
import { createLogger, startSubgraph } from '@nuangong/subgraph';
import type { ServiceEnvironment } from './service-environment.ts';

/** A Prisma transaction client as this package uses it. */
export interface TransactionClient extends PrismaClientLike {
  $executeRaw(query: TemplateStringsArray, ...values: unknown[]): Promise<number>;
}

type Connect<Tx> = Parameters<typeof createDatabase<Tx & TransactionClient>>[0]['connect'];

/** The running parts that a service's own pieces may use. */
export interface ServiceParts<Tx> {
  readonly environment: ServiceEnvironment;
  readonly database: Database<Tx>;
  readonly transport: EventTransport;
  readonly consumer: Consumer | undefined;
  readonly verifier: TokenVerifier;
  readonly logger: Logger;
}

/** What makes a service out of its own pieces. */
export interface ServiceDefinition<Tx> {
  readonly name: string;
  readonly schema: GraphQLSchema;
  readonly connect: (adapter: PrismaPg) => unknown;
  /** What it does when something happens; each runs as the system within the event's organisation. */
  readonly reactions?: (parts: Omit<ServiceParts<Tx>, 'consumer'>) => EventHandlers<Tx>;
  readonly routes?: (server: FastifyInstance, parts: ServiceParts<Tx>) => void | Promise<void>;
  /** Work beside requests and events, started last and stopped first. */
  readonly background?: (parts: ServiceParts<Tx>) => { stop(): Promise<void> };
  /** Where tokens are verified against; the published keys of identity unless said. */
  readonly verifier?: TokenVerifier;
}

export interface RunningService<Tx> extends ServiceParts<Tx> {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts a service: database, events in and out, subgraph, its own routes; `stop` ends them in reverse. */
export async function startService<Tx extends TransactionClient>(
  definition: ServiceDefinition<Tx>,
  environment: ServiceEnvironment,
): Promise<RunningService<Tx>> {
  const logger = createLogger(definition.name, environment.LOG_LEVEL);
  const database = createDatabase<Tx>({
    url: environment.DATABASE_URL,
    connect: definition.connect as Connect<Tx>,
  });
  const transport = createTransport(environment, logger);
  const verifier = definition.verifier ?? createTokenVerifier(new URL(environment.JWKS_URL));
  const base = { environment, database, transport, verifier, logger };
  await transport.start();
  const relay = createRelay({ databaseUrl: environment.DATABASE_URL, transport, log: logger });
  await relay.start();
  const consumer = definition.reactions && consumerOf(definition.name, definition.reactions(base), base);
  await consumer?.start();
  const parts: ServiceParts<Tx> = { ...base, consumer };
  const subgraph = await startSubgraph<Tx>({
    name: definition.name,
    schema: definition.schema,
    database,
    verifier,
    logger,
    host: environment.HOST,
    port: environment.PORT,
    introspection: environment.INTROSPECTION,
    ready: async () => (await relay.readiness()) && ((await consumer?.readiness()) ?? true),
    ...(definition.routes && { routes: (server: FastifyInstance) => definition.routes?.(server, parts) }),
  });
  const background = definition.background?.(parts);
  return {
    ...parts,
    url: subgraph.url,
    async stop() {
      await background?.stop();
      await subgraph.stop();
      await consumer?.stop();
      await relay.stop();
      await transport.stop();
      await database.stop();
    },
  };
}

function consumerOf<Tx extends TransactionClient>(
  name: string,
  handlers: EventHandlers<Tx>,
  parts: { readonly database: Database<Tx>; readonly transport: EventTransport; readonly logger: Logger },
): Consumer {
  return createConsumer<Tx>({
    group: name,
    transport: parts.transport,
    log: parts.logger,
    withTransaction: (work) => parts.database.withoutIdentity(work),
    handlers: withinTheirOrganization(handlers),
  });
}

/** Each reaction sees and writes only what belongs to the organisation that its event speaks of. */
function withinTheirOrganization<Tx extends TransactionClient>(handlers: EventHandlers<Tx>): EventHandlers<Tx> {
  const bound = Object.entries(handlers).map(([type, handle]) => {
    const react = handle as (event: AnyEvent, tx: Tx) => Promise<void>;
    return [
      type,
      async (event: AnyEvent, tx: Tx) => {
        const identity: RowIdentity = identityOf(systemActor(scopeOf(event.organizationPath)));
        await setIdentity(tx, identity);
        await react(event, tx);
      },
    ];
  });
  return Object.fromEntries(bound) as EventHandlers<Tx>;
}

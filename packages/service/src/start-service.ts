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

/** What every running service stands on. */
export interface ServiceFoundation<Tx> {
  readonly environment: ServiceEnvironment;
  readonly database: Database<Tx>;
  readonly transport: EventTransport;
  readonly verifier: TokenVerifier;
  readonly logger: Logger;
  /** Handles events once more that could not be handled; answers nothing where the service reacts to no events. */
  readonly replayDeadLetters: Consumer['replayDeadLetters'];
}

/** What a service's own pieces are handed: the foundation, and the parts that the service made on it. */
export interface ServiceParts<Tx, Parts = unknown> extends ServiceFoundation<Tx> {
  readonly parts: Parts;
}

/** What makes a service out of its own pieces; one that names parts of its own says how they are made. */
export type ServiceDefinition<Tx, Parts = unknown> = ServicePieces<Tx, Parts> &
  (unknown extends Parts ? unknown : Required<Pick<ServicePieces<Tx, Parts>, 'parts'>>);

/** The pieces of a service. */
export interface ServicePieces<Tx, Parts> {
  readonly name: string;
  readonly schema: GraphQLSchema;
  readonly connect: (adapter: PrismaPg) => unknown;
  /** Makes the service's own parts (keys, clock), once, before anything of it runs; throws where one is missing. */
  readonly parts?: (foundation: ServiceFoundation<Tx>) => Parts;
  /** What it does when something happens; each runs as the system within the event's organisation. */
  readonly reactions?: (running: ServiceParts<Tx, Parts>) => EventHandlers<Tx>;
  readonly routes?: (server: FastifyInstance, running: ServiceParts<Tx, Parts>) => void | Promise<void>;
  /** Work beside requests and events, started last and stopped first. */
  readonly background?: (running: ServiceParts<Tx, Parts>) => { stop(): Promise<void> };
  /** Where tokens are verified against; the published keys of identity unless said. */
  readonly verifier?: TokenVerifier;
}

export interface RunningService<Tx, Parts = unknown> extends ServiceParts<Tx, Parts> {
  readonly url: string;
  /** Undefined where the service reacts to no events. */
  readonly consumer: Consumer | undefined;
  stop(): Promise<void>;
}

/** Starts a service: database, events in and out, subgraph, its own routes; `stop` ends them in reverse. */
export async function startService<Tx extends TransactionClient, Parts>(
  definition: ServicePieces<Tx, Parts>,
  environment: ServiceEnvironment,
): Promise<RunningService<Tx, Parts>> {
  const logger = createLogger(definition.name, environment.LOG_LEVEL);
  const database = createDatabase<Tx>({
    url: environment.DATABASE_URL,
    connect: definition.connect as Connect<Tx>,
  });
  const transport = createTransport(environment, logger);
  const verifier = definition.verifier ?? createTokenVerifier(new URL(environment.JWKS_URL));
  let consumer: Consumer | undefined;
  const replayDeadLetters: Consumer['replayDeadLetters'] = async (ids) =>
    (await consumer?.replayDeadLetters(ids)) ?? [];
  const foundation = { environment, database, transport, verifier, logger, replayDeadLetters };
  const parts = definition.parts?.(foundation) as Parts;
  const running: ServiceParts<Tx, Parts> = { ...foundation, parts };
  await transport.start();
  const relay = createRelay({ databaseUrl: environment.DATABASE_URL, transport, log: logger });
  await relay.start();
  consumer = definition.reactions && consumerOf(definition.name, definition.reactions(running), running);
  await consumer?.start();
  const subgraph = await startSubgraph<Tx, Parts>({
    name: definition.name,
    schema: definition.schema,
    database,
    parts,
    verifier,
    logger,
    host: environment.HOST,
    port: environment.PORT,
    introspection: environment.INTROSPECTION,
    ready: async () => (await relay.readiness()) && ((await consumer?.readiness()) ?? true),
    ...(definition.routes && { routes: (server: FastifyInstance) => definition.routes?.(server, running) }),
  });
  const background = definition.background?.(running);
  return {
    ...running,
    consumer,
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

import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Pool } from 'pg';
import { createGatewayProof, type Actor } from '@nuangong/access';
import { createRelay, readOutboxState } from '@nuangong/event-bus';
import { keepSecrets, type Databases, type RunningPostgres, type ServiceName } from '@nuangong/local';
import { until } from '@nuangong/main-job';
import { createTestTokens, fetchAsGateway, type FetchAsGateway } from '@nuangong/service/testing';
import { openLine } from '../line/line.ts';
import { createPostgresReader } from '../line/postgres-messages.ts';
import type { Engine, OpenEngine } from './engine.ts';
import { keepService, type KeptService } from './kept-service.ts';
import { onPort } from './on-port.ts';
import { databasesOf, startDatabases, type CellPlace } from './place.ts';
import { testedServices, type TestedService } from './tested-services.ts';

/** A small complete system whose processes and lines can be broken: databases, events' engine, three services. */
export type Cell = {
  readonly engine: Engine;
  readonly services: Readonly<Record<TestedService, KeptService>>;
  /** A service's database as its owner, to whom row-level security does not apply. */
  readonly database: (name: ServiceName) => Pool;
  authorizationOf(actor: Actor): Promise<string>;
  /** Asks a service as the gateway does. */
  readonly ask: (service: TestedService) => FetchAsGateway;
  /** Stops the database server, normally or immediately, and starts it again. */
  restartPostgres(how: 'IN_ORDER' | 'AT_ONCE'): Promise<void>;
  stop(): Promise<void>;
};

/** What the promises of a system are checked on. */
export type CheckedCell = Pick<Cell, 'database' | 'ask' | 'authorizationOf'>;

export type CellOptions = {
  readonly place: CellPlace;
  readonly openEngine: OpenEngine;
  /** Modules that every service loads first. */
  readonly preload?: readonly string[];
  /** Further environment variables of every service. */
  readonly environment?: Readonly<Record<string, string>>;
};

export async function startCell(options: CellOptions): Promise<Cell> {
  const { place } = options;
  const stops: (() => Promise<unknown>)[] = [];
  const stop = async () => {
    for (const each of stops.splice(0).reverse()) await each();
  };
  try {
    return await startParts(options, stops, stop, place);
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startParts(
  options: CellOptions,
  stops: (() => Promise<unknown>)[],
  stop: () => Promise<void>,
  place: CellPlace,
): Promise<Cell> {
  let server: RunningPostgres = await startDatabases(place);
  let restarting: Promise<void> = Promise.resolve();
  stops.push(() => server.stop());
  const databases = await databasesOf(place, server.url);
  const pools = createPools(databases);
  stops.push(() => pools.end());
  const engine = await options.openEngine({ place, postgresPort: server.port, eventsUrl: databases.events });
  stops.push(() => engine.stop());
  await sendIdentitysEvents(databases, engine);
  const tokens = await createTestTokens();
  const keys = await publishKeys(tokens.publicKeys);
  stops.push(() => keys.stop());
  const logs = join(place.directory, 'logs');
  await mkdir(logs, { recursive: true });
  const secrets = keepSecrets(place.directory);
  const services: [TestedService, KeptService][] = [];
  for (const name of testedServices) {
    const database = await openLine({ serverPort: server.port, createReader: createPostgresReader });
    stops.push(() => database.close());
    const connection = await engine.connectionOf(name);
    stops.push(() => connection.close());
    const environment = {
      ...options.environment,
      ...connection.environment,
      DATABASE_URL: onPort(databases.service(name), database.port),
      JWKS_URL: keys.url,
      FIELD_KEY: secrets.fieldKey,
      BLIND_INDEX_KEY: secrets.blindIndexKey,
      AUDIT_KEY: secrets.auditKey,
      GATEWAY_KEY: secrets.gatewayKey,
      FILES_DIRECTORY: join(place.directory, 'files', name),
      SERVICE_URLS: '{}',
      LOG_LEVEL: 'info',
      NODE_ENV: 'production',
      NODE_COMPILE_CACHE: join(place.directory, '..', 'compiled'),
    };
    const preload = options.preload ?? [];
    const kept = await keepService({ name, database, events: connection.lines, environment, logs, preload });
    stops.push(() => kept.stop());
    services.push([name, kept]);
  }
  await Promise.all(services.map(([, service]) => service.ready()));
  const proof = createGatewayProof(secrets.gatewayKey);
  const kept = Object.fromEntries(services) as Record<TestedService, KeptService>;
  return {
    engine,
    services: kept,
    ask: (name) => fetchAsGateway(kept[name].url, proof),
    database: pools.of,
    authorizationOf: (actor) => tokens.authorizationOf(actor, 3_600),
    restartPostgres(how) {
      restarting = restarting.then(async () => {
        if (how === 'AT_ONCE') process.kill(server.pid, 'SIGQUIT');
        await server.stop();
        server = await startDatabases(place);
      });
      return restarting;
    },
    stop,
  };
}

function createPools(databases: Databases) {
  const pools = new Map<ServiceName, Pool>();
  return {
    of(name: ServiceName): Pool {
      const known = pools.get(name);
      if (known) return known;
      const pool = new Pool({ connectionString: databases.owner(name), max: 3 });
      pool.on('error', () => undefined);
      pools.set(name, pool);
      return pool;
    },
    end: () => Promise.all([...pools.values()].map((pool) => pool.end())),
  };
}

/** Sends the events with which the identity service announced the city's organisations. */
async function sendIdentitysEvents(databases: Databases, engine: Engine): Promise<void> {
  const pool = new Pool({ connectionString: databases.owner('identity'), max: 1 });
  const relay = createRelay({ databaseUrl: databases.service('identity'), transport: engine.transport });
  await relay.start();
  try {
    await until('the organisations told', async () => {
      const { unsent } = await readOutboxState(pool);
      return unsent === 0 ? { done: true } : { state: unsent };
    });
  } finally {
    await relay.stop();
    await pool.end();
  }
}

async function publishKeys(keys: object): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const server: Server = createServer((_request, answer) => {
    answer.setHeader('content-type', 'application/json').end(JSON.stringify(keys));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a server listens on a port');
  return {
    url: `http://127.0.0.1:${address.port}/jwks.json`,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

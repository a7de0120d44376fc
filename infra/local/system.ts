import type { KeptChild } from './child.ts';
import { buildConsole } from './console.ts';
import { dropHalfPlayed } from './half-played.ts';
import { createDatabases, migrateDatabases } from './databases.ts';
import { loadDemonstration } from './demonstration.ts';
import { bringEventsAlong, type EventsEngine } from './events-engine.ts';
import type { Explained } from './explained.ts';
import { generateClients } from './generate.ts';
import { startBroker } from './kafka.ts';
import { choosePlace } from './place.ts';
import { playDemonstration } from './play-demonstration.ts';
import { demandFreePort } from './ports.ts';
import { startPostgres } from './postgres.ts';
import type { Progress } from './progress.ts';
import { keepSecrets } from './secrets.ts';
import { startGateway, startServices, type Installation, type ServiceAddresses } from './services.ts';

/** What to start: `data` is the folder of its data, `port` the gateway's. */
export type SystemOptions = {
  readonly data?: string;
  readonly port: number;
  readonly kafka: boolean;
  /** Whether the gateway admits only the console's operations; by default if PUBLIC_ORIGIN is set. */
  readonly consoleOnly?: boolean;
  readonly progress: Progress;
  /** Whether the demonstration city is in use: two winters of work in six of its counties. */
  readonly inUse?: boolean;
  /** Called when the console cannot be built: the rest goes on without it. If absent, that is a failure. */
  readonly whenConsoleFails?: (reason: unknown) => void;
  /** Called when the database server ends by itself: the system cannot go on. */
  readonly whenBroken?: (trouble: Explained) => void;
};

/** A whole running system. */
export type RunningSystem = {
  readonly url: string;
  readonly installation: Installation;
  readonly addresses: ServiceAddresses;
  /** Whether it holds the demonstration city, not a city of the operator's own. */
  readonly demonstration: boolean;
  readonly stop: () => Promise<void>;
};

/** The parts that run, in the order they were started; `stop` ends them in reverse. */
class RunningParts {
  readonly children: KeptChild[] = [];
  readonly #engines: (() => Promise<void>)[] = [];

  engine(stop: () => Promise<void>): void {
    this.#engines.push(stop);
  }

  async stop(): Promise<void> {
    const gateway = this.children.filter((child) => child.name === 'gateway');
    const services = this.children.filter((child) => child.name !== 'gateway');
    await Promise.all(gateway.map((child) => child.stop()));
    await Promise.all(services.map((child) => child.stop()));
    for (const stop of this.#engines.reverse()) await stop();
  }
}

/**
 * Starts everything: PostgreSQL (or the server `DATABASE_URL` names), Kafka if asked for, migrations, demonstration
 * data, services, gateway with the console. If one fails, the parts that already run are stopped.
 */
export async function startSystem(options: SystemOptions): Promise<RunningSystem> {
  const parts = new RunningParts();
  try {
    return await startParts(options, parts);
  } catch (error) {
    await parts.stop();
    throw error;
  }
}

async function startParts(options: SystemOptions, parts: RunningParts): Promise<RunningSystem> {
  const { progress } = options;
  await demandFreePort(options.port);
  const place = choosePlace(options.data, progress);
  const secrets = keepSecrets(place.directory);
  await generateClients(progress);
  // Waits for both even if one fails, so that nothing starts after a failure has stopped the rest.
  const [server, console] = await Promise.allSettled([
    serverUrl(options, place.postgres, parts),
    buildConsole(progress),
  ]);
  if (console.status === 'rejected') {
    if (options.whenConsoleFails === undefined) throw console.reason;
    options.whenConsoleFails(console.reason);
  }
  if (server.status === 'rejected') throw server.reason;
  const superuserUrl = server.value;
  await dropHalfPlayed(superuserUrl, progress);
  const databases = await progress.step('准备数据库', 'databases and roles are there', () =>
    createDatabases(superuserUrl, secrets),
  );
  await progress.step('更新数据库结构', 'migrations applied', () => migrateDatabases(databases));
  const kafkaBrokers = await brokers(options, place.kafka, parts);
  const events: EventsEngine =
    kafkaBrokers === undefined ? { engine: 'embedded' } : { engine: 'kafka', brokers: kafkaBrokers };
  await bringEventsAlong(place, databases.events, events, progress);
  const url = `http://127.0.0.1:${options.port}`;
  const { PUBLIC_ORIGIN, GRAPHQL_SAFELIST } = process.env;
  const published = PUBLIC_ORIGIN !== undefined;
  const publicOrigin = PUBLIC_ORIGIN ?? url;
  const consoleOnly = options.consoleOnly ?? (GRAPHQL_SAFELIST === undefined ? published : GRAPHQL_SAFELIST === 'on');
  const installation = {
    place,
    secrets,
    databases,
    kafkaBrokers,
    publicOrigin,
    published,
    port: options.port,
    consoleOnly,
  };
  const demonstration = await progress.step('演示数据', 'demonstration data are there', () =>
    loadDemonstration(databases),
  );
  if (demonstration && options.inUse === true) await playDemonstration(installation, progress);
  const addresses = await progress.step('启动服务', 'services are ready', () =>
    startServices(installation, progress, parts.children),
  );
  await progress.step('启动网关', 'the gateway is ready', () =>
    startGateway(installation, addresses, progress, parts.children),
  );
  return { url: publicOrigin, installation, addresses, demonstration, stop: () => parts.stop() };
}

async function serverUrl(options: SystemOptions, dataDirectory: string, parts: RunningParts): Promise<string> {
  const { progress } = options;
  const outside = process.env['DATABASE_URL'];
  if (outside !== undefined) return outside;
  return progress.step('启动数据库', 'PostgreSQL runs', async () => {
    const server = await startPostgres({ dataDirectory, say: progress.say });
    let stopping = false;
    parts.engine(() => {
      stopping = true;
      return server.stop();
    });
    void server.ended.then((trouble) => {
      if (!stopping) options.whenBroken?.(trouble);
    });
    return server.url;
  });
}

async function brokers(
  options: SystemOptions,
  dataDirectory: string,
  parts: RunningParts,
): Promise<string | undefined> {
  const outside = process.env['KAFKA_BROKERS'];
  if (outside !== undefined) return outside;
  if (!options.kafka) return undefined;
  return options.progress.step('启动 Kafka', 'Kafka runs', async () => {
    const kafka = await startBroker(dataDirectory);
    parts.engine(() => kafka.stop());
    return kafka.brokers;
  });
}

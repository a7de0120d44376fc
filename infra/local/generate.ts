import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Explained } from './explained.ts';
import { hashOf, isStamped, writeStamp } from './inputs-hash.ts';
import { root, scriptsOf, serviceFolder, serviceNames, type ServiceName } from './layout.ts';
import type { Progress } from './progress.ts';
import { run, toolsPath } from './run.ts';

/** Generates each service's Prisma client and Pothos types, where their inputs changed; services side by side. */
export async function generateClients(progress: Progress): Promise<void> {
  const stale = serviceNames.filter((name) => !isStamped(stampOf(name), clientInputs(name)) && hasSchema(name));
  if (stale.length === 0) return;
  await progress.step(`生成数据访问代码（${stale.join('、')}）`, `generated the clients of ${stale.join(', ')}`, async () => {
    await Promise.all(stale.map(generateClient));
  });
}

function hasSchema(name: ServiceName): boolean {
  return existsSync(join(serviceFolder(name), 'prisma', 'schema'));
}

function stampOf(name: ServiceName): string {
  return join(serviceFolder(name), 'src', 'generated', '.inputs');
}

function clientInputs(name: ServiceName): string {
  const folder = serviceFolder(name);
  const inputs = [join(folder, 'prisma', 'schema'), join(folder, 'prisma.config.ts'), join(root, 'pnpm-workspace.yaml')];
  return hashOf(root, ...inputs);
}

async function generateClient(name: ServiceName): Promise<void> {
  const folder = serviceFolder(name);
  const hash = clientInputs(name);
  const generated = join(folder, 'src', 'generated');
  rmSync(stampOf(name), { force: true });
  mkdirSync(generated, { recursive: true });
  const prisma = join(folder, 'node_modules', '.bin', 'prisma');
  const result = await run(prisma, ['generate', '--schema', join('prisma', 'schema')], {
    folder,
    // Prisma would download an engine that generating doesn't use.
    environment: {
      PATH: toolsPath(join(folder, 'node_modules', '.bin')),
      PRISMA_SCHEMA_ENGINE_BINARY: '/bin/true',
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
      CHECKPOINT_DISABLE: '1',
    },
  });
  if (result.code !== 0) {
    throw new Explained(`${name} 的数据访问代码生成不了：`, `The client of ${name} could not be generated:`, result.output);
  }
  writeStamp(stampOf(name), hash);
}

/** Committed artefacts: each subgraph's printed schema and the supergraph composed of them. */
const printed = [
  ...serviceNames.map((name) => ({
    folder: serviceFolder(name),
    script: 'print-schema',
    file: join(serviceFolder(name), 'schema.graphql'),
  })),
  {
    folder: join(root, 'apps', 'gateway'),
    script: 'compose-supergraph',
    file: join(root, 'apps', 'gateway', 'supergraph.graphql'),
  },
] as const;

/** Prints the subgraphs' schemas and composes the supergraph; gives the files whose content changed by it. */
export async function printSchemas(progress: Progress): Promise<readonly string[]> {
  const changed: string[] = [];
  for (const { folder, script, file } of printed) {
    if (scriptsOf(folder)[script] === undefined) continue;
    const before = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
    const name = file.slice(root.length + 1);
    await progress.step(`生成 ${name}`, `printed ${name}`, async () => {
      const result = await run(process.execPath, ['--run', script], { folder });
      if (result.code !== 0) throw new Explained(`${name} 生成不了：`, `${name} could not be made:`, result.output);
    });
    if (!existsSync(file) || readFileSync(file, 'utf8') !== before) changed.push(name);
  }
  return changed;
}

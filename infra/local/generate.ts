import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Explained } from './explained.ts';
import { hashOf, isStamped, writeStamp } from './inputs-hash.ts';
import { root, scriptsOf, serviceFolder, serviceNames, type ServiceName } from './layout.ts';
import type { Progress } from './progress.ts';
import { run } from './run.ts';

/** Generates each service's Prisma client and Pothos types if their inputs changed; services in parallel. */
export async function generateClients(progress: Progress): Promise<void> {
  const stale = serviceNames.filter((name) => !isStamped(stampOf(name), clientInputs(name)) && hasSchema(name));
  if (stale.length === 0) return;
  await progress.step(
    `生成数据访问代码（${stale.join('、')}）`,
    `generated the clients of ${stale.join(', ')}`,
    async () => {
      await Promise.all(stale.map(generateClient));
    },
  );
}

function hasSchema(name: ServiceName): boolean {
  return existsSync(join(serviceFolder(name), 'prisma', 'schema'));
}

function stampOf(name: ServiceName): string {
  return join(serviceFolder(name), 'src', 'generated', '.inputs');
}

function clientInputs(name: ServiceName): string {
  const folder = serviceFolder(name);
  const inputs = [
    join(folder, 'prisma', 'schema'),
    join(folder, 'prisma.config.ts'),
    join(root, 'pnpm-workspace.yaml'),
  ];
  return hashOf(root, ...inputs);
}

async function generateClient(name: ServiceName): Promise<void> {
  const folder = serviceFolder(name);
  const hash = clientInputs(name);
  const generated = join(folder, 'src', 'generated');
  rmSync(stampOf(name), { force: true });
  mkdirSync(generated, { recursive: true });
  const result = await run(process.execPath, ['--run', 'generate'], { folder });
  if (result.code !== 0) {
    throw new Explained(
      `${name} 的数据访问代码生成不了：`,
      `The client of ${name} could not be generated:`,
      result.output,
    );
  }
  writeStamp(stampOf(name), hash);
}

const console = join(root, 'apps', 'admin');
const supergraph = join(root, 'apps', 'gateway', 'supergraph.graphql');
const operations = join(root, 'apps', 'gateway', 'operations.json');

/** Generates the console's typed operations if they or the supergraph changed. */
export async function generateOperations(progress: Progress): Promise<void> {
  if (scriptsOf(console)['generate'] === undefined || !existsSync(supergraph)) return;
  const generated = join(console, 'src', 'base', 'graph', 'generated');
  const stamp = join(console, 'node_modules', '.nuangong-operations');
  const hash = hashOf(root, join(console, 'src'), join(console, 'generate-operations.ts'), supergraph);
  if (existsSync(generated) && existsSync(operations) && isStamped(stamp, hash)) return;
  await progress.step('生成控制台的查询代码', "generated the console's operations", async () => {
    const result = await run(process.execPath, ['--run', 'generate'], { folder: console });
    if (result.code !== 0) {
      throw new Explained(
        '控制台的查询代码生成不了：',
        "The console's operations could not be generated:",
        result.output,
      );
    }
  });
  writeStamp(stamp, hash);
}

/**
 * Committed artefacts: printed subgraph schemas, the SQL that makes events, the supergraph, the admitted operations.
 */
const printed = [
  ...serviceNames.map((name) => ({
    folder: serviceFolder(name),
    program: join('src', 'print-schema.ts'),
    script: 'print-schema',
    file: join(serviceFolder(name), 'schema.graphql'),
  })),
  {
    folder: serviceFolder('funds'),
    program: join('src', 'print-event-sql.ts'),
    script: 'print-event-sql',
    file: join(serviceFolder('funds'), 'src', 'announced-events.sql'),
  },
  {
    folder: join(root, 'apps', 'gateway'),
    program: join('src', 'compose-supergraph.ts'),
    script: 'compose-supergraph',
    file: supergraph,
  },
  { folder: console, program: 'generate-operations.ts', script: 'generate', file: operations },
] as const;

/** Prints the subgraphs' schemas, the supergraph and the list of operations; returns the files that changed. */
export async function printSchemas(progress: Progress): Promise<readonly string[]> {
  const changed: string[] = [];
  for (const { folder, program, script, file } of printed) {
    if (!existsSync(join(folder, program))) continue;
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

import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { Explained, inWords } from './explained.ts';
import { generateClients } from './generate.ts';
import { root } from './layout.ts';
import { isReached, medianAndSpread, type Measurement } from '@nuangong/measurement';
import { startPostgres } from './postgres.ts';
import { progressTo } from './progress.ts';
import { run } from './run.ts';
import { inTemporaryFolder } from './temporary-folder.ts';

/**
 * `./nuangong bench [name …] [--json FILE]`: runs every `<package>/bench/*.bench.ts`, each in its own process. If one
 * fails, the others are still measured and the command ends with 1.
 */
export async function bench(args: readonly string[]): Promise<number> {
  const options = { json: { type: 'string' } } as const;
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const progress = progressTo(process.stdout);
  await generateClients(progress);
  const files = globSync('{packages,services,apps,infra}/*/bench/*.bench.ts', { cwd: root })
    .filter((file) => positionals.length === 0 || positionals.some((name) => file.includes(name)))
    .sort();
  let failed = false;
  const measurements = await inTemporaryFolder('bench', async (folder) => {
    const all: Measurement[] = [];
    for (const file of files) {
      const name = basename(file, '.bench.ts');
      const own = join(folder, name);
      mkdirSync(own);
      try {
        all.push(...(await progress.step(`测速 ${name}`, `measured ${name}`, () => measureFile(file, own))));
      } catch (error) {
        if (!(error instanceof Explained)) throw error;
        process.stderr.write(`\n${inWords(error)}\n`);
        failed = true;
      }
    }
    return all;
  });
  process.stdout.write(`\n${tableOf(measurements)}\n`);
  if (values.json) writeFileSync(values.json, `${JSON.stringify(measurements, undefined, 2)}\n`);
  return failed ? 1 : 0;
}

async function measureFile(file: string, folder: string): Promise<readonly Measurement[]> {
  const server = await startPostgres({ dataDirectory: join(folder, 'postgres') });
  const output = join(folder, 'measurements.json');
  try {
    const program = ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, 'bench-one.ts')];
    const result = await run(process.execPath, [...program, join(root, file), server.url, folder, output], {
      show: true,
      environment: { NUANGONG_TEST_POSTGRES: server.url },
    });
    if (result.code !== 0) throw new Explained(`测速 ${file} 出错`, `The bench ${file} failed`);
    return JSON.parse(readFileSync(output, 'utf8')) as Measurement[];
  } finally {
    await server.stop();
  }
}

/** The measurements as a table in Markdown. */
function tableOf(measurements: readonly Measurement[]): string {
  const rows = measurements.map((measurement) => {
    const { median, lowest, highest } = medianAndSpread(measurement.ratios);
    const spread = `${lowest.toFixed(2)}–${highest.toFixed(2)} (${measurement.ratios.length})`;
    const { zh, en, detail = '' } = measurement;
    return `| ${zh} · ${en} | ${median.toFixed(2)} | ${spread} | ${aimOf(measurement)} | ${detail} |`;
  });
  return ['| | median | spread (runs) | aim | |', '| --- | --- | --- | --- | --- |', ...rows].join('\n');
}

function aimOf(measurement: Measurement): string {
  const { aim } = measurement;
  if (aim === undefined) return '';
  return `${'least' in aim ? `≥ ${aim.least}` : `≤ ${aim.most}`} ${isReached(measurement) ? '✓' : '✗'}`;
}

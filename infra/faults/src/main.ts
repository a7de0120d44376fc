import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { inTemporaryFolder } from '@nuangong/local';
import { openEmbeddedEngine } from './cell/embedded-engine.ts';
import { preparePlace, type CellPlace } from './cell/place.ts';
import { faultKindsOf, type FaultKind, type TransportName } from './plan.ts';
import { prove } from './prove.ts';
import { runSeeds } from './run-seeds.ts';
import { sabotages, type SabotageName } from './sabotage/sabotages.ts';
import type { TrialReport } from './trial.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '20' },
    from: { type: 'string', default: '1' },
    transport: { type: 'string', default: 'embedded' },
    fault: { type: 'string' },
    cells: { type: 'string' },
    prove: { type: 'boolean', default: false },
  },
});

const transport: TransportName = values.transport === 'kafka' ? 'kafka' : 'embedded';
const only = faultKindsOf(transport).find((kind) => kind === values.fault);
if (values.fault !== undefined && only === undefined) {
  process.stderr.write(`没有这种故障 · no such fault: ${values.fault}\n${faultKindsOf(transport).join('\n')}\n`);
  process.exit(2);
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const seconds = (ms: number): string => `${(ms / 1_000).toFixed(1)} s`;

process.exitCode = await inTemporaryFolder('faults', async (folder) => {
  const prepared = await preparePlace(join(folder, 'prepared'));
  return values.prove ? proveAll(folder, prepared) : runAll(folder, prepared);
});

async function runAll(folder: string, prepared: CellPlace): Promise<number> {
  const began = performance.now();
  const [count, from] = [Number(values.seeds), Number(values.from)];
  const reports = await runSeeds({
    transport,
    openEngine: transport === 'kafka' ? await kafkaEngine() : openEmbeddedEngine,
    seeds: Array.from({ length: count }, (_, place) => from + place),
    cells: Number(values.cells ?? (transport === 'kafka' ? 1 : 3)),
    folder,
    prepared,
    only,
    report: tell,
  });
  say(`\n${injectedTable(reports)}`);
  const failed = reports.filter(({ violations }) => violations.length > 0);
  for (const { seed } of failed) say(`重现 · to see it again: ${again(seed)}`);
  const acknowledged = reports.reduce((sum, report) => sum + report.acknowledged, 0);
  say(`${transport}: ${acknowledged} commands acknowledged in ${seconds(performance.now() - began)}`);
  say(`faults: ${reports.length - failed.length} passed, ${failed.length} failed`);
  return failed.length === 0 ? 0 : 1;
}

function again(seed: number): string {
  const fault = only === undefined ? '' : ` --fault ${only}`;
  return `./nuangong faults --seeds 1 --from ${seed} --transport ${transport}${fault}`;
}

function tell({ seed, faults, acknowledged, violations, ms }: TrialReport): void {
  const injected = faults.map(({ kind, happened }) => (happened ? kind : `(${kind})`)).join(', ');
  say(`${violations.length === 0 ? '✓' : '✗'} ${seed}  ${seconds(ms)}  ${acknowledged} acknowledged  ${injected}`);
  for (const { promise, found } of violations) say(`    ${promise}: ${found}`);
}

/** How often each kind of fault happened. */
function injectedTable(reports: readonly TrialReport[]): string {
  const happened = reports.flatMap(({ faults }) => faults.filter((fault) => fault.happened).map(({ kind }) => kind));
  return faultKindsOf(transport)
    .map((kind: FaultKind) => `  ${kind.padEnd(42)} ${happened.filter((one) => one === kind).length}`)
    .join('\n');
}

async function proveAll(folder: string, prepared: CellPlace): Promise<number> {
  let missed = 0;
  for (const name of Object.keys(sabotages) as SabotageName[]) {
    const own = join(folder, name);
    await mkdir(own, { mode: 0o755 });
    const { foundBy } = await prove(name, { folder: own, prepared, from: Number(values.from) });
    if (foundBy === undefined) missed += 1;
    say(`${foundBy ? '✓' : '✗'} ${name}: ${sabotages[name].what}`);
    if (foundBy) say(`    seed ${foundBy.seed}: ${foundBy.violations[0]?.promise}: ${foundBy.violations[0]?.found}`);
    else say('    不变量已破坏而未被发现 · broken on purpose, and no trial noticed');
  }
  const found = Object.keys(sabotages).length - missed;
  say(`sabotages: ${found} passed, ${missed} failed`);
  return missed === 0 ? 0 : 1;
}

async function kafkaEngine() {
  const { openKafkaEngine } = await import('./cell/kafka-engine.ts');
  return openKafkaEngine;
}

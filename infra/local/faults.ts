import { join } from 'node:path';
import { missingForKafka } from '@nuangong/kafka';
import { generateClients } from './generate.ts';
import { root } from './layout.ts';
import { progressTo } from './progress.ts';
import { run, type RunResult } from './run.ts';
import type { TestCounts, TestExtent } from './test-counts.ts';

const driver = join(root, 'infra', 'faults', 'src', 'main.ts');

const drive = (args: readonly string[]) =>
  run(process.execPath, ['--disable-warning=ExperimentalWarning', driver, ...args], { show: true });

/** `./nuangong faults …`: the main job's commands under random faults, and whether every promise was kept. */
export async function faults(args: readonly string[]): Promise<number> {
  await generateClients(progressTo(process.stdout));
  return (await drive(args)).code;
}

/** The number of trials over the embedded transport: in each test run, and with `--whole`. */
const embeddedSeeds = { some: 60, whole: 200 } as const;
/** One for each kind of fault of that engine. */
const kafkaSeeds = 21;

/**
 * The level `faults` of the tests: both engines, and the proof that the driver notices violations, in parallel, since a
 * trial mostly waits. A trial is a test.
 */
export async function faultTests(extent: TestExtent): Promise<TestCounts> {
  const missing = await missingForKafka();
  const runs = await Promise.all([
    drive(['--prove']),
    drive(['--seeds', String(embeddedSeeds[extent]), '--transport', 'embedded']),
    ...(missing.length === 0 ? [drive(['--seeds', String(kafkaSeeds), '--transport', 'kafka'])] : []),
  ]);
  return {
    level: 'faults',
    ...countsOfRuns(runs),
    skipped: missing.length === 0 ? 0 : kafkaSeeds,
    notes: missing.length === 0 ? [] : [`没有 Kafka · without Kafka: ${missing.join(', ')}`],
  };
}

type Counts = { readonly passed: number; readonly failed: number; readonly failures: readonly string[] };

/** The summed result of several runs of a driver. */
export function countsOfRuns(runs: readonly RunResult[]): Counts {
  const counts = runs.map(({ code, output }) => countsOfTrials(output, code));
  return {
    passed: counts.reduce((sum, { passed }) => sum + passed, 0),
    failed: counts.reduce((sum, { failed }) => sum + failed, 0),
    failures: counts.flatMap(({ failures }) => failures),
  };
}

/**
 * A driver's closing line, `<what>: N passed, N failed`, and the lines that begin with ✗ or !, each with the
 * lines under it; a run that failed without a closing line is a failure. A proof that passed shows what it found in the
 * same form: that is no failure.
 */
export function countsOfTrials(output: string, code: number): Counts {
  const failures = output.match(/^[✗!].*(?:\n {4}\S.*)*/gmu) ?? [];
  const [, passed, failed] = /^\w+: (\d+) passed, (\d+) failed$/mu.exec(output) ?? [];
  if (passed === undefined || failed === undefined) {
    return { passed: 0, failed: 1, failures: [...failures, output.split('\n').slice(-10).join('\n')] };
  }
  const told = { passed: Number(passed), failed: code !== 0 && failed === '0' ? 1 : Number(failed) };
  return { ...told, failures: told.failed === 0 ? [] : failures };
}

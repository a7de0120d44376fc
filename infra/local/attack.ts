import { join } from 'node:path';
import { countsOfRuns } from './faults.ts';
import { generateClients } from './generate.ts';
import { root } from './layout.ts';
import { progressTo } from './progress.ts';
import { run } from './run.ts';
import type { TestCounts, TestExtent } from './test-counts.ts';

const driver = join(root, 'infra', 'attack', 'src', 'main.ts');

const drive = (args: readonly string[]) =>
  run(process.execPath, ['--disable-warning=ExperimentalWarning', driver, ...args], { show: true });

/** `./nuangong attack …`: random requests as every role of two counties, and whether one got data of the other. */
export async function attack(args: readonly string[]): Promise<number> {
  await generateClients(progressTo(process.stdout));
  return (await drive(args)).code;
}

/** The number of random requests: in each test run, and with `--whole`. */
const queries = { some: 6_000, whole: 20_000 } as const;

/**
 * The level `attack` of the tests: the attack, and in parallel the proof that it notices leaks. Each request is a test.
 */
export async function attackTests(extent: TestExtent): Promise<TestCounts> {
  const runs = await Promise.all([drive(['--prove']), drive(['--queries', String(queries[extent])])]);
  return { level: 'attack', ...countsOfRuns(runs), skipped: 0, notes: [] };
}

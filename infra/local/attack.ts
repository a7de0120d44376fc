import { join } from 'node:path';
import { countsOfRuns } from './faults.ts';
import { generateClients } from './generate.ts';
import { root } from './layout.ts';
import { progressTo } from './progress.ts';
import { run } from './run.ts';
import type { TestCounts } from './test-counts.ts';

const driver = join(root, 'infra', 'attack', 'src', 'main.ts');

const drive = (args: readonly string[]) =>
  run(process.execPath, ['--disable-warning=ExperimentalWarning', driver, ...args], { show: true });

/** `./nuangong attack …`: random requests as every role of two counties, and whether one was told of the other. */
export async function attack(args: readonly string[]): Promise<number> {
  await generateClients(progressTo(process.stdout));
  return (await drive(args)).code;
}

const queries = 20_000;

/** The level `attack` of the tests: the proof that it would notice, and the attack. Each request is a test. */
export async function attackTests(): Promise<TestCounts> {
  const runs = [await drive(['--prove']), await drive(['--queries', String(queries)])];
  return { level: 'attack', ...countsOfRuns(runs), skipped: 0, notes: [] };
}

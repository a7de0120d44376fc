import { existsSync, readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { missingForKafka } from '@nuangong/kafka';
import { attackTests } from './attack.ts';
import { buildConsole } from './console.ts';
import { provideChromium } from './chromium.ts';
import { Explained, inWords } from './explained.ts';
import { faultTests } from './faults.ts';
import { generateClients, generateOperations, printSchemas } from './generate.ts';
import { startBroker } from './kafka.ts';
import { root } from './layout.ts';
import { freePort } from './ports.ts';
import { progressTo, type Progress } from './progress.ts';
import { run } from './run.ts';
import { supplyTests } from './supply.ts';
import { startSystem } from './system.ts';
import { inTemporaryFolder } from './temporary-folder.ts';
import { countsOfReport, exitCodeOf, summaryOf, type TestCounts, type TestExtent } from './test-counts.ts';

const levels = ['check', 'lint', 'generated', 'supply', 'unit', 'int', 'faults', 'attack', 'console', 'e2e'] as const;
type Level = (typeof levels)[number];

/**
 * `./nuangong test [level …] [--whole]`: every level, or those named, with `--whole` the long counts; the last line
 * is `N passed, N failed, N skipped`.
 */
export async function test(wanted: readonly string[], extent: TestExtent): Promise<number> {
  const unknown = wanted.find((name) => !levels.some((level) => level === name));
  if (unknown !== undefined) {
    throw new Explained(
      `没有这一级测试：${unknown}。可选：${levels.join('、')}`,
      `Unknown test level ${unknown}; choose from ${levels.join(', ')}`,
    );
  }
  const progress = progressTo(process.stdout);
  const results: TestCounts[] = [];
  for (const level of levels) {
    if (wanted.length > 0 && !wanted.includes(level)) continue;
    process.stdout.write(`\n── ${level}\n`);
    try {
      await generateClients(progress);
      results.push(await runLevel(level, extent, progress));
    } catch (error) {
      process.stderr.write(`${inWords(error)}\n`);
      results.push({ level, passed: 0, failed: 1, skipped: 0, notes: [] });
    }
  }
  const inCi = process.env['CI'] !== undefined && process.env['CI'] !== '' && process.env['CI'] !== 'false';
  const code = exitCodeOf(results, inCi);
  const left = results.some(({ skipped }) => skipped > 0);
  if (inCi && left) process.stdout.write('\nCI 中不允许跳过测试 · in CI no test may be left out\n');
  process.stdout.write(`\n${summaryOf(results)}\n`);
  return code;
}

function runLevel(level: Level, extent: TestExtent, progress: Progress): Promise<TestCounts> {
  switch (level) {
    case 'check':
      return oneCheck(level, () => typeCheck(progress));
    case 'lint':
      return oneCheck(level, async () => (await tool('oxlint', [])) && (await tool('oxfmt', ['--check'])));
    case 'generated':
      return oneCheck(level, () => generatedUpToDate(progress));
    case 'supply':
      return supplyTests();
    case 'unit':
      return inTemporaryFolder('unit', (folder) => vitest('unit', folder, {}));
    case 'int':
      return inTemporaryFolder('int', (folder) => integration(folder, progress));
    case 'faults':
      return faultTests(extent);
    case 'attack':
      return attackTests(extent);
    case 'console':
      return oneCheck(level, async () => {
        await buildConsole(progress);
        return true;
      });
    case 'e2e':
      return inTemporaryFolder('e2e', (folder) => endToEnd(folder, progress));
  }
}

async function oneCheck(level: Level, check: () => Promise<boolean>): Promise<TestCounts> {
  const passed = await check();
  return { level, passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0, notes: [] };
}

async function typeCheck(progress: Progress): Promise<boolean> {
  await generateOperations(progress);
  return tool('turbo', ['run', 'check', '--continue', '--output-logs=errors-only']);
}

async function tool(name: string, args: readonly string[]): Promise<boolean> {
  const environment = { TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1' };
  return (await run(join(root, 'node_modules', '.bin', name), args, { show: true, environment })).code === 0;
}

/** Prints the generated files again, which must change nothing: the committed ones must match the code. */
async function generatedUpToDate(progress: Progress): Promise<boolean> {
  const changed = await printSchemas(progress);
  if (changed.length === 0) return true;
  progress.say(
    `已提交的生成文件过时，现已更新，提交它们：${changed.join('、')}`,
    `committed artefacts were out of date and have been made again; commit them: ${changed.join(', ')}`,
  );
  return false;
}

async function vitest(project: string, folder: string, environment: Record<string, string>): Promise<TestCounts> {
  const file = join(folder, 'report.json');
  const result = await run(
    join(root, 'node_modules', '.bin', 'vitest'),
    [
      'run',
      '--project',
      project,
      '--passWithNoTests',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
    ],
    { show: true, environment },
  );
  return countsOfReport(project, existsSync(file) ? readFileSync(file, 'utf8') : '', result.code);
}

async function integration(folder: string, progress: Progress): Promise<TestCounts> {
  const missing = await missingForKafka();
  if (missing.length > 0) {
    const note = `没有 Kafka · without Kafka: ${missing.join(', ')}`;
    const counts = await vitest('int', folder, {});
    return { ...counts, notes: [note] };
  }
  const kafka = await progress.step('启动 Kafka', 'Kafka runs', () => startBroker(join(folder, 'kafka')));
  try {
    return await vitest('int', folder, { NUANGONG_TEST_KAFKA: kafka.brokers });
  } finally {
    await kafka.stop();
  }
}

async function endToEnd(folder: string, progress: Progress): Promise<TestCounts> {
  const specs = await readdir(join(root, 'apps', 'admin', 'e2e')).catch(() => []);
  if (!specs.some((file) => file.endsWith('.spec.ts')))
    return { level: 'e2e', passed: 0, failed: 0, skipped: 0, notes: [] };
  const chromium = await provideChromium(progress);
  if (chromium === undefined) {
    const note = '没有 Chromium · no Chromium (apt-get install -y chromium fonts-noto-cjk, or CHROMIUM_PATH)';
    return { level: 'e2e', passed: 0, failed: 0, skipped: 1, notes: [note] };
  }
  const system = await startSystem({
    data: join(folder, 'data'),
    port: await freePort(),
    kafka: false,
    consoleOnly: true,
    inUse: true,
    progress,
  });
  try {
    const { events, owner } = system.installation.databases;
    const environment = {
      NUANGONG_URL: system.url,
      CHROMIUM_PATH: chromium,
      EVENTS_DATABASE_URL: events,
      CASE_RECORDS_OWNER_URL: owner('case-records'),
    };
    return await vitest('e2e', folder, environment);
  } finally {
    await system.stop();
  }
}

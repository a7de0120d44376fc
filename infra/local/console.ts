import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Explained } from './explained.ts';
import { generateOperations } from './generate.ts';
import { hashOf, isStamped, writeStamp } from './inputs-hash.ts';
import { root, scriptsOf } from './layout.ts';
import type { Progress } from './progress.ts';
import { run } from './run.ts';

const folder = join(root, 'apps', 'admin');

/** Builds the console with Vite if it is missing or its sources changed; false if there are no sources. */
export async function buildConsole(progress: Progress): Promise<boolean> {
  if (!existsSync(join(folder, 'src', 'main.tsx')) || scriptsOf(folder)['build'] === undefined) {
    progress.say('控制台没有源码，跳过', 'the console has no sources yet: left out');
    return false;
  }
  await generateOperations(progress);
  const stamp = join(folder, 'dist', '.inputs');
  const hash = hashOf(
    root,
    ...['src', 'public', 'index.html', 'vite.config.ts', 'package.json'].map((name) => join(folder, name)),
    join(root, 'apps', 'gateway', 'supergraph.graphql'),
    join(root, 'packages', 'primitives', 'src'),
    join(root, 'packages', 'access', 'src'),
    join(root, 'pnpm-lock.yaml'),
  );
  if (isStamped(stamp, hash)) return true;
  await progress.step('构建控制台', 'built the console', async () => {
    const result = await run(process.execPath, ['--run', 'build'], { folder });
    if (result.code !== 0) throw new Explained('控制台构建不了：', 'The console could not be built:', result.output);
  });
  writeStamp(stamp, hash);
  return true;
}

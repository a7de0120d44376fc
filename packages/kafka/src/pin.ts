import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyJars, sumJars, sumsFile } from './install-kafka.ts';

/** `pnpm --filter @nuangong/kafka pin`: fetches what `pom.xml` names and writes the checksums to be committed. */
const directory = await mkdtemp(join(tmpdir(), 'nuangong-jars-'));
try {
  await copyJars(directory);
  const sums = await sumJars(directory);
  await writeFile(sumsFile, [...sums].map(([jar, sum]) => `${sum}  ${jar}\n`).join(''));
  process.stdout.write(`${sums.size} jars pinned in ${sumsFile}\n`);
} finally {
  await rm(directory, { recursive: true, force: true });
}

import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const packageDirectory = join(import.meta.dirname, '..');
const copyDependencies = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies';

/**
 * Fetches Kafka's jars as `pom.xml` pins them, once; Maven checks their sums. Gives the directory that holds them.
 * The jars appear there all at once, so that an interrupted fetch leaves nothing half done.
 */
export async function installKafka(libraryDirectory = defaultLibraryDirectory()): Promise<string> {
  const pom = await readFile(join(packageDirectory, 'pom.xml'));
  const wanted = createHash('sha256').update(pom).digest('hex');
  const mark = join(libraryDirectory, 'installed-from-pom.sha256');
  if ((await readFile(mark, 'utf8').catch(() => '')) === wanted) return libraryDirectory;

  const fresh = `${libraryDirectory}.${process.pid}`;
  await mkdir(dirname(libraryDirectory), { recursive: true });
  try {
    await run(
      'mvn',
      ['-q', '-B', '-C', '-f', join(packageDirectory, 'pom.xml'), copyDependencies, `-DoutputDirectory=${fresh}`],
      { maxBuffer: 16 * 1024 * 1024 },
    );
    await writeFile(join(fresh, 'installed-from-pom.sha256'), wanted);
    await rm(libraryDirectory, { recursive: true, force: true });
    await rename(fresh, libraryDirectory);
  } catch (error) {
    throw new Error('Maven could not fetch Kafka', { cause: error });
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
  return libraryDirectory;
}

function defaultLibraryDirectory(): string {
  return join(packageDirectory, '..', '..', '.nuangong', 'kafka', 'lib');
}

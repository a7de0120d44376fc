import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const packageDirectory = join(import.meta.dirname, '..');
const copyDependencies = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies';

/** The checksums of all jars in the format of `sha256sum`; written by `pnpm --filter @nuangong/kafka pin`. */
export const sumsFile = join(packageDirectory, 'jars.sha256');

/**
 * Returns the directory of Kafka's jars, fetching them through Maven if they are missing. Compares every jar with the
 * checksum committed in `jars.sha256`, after a fetch and at each start: throws `ChangedJars` if one differs. All jars
 * appear together, so that an interrupted fetch leaves nothing incomplete.
 */
export async function installKafka(libraryDirectory = defaultLibraryDirectory()): Promise<string> {
  const pinned = readSums(await readFile(sumsFile, 'utf8'));
  const installed = (await readdir(libraryDirectory).catch(() => [])).filter((file) => file.endsWith('.jar'));
  // Different names mean another version, which is replaced; different content under the same names is tampering.
  const sameNames = installed.length === pinned.size && installed.every((jar) => pinned.has(jar));
  if (sameNames) await checkJars(libraryDirectory, pinned);
  else await fetchJars(libraryDirectory, pinned);
  return libraryDirectory;
}

/** Fetches the jars that `pom.xml` names into a directory; Maven verifies them against its repository's checksums. */
export async function copyJars(directory: string): Promise<void> {
  try {
    await run(
      'mvn',
      ['-q', '-B', '-C', '-f', join(packageDirectory, 'pom.xml'), copyDependencies, `-DoutputDirectory=${directory}`],
      { maxBuffer: 16 * 1024 * 1024 },
    );
  } catch (error) {
    throw new Error('Maven could not fetch Kafka', { cause: error });
  }
}

/** The checksum of each jar in a directory, by name. */
export async function sumJars(directory: string): Promise<ReadonlyMap<string, string>> {
  const jars = (await readdir(directory)).filter((file) => file.endsWith('.jar')).sort();
  const sums = await Promise.all(
    jars.map(async (jar) => [
      jar,
      createHash('sha256')
        .update(await readFile(join(directory, jar)))
        .digest('hex'),
    ]),
  );
  return new Map(sums as [string, string][]);
}

/** Some jars are not the pinned ones; the message says what to do. */
export class ChangedJars extends Error {
  override readonly name = 'ChangedJars';

  constructor(directory: string, differences: readonly string[]) {
    super(
      `Kafka 的 jar 与 jars.sha256 不符，拒绝使用。删除 ${directory} 后重试会重新下载；若有意升级，` +
        '运行 pnpm --filter @nuangong/kafka pin 并提交 jars.sha256；否则请查明是谁改动了它们。\n' +
        `Kafka's jars are not those of jars.sha256 and are not used. Remove ${directory} and try again to fetch them ` +
        'anew; after raising the version on purpose, run pnpm --filter @nuangong/kafka pin and commit jars.sha256; ' +
        `otherwise find out who changed them.\n${differences.join('\n')}`,
    );
  }
}

async function fetchJars(libraryDirectory: string, pinned: ReadonlyMap<string, string>): Promise<void> {
  const fresh = `${libraryDirectory}.${process.pid}`;
  await mkdir(dirname(libraryDirectory), { recursive: true });
  try {
    await copyJars(fresh);
    await checkJars(fresh, pinned);
    await rm(libraryDirectory, { recursive: true, force: true });
    await rename(fresh, libraryDirectory);
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}

/** Throws `ChangedJars` unless a directory contains exactly the pinned jars. */
export async function checkJars(directory: string, pinned: ReadonlyMap<string, string>): Promise<void> {
  const found = await sumJars(directory);
  const differences = [...new Set([...pinned.keys(), ...found.keys()])].flatMap((jar) => {
    const [wanted, given] = [pinned.get(jar), found.get(jar)];
    if (wanted === given) return [];
    if (given === undefined) return [`${jar}: missing`];
    return [wanted === undefined ? `${jar}: not pinned` : `${jar}: ${given}, pinned ${wanted}`];
  });
  if (differences.length > 0) throw new ChangedJars(directory, differences);
}

/** The checksums in `jars.sha256`, by jar. */
export function readSums(text: string): ReadonlyMap<string, string> {
  const lines = text.split('\n').filter((line) => line !== '');
  return new Map(lines.map((line) => [line.slice(66), line.slice(0, 64)]));
}

function defaultLibraryDirectory(): string {
  return join(packageDirectory, '..', '..', '.nuangong', 'kafka', 'lib');
}

import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkJars, installKafka, readSums, sumJars, sumsFile } from './install-kafka.ts';

describe('the jars of Kafka', () => {
  let directory: string;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'nuangong-jars-'));
  });

  afterEach(() => rm(directory, { recursive: true, force: true }));

  it('are refused, with what to do, when one differs from its pinned hash', async () => {
    const library = join(directory, 'lib');
    await mkdir(library);
    const pinned = readSums(await readFile(sumsFile, 'utf8'));
    for (const jar of pinned.keys()) await writeFile(join(library, jar), 'tampered');
    const refused = await installKafka(library).catch((error: Error) => error.message);
    expect(refused).toContain(`Remove ${library} and try again`);
    expect(refused).toContain('kafka-clients-4.4.0.jar: ');
    expect(await readFile(join(library, 'kafka-clients-4.4.0.jar'), 'utf8')).toBe('tampered');
  });

  it('are reported by name when one differs, is missing, or is unknown', async () => {
    for (const jar of ['a.jar', 'b.jar', 'c.jar']) await writeFile(join(directory, jar), jar);
    const pinned = await sumJars(directory);
    await expect(checkJars(directory, pinned)).resolves.toBeUndefined();
    await writeFile(join(directory, 'a.jar'), 'one byte more');
    await rm(join(directory, 'b.jar'));
    await writeFile(join(directory, 'd.jar'), 'from elsewhere');
    const refused = await checkJars(directory, pinned).catch((error: Error) => error.message);
    expect(String(refused).split('\n').slice(2)).toEqual([
      expect.stringMatching(/^a\.jar: [0-9a-f]{64}, pinned [0-9a-f]{64}$/u),
      'b.jar: missing',
      'd.jar: not pinned',
    ]);
  });

  it('are pinned for every library of the version that pom.xml names', async () => {
    const version = /kafka_2.13<\/artifactId>\s*<version>([\d.]+)<\/version>/u.exec(
      await readFile(join(import.meta.dirname, '..', 'pom.xml'), 'utf8'),
    )?.[1];
    expect([...readSums(await readFile(sumsFile, 'utf8')).keys()]).toContain(`kafka_2.13-${version}.jar`);
  });
});

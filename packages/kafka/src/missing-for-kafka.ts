import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);
const oldestJava = 17;

/** What this machine lacks to run Apache Kafka, with the remedy; empty if nothing is missing. */
export async function missingForKafka(): Promise<readonly string[]> {
  const [java, maven] = await Promise.all([javaVersion(), hasMaven()]);
  const missing: string[] = [];
  if (java === undefined)
    missing.push(`Java ${oldestJava} or newer is not installed (Debian: openjdk-17-jre-headless)`);
  else if (java < oldestJava) missing.push(`Java is ${java}, and ${oldestJava} or newer is needed`);
  if (!maven) missing.push('Maven, which fetches Kafka, is not installed (Debian: maven)');
  return missing;
}

async function javaVersion(): Promise<number | undefined> {
  try {
    const { stderr, stdout } = await run('java', ['-version']);
    return readJavaVersion(stderr + stdout);
  } catch {
    return undefined;
  }
}

/** The major version in the output of `java -version`: 17 of "17.0.15", 8 of "1.8.0_392". */
export function readJavaVersion(said: string): number | undefined {
  const [, first, second] = /version "(\d+)(?:\.(\d+))?/u.exec(said) ?? [];
  if (first === undefined) return undefined;
  return first === '1' && second !== undefined ? Number(second) : Number(first);
}

async function hasMaven(): Promise<boolean> {
  return run('mvn', ['-v']).then(
    () => true,
    () => false,
  );
}

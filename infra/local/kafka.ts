import { existsSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Explained } from './explained.ts';
import { root } from './layout.ts';
import { freePort } from './ports.ts';

/** A running broker: `brokers` as kafkajs takes them, `host:port`. */
export type RunningKafka = { readonly brokers: string; readonly stop: () => Promise<void> };

const leastJava = 17;
const entry = join(root, 'infra', 'kafka', 'src', 'index.ts');

/** What a real Kafka lacks on this machine, in words; empty if nothing. */
export function missingForKafka(): readonly string[] {
  const java = versionOf('java', ['-version'], /version "(\d+)/);
  const maven = versionOf('mvn', ['--version'], /Apache Maven (\d+)/);
  return [
    ...(java === undefined || java < leastJava ? [`Java ${leastJava} (apt-get install -y openjdk-17-jre-headless)`] : []),
    ...(maven === undefined ? ['Maven (apt-get install -y maven)'] : []),
    ...(existsSync(entry) ? [] : ['infra/kafka']),
  ];
}

function versionOf(command: string, args: string[], pattern: RegExp): number | undefined {
  try {
    const output = execFileSync('sh', ['-c', `${command} ${args.join(' ')} 2>&1`], { encoding: 'utf8' });
    const found = pattern.exec(output)?.[1];
    return found === undefined ? undefined : Number(found);
  } catch {
    return undefined;
  }
}

type KafkaPackage = {
  readonly startKafka: (options: {
    readonly dataDirectory: string;
    readonly port: number;
  }) => Promise<{ readonly brokers?: string; readonly stop: () => Promise<void> }>;
};

/** Starts a single-node Apache Kafka from Maven's artefacts, or says what is missing for it. */
export async function startBroker(dataDirectory: string): Promise<RunningKafka> {
  const missing = missingForKafka();
  if (missing.length > 0) {
    throw new Explained(
      `启动 Kafka 还缺：${missing.join('、')}。装好后再试；不带 --kafka 时事件经 PostgreSQL 传送，功能相同。`,
      `Kafka needs what is missing here: ${missing.join(', ')}. Install it and try again; ` +
        'without --kafka events travel over PostgreSQL, with the same result.',
    );
  }
  const { startKafka } = (await import(pathToFileURL(entry).href)) as KafkaPackage;
  const port = await freePort();
  const kafka = await startKafka({ dataDirectory, port });
  return { brokers: kafka.brokers ?? `127.0.0.1:${port}`, stop: () => kafka.stop() };
}

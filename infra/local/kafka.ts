import { resolve } from 'node:path';
import { freePorts, missingForKafka, startKafka } from '@nuangong/kafka';
import { Explained } from './explained.ts';

/** A running broker: `brokers` as `KAFKA_BROKERS` names them, `host:port,host:port`. */
export type RunningBroker = { readonly brokers: string; readonly stop: () => Promise<void> };

/** Starts a single-node Apache Kafka from Maven's artefacts, or says what is missing for it. */
export async function startBroker(dataDirectory: string): Promise<RunningBroker> {
  const missing = await missingForKafka();
  if (missing.length > 0) {
    throw new Explained(
      '本机还不能运行 Kafka，缺少的见下。装好后再试；不带 --kafka 时事件经 PostgreSQL 传送，功能相同。',
      'Kafka cannot run on this machine yet; what is missing is listed below. Without --kafka events travel over ' +
        'PostgreSQL, with the same result.',
      missing.join('\n'),
    );
  }
  const [clients = 0, controller = 0] = await freePorts(2);
  const kafka = await startKafka({ dataDirectory, ports: { clients, controller } });
  return { brokers: kafka.brokers.join(','), stop: () => kafka.stop() };
}

/**
 * The Kafka variables of the services: for external brokers all variables of this process, with absolute paths of
 * files; for a node that was started here only its address.
 */
export function kafkaEnvironment(
  brokers: string,
  told: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  const outside = told['KAFKA_BROKERS'] === brokers;
  const settings = Object.entries(told).filter(([name]) => name.startsWith('KAFKA_'));
  const handedOn = settings.map(([name, value = '']) => {
    if (!outside) return [name, ''];
    return [name, name.endsWith('_FILE') && value !== '' ? resolve(value) : value];
  });
  return { ...Object.fromEntries(handedOn), KAFKA_BROKERS: brokers };
}

import { randomUUID } from 'node:crypto';
import { Kafka, logLevel } from 'kafkajs';
import { describe, expect, it } from 'vitest';
import { buildVisit } from '../testing/visits.ts';
import { describeTransportContract } from '../transport/transport.contract.ts';
import { createKafkaTransport } from './kafka-transport.ts';

const brokers = process.env['NUANGONG_TEST_KAFKA']?.split(',') ?? [];

describe.skipIf(brokers.length === 0)('the Kafka transport (NUANGONG_TEST_KAFKA names a broker)', () => {
  describeTransportContract(async () => {
    const prefix = `test-${randomUUID()}.`;
    return {
      environment: { KAFKA_BROKERS: brokers.join(','), KAFKA_TOPIC_PREFIX: prefix },
      async connect(options) {
        const transport = createKafkaTransport({ brokers, prefix, partitions: 6, ...options });
        await transport.start();
        return transport;
      },
      async close() {
        const admin = new Kafka({ brokers, logLevel: logLevel.NOTHING }).admin();
        await admin.connect();
        const topics = (await admin.listTopics()).filter((topic) => topic.startsWith(prefix));
        await admin.deleteTopics({ topics });
        await admin.disconnect();
      },
    };
  });

  /** tulios/kafkajs#1704, #1751: on Node 24 a timer with a large negative time, set again every millisecond. */
  it('sets no timer every millisecond while waiting, and none in the past', async () => {
    const warnings: string[] = [];
    const heard = (warning: Error) => warnings.push(warning.name);
    process.on('warning', heard);
    const transport = createKafkaTransport({ brokers, prefix: `test-${randomUUID()}.`, partitions: 1 });
    await transport.start();
    const subscription = { group: 'reporting', topics: ['case-records'] as const, handle: async () => undefined };
    await transport.subscribe(subscription);
    await transport.publish([buildVisit(1, 1)]);
    const setTimeoutOfNode = globalThis.setTimeout;
    let timers = 0;
    globalThis.setTimeout = Object.assign((...args: Parameters<typeof setTimeoutOfNode>) => {
      timers += 1;
      return setTimeoutOfNode(...args);
    }, setTimeoutOfNode) as typeof setTimeoutOfNode;
    try {
      await new Promise((resolve) => setTimeoutOfNode(resolve, 1_000));
    } finally {
      globalThis.setTimeout = setTimeoutOfNode;
      await transport.stop();
      process.off('warning', heard);
    }
    expect(timers).toBeLessThan(100);
    expect(warnings).not.toContain('TimeoutNegativeWarning');
  });
});

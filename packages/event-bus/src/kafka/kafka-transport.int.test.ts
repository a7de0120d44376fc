import { randomUUID } from 'node:crypto';
import { Kafka, logLevel } from 'kafkajs';
import { describe, expect, it } from 'vitest';
import { describeTransportContract } from '../transport/transport.contract.ts';
import { createKafkaTransport } from './kafka-transport.ts';

const brokers = process.env['NUANGONG_TEST_KAFKA']?.split(',') ?? [];

describe.skipIf(brokers.length === 0)('the Kafka transport (NUANGONG_TEST_KAFKA names a broker)', () => {
  describeTransportContract(async () => {
    const prefix = `test-${randomUUID()}.`;
    return {
      environment: { KAFKA_BROKERS: brokers.join(','), KAFKA_TOPIC_PREFIX: prefix },
      async connect() {
        const transport = createKafkaTransport({ brokers, prefix, partitions: 6 });
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

  it('sets no timer every millisecond while it waits', async () => {
    const transport = createKafkaTransport({ brokers, prefix: `test-${randomUUID()}.`, partitions: 1 });
    await transport.start();
    const setTimeoutOfNode = globalThis.setTimeout;
    let timers = 0;
    globalThis.setTimeout = Object.assign(
      (...args: Parameters<typeof setTimeoutOfNode>) => {
        timers += 1;
        return setTimeoutOfNode(...args);
      },
      setTimeoutOfNode,
    ) as typeof setTimeoutOfNode;
    try {
      await new Promise((resolve) => setTimeoutOfNode(resolve, 1_000));
    } finally {
      globalThis.setTimeout = setTimeoutOfNode;
      await transport.stop();
    }
    expect(timers).toBeLessThan(50);
  });
});

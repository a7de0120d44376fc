import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kafka, logLevel, Partitioners, type Admin, type Producer } from 'kafkajs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { forgetKafka, missingForKafka, openClientProxy, startKafkaCluster } from './kafka.ts';
import type { ClientProxy, RunningCluster } from './kafka.ts';

const missing = await missingForKafka();

describe.skipIf(missing.length > 0)(`a Kafka cluster (needs ${missing.join(' and ') || 'nothing more'})`, () => {
  let dataDirectory: string;
  let cluster: RunningCluster;
  let admin: Admin;
  let producer: Producer;
  const proxies: ClientProxy[] = [];

  beforeAll(async () => {
    dataDirectory = await mkdtemp(join(tmpdir(), 'nuangong-kafka-'));
    cluster = await startKafkaCluster({ dataDirectory, advertise: (_, port) => openProxy(port) });
    const kafka = new Kafka({
      brokers: [...cluster.brokers],
      logLevel: logLevel.NOTHING,
      requestTimeout: 5_000,
      retry: { initialRetryTime: 50, maxRetryTime: 300, retries: 100 },
    });
    admin = kafka.admin();
    producer = kafka.producer({ createPartitioner: Partitioners.DefaultPartitioner, allowAutoTopicCreation: false });
    await Promise.all([admin.connect(), producer.connect()]);
    await admin.createTopics({ topics: [{ topic: 'funds', numPartitions: 1 }], waitForLeaders: false });
    await vi.waitUntil(() => cluster.leaderOf('funds', 0).catch(() => undefined), { timeout: 20_000 });
  }, 180_000);

  afterAll(async () => {
    await Promise.allSettled([admin?.disconnect(), producer?.disconnect()]);
    await cluster?.stop();
    for (const proxy of proxies) proxy.close();
    await forgetKafka(dataDirectory);
  });

  async function openProxy(port: number): Promise<number> {
    const proxy = await openClientProxy(port);
    proxies.push(proxy);
    return proxy.port;
  }

  const send = (value: string) => producer.send({ topic: 'funds', acks: -1, messages: [{ key: 'one', value }] });
  const partition = async () => (await admin.fetchTopicMetadata({ topics: ['funds'] })).topics[0]!.partitions[0]!;
  /**
   * Uses a new client for each question to a running node: one that asked before gives up because of the leader it saw
   * then.
   */
  const end = () =>
    vi.waitFor(
      async () => {
        const brokers = cluster.brokers.filter((_, place) => cluster.nodes[place]?.pid !== undefined);
        const fresh = new Kafka({ brokers, logLevel: logLevel.NOTHING, retry: { retries: 2 } }).admin();
        try {
          await fresh.connect();
          return Number((await fresh.fetchTopicOffsets('funds'))[0]!.high);
        } finally {
          await fresh.disconnect();
        }
      },
      { timeout: 20_000, interval: 250 },
    );

  it('announces the configured addresses to clients, and keeps three copies', async () => {
    expect(cluster.brokers).toEqual(proxies.map(({ port }) => `127.0.0.1:${port}`));
    const { brokers } = await admin.describeCluster();
    expect(brokers.map(({ port }) => port).sort()).toEqual(proxies.map(({ port }) => port).sort());
    expect((await partition()).replicas).toHaveLength(3);
    await send('over the proxy');
    expect(proxies.some(({ connections }) => connections > 0)).toBe(true);
  });

  it('moves a leader to the next node', async () => {
    const before = await cluster.leaderOf('funds', 0);
    const after = await cluster.moveLeader('funds', 0);
    expect(after.nodeId).not.toBe(before?.nodeId);
    await send('to the new leader');
    expect((await cluster.leaderOf('funds', 0))?.nodeId).toBe(after.nodeId);
  });

  it('continues without a killed leader, which returns with what it had and catches up', async () => {
    const leader = (await cluster.leaderOf('funds', 0))!;
    const sent = await end();
    await leader.kill();
    expect(leader.pid).toBeUndefined();
    await send('without it');
    expect(await end()).toBe(sent + 1);
    await leader.start();
    await cluster.settled();
    await expect.poll(async () => (await partition()).isr.length, { timeout: 20_000 }).toBe(3);
  });

  it('loses the node whose disk is full, but no event; a restart brings it back', async () => {
    const leader = (await cluster.leaderOf('funds', 0))!;
    const sent = await end();
    const full = leader.fillDisk();
    for (const value of ['one', 'two', 'three']) await send(value);
    await full;
    expect(leader.pid).toBeUndefined();
    // A message whose acknowledgement went under with the node is sent once more.
    expect(await end()).toBeGreaterThanOrEqual(sent + 3);
    await leader.restart();
    await cluster.settled();
    expect(leader.pid).toBeDefined();
  });
});

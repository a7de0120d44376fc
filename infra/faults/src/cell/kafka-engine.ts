import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createKafkaTransport } from '@nuangong/event-bus';
import type { EventEnvelope } from '@nuangong/events';
import { openClientProxy, startKafkaCluster, type ClientProxy, type RunningCluster } from '@nuangong/kafka';
import type { Breakable, Brokers, OpenEngine } from './engine.ts';

const sessionTimeoutMs = 3_000;
const topics = ['case-records', 'funds'];
const partitionsPerTopic = 12;

/** Events through three Kafka brokers, with three copies of everything and a proxy before each broker. */
export const openKafkaEngine: OpenEngine = async ({ place }) => {
  const proxies: ClientProxy[] = [];
  const cluster = await startKafkaCluster({
    dataDirectory: join(place.directory, 'kafka'),
    async advertise(_nodeId, port) {
      const proxy = await openClientProxy(port);
      proxies.push(proxy);
      return proxy.port;
    },
  });
  const transport = createKafkaTransport({
    brokers: cluster.brokers,
    replicationFactor: cluster.nodes.length,
    partitions: partitionsPerTopic,
  });
  const stop = async () => {
    await transport.stop();
    for (const proxy of proxies) proxy.close();
    await cluster.stop();
  };
  await transport.start();
  const publishAnything = (value: object) => transport.publish([value as EventEnvelope]);
  return {
    name: 'kafka',
    transport,
    brokers: brokersOf(cluster),
    // Clients learn a cluster's addresses from it, so all services share one line to each broker.
    connectionOf: async () => ({
      environment: {
        KAFKA_BROKERS: cluster.brokers.join(','),
        KAFKA_REPLICATION_FACTOR: String(cluster.nodes.length),
        KAFKA_SESSION_TIMEOUT_MS: String(sessionTimeoutMs),
      },
      lines: proxies.map(breakable),
      close: async () => undefined,
    }),
    deliverAgain: (_group, envelope) => publishAnything(envelope),
    publishAnything: (_topic, _key, value) => publishAnything(value),
    stop,
  };
};

/**
 * The bytes that a frozen proxy drops are lost with its connections, as when a cable is pulled and plugged in again.
 */
function breakable(proxy: ClientProxy): Breakable {
  return {
    freeze: (direction) => proxy.swallow(direction === 'FROM_SERVER' ? 'answers' : 'requests'),
    thaw() {
      proxy.swallow(undefined);
      proxy.cut();
    },
    breakConnections: () => proxy.cut(),
  };
}

/** Only one broker at a time: with two away, no event can be acknowledged. */
function brokersOf(cluster: RunningCluster): Brokers {
  let turn: Promise<void> = Promise.resolve();
  const inTurn = (work: () => Promise<void>) => (turn = turn.then(work));
  const nodeOf = (broker: number) => {
    const node = cluster.nodes[broker];
    if (node === undefined) throw new RangeError(`there is no broker ${broker}`);
    return node;
  };
  const backAgain = async (broker: number, awayMs: number) => {
    await sleep(awayMs);
    await nodeOf(broker).start();
    await cluster.settled();
  };
  return {
    count: cluster.nodes.length,
    killAndRestart: (broker, downMs) =>
      inTurn(async () => {
        await nodeOf(broker).kill();
        await backAgain(broker, downMs);
      }),
    moveLeaders: (partition) =>
      inTurn(async () => {
        for (const topic of topics) await cluster.moveLeader(`nuangong.${topic}`, partition % partitionsPerTopic);
      }),
    fillDisk: (broker, fullMs) =>
      inTurn(async () => {
        await nodeOf(broker).fillDisk();
        await backAgain(broker, fullMs);
      }),
  };
}

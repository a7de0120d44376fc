import { setTimeout as sleep } from 'node:timers/promises';
import { missingForKafka } from '@nuangong/kafka';
import { readEvent, type EventEnvelope } from '@nuangong/events';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { countJoins, openHarmedCluster, partitionOf, type HarmedCluster } from '../testing/kafka-cluster.ts';
import { buildVisit, until } from '../testing/visits.ts';
import type { EventTransport } from '../transport/event-transport.ts';
import { subscribeToKafka } from './kafka-subscription.ts';
import { createKafkaTransport } from './kafka-transport.ts';
import { createPublisher } from './publisher.ts';

const missing = await missingForKafka();

describe.skipIf(missing.length > 0)(`Kafka's clients under faults (${missing.join() || 'three brokers'})`, () => {
  let cluster: HarmedCluster;
  const stops: (() => Promise<unknown>)[] = [];

  beforeAll(async () => {
    cluster = await openHarmedCluster();
  }, 180_000);

  afterEach(async () => {
    for (const proxy of cluster.proxies) proxy.swallow(undefined);
    for (const stop of stops.splice(0).reverse()) await stop();
  });

  afterAll(() => cluster?.stop());

  async function connect(prefix: string): Promise<EventTransport> {
    const transport = createKafkaTransport({ brokers: cluster.brokers, prefix, partitions: 6, replicationFactor: 3 });
    await transport.start();
    stops.push(() => transport.stop());
    return transport;
  }

  async function kept(transport: EventTransport): Promise<string[]> {
    const ids: string[] = [];
    await transport.replay({
      topics: ['case-records'],
      async handle(envelope) {
        ids.push((envelope as EventEnvelope).id);
      },
    });
    return ids;
  }

  it('a publish that resolves has sent every event, even when leaders move to brokers that had answered', async () => {
    const prefix = await cluster.createTopics(6);
    const transport = await connect(prefix);
    await transport.publish(Array.from({ length: 60 }, (_, household) => buildVisit(household, 0)));
    const victim = (await cluster.leaderOf(`${prefix}case-records`, 0))!;
    const proxy = cluster.proxies[cluster.nodes.indexOf(victim)]!;
    proxy.swallow('requests');
    const visits = Array.from({ length: 60 }, (_, household) => buildVisit(household, 1));
    const published = transport.publish(visits);
    await sleep(500);
    for (let partition = 0; partition < 6; partition += 1) {
      const leader = await cluster.leaderOf(`${prefix}case-records`, partition);
      if (leader === victim) await cluster.moveLeader(`${prefix}case-records`, partition);
    }
    proxy.cut();
    await published;
    proxy.swallow(undefined);
    const found = new Set(await kept(transport));
    expect(visits.filter((visit) => !found.has(visit.id))).toEqual([]);
  });

  it('does not drop the next event as a repetition after a failed publish that the brokers had stored', async () => {
    const prefix = await cluster.createTopics(6);
    const impatient = cluster.client({ requestTimeout: 1_000, retry: { initialRetryTime: 100, retries: 1 } });
    const publisher = createPublisher({ kafka: impatient, prefix, log: undefined });
    stops.push(() => publisher.stop());
    await publisher.publish([buildVisit(1, 0)]);
    for (const proxy of cluster.proxies) proxy.swallow('answers');
    await expect(publisher.publish([buildVisit(1, 1)])).rejects.toThrow();
    for (const proxy of cluster.proxies) {
      proxy.swallow(undefined);
      proxy.cut();
    }
    const next = buildVisit(1, 2);
    await until('the next event', () =>
      publisher.publish([next]).then(
        () => true,
        () => false,
      ),
    );
    expect(await kept(await connect(prefix))).toContain(next.id);
  });

  it('commits no offset past an unfinished event when it rejoins while reading waits for room', async () => {
    const prefix = await cluster.createTopics(3, 2);
    const topic = `${prefix}case-records`;
    const transport = await connect(prefix);
    const here = partitionOf(0, 3);
    const households = Array.from({ length: 200 }, (_, household) => household);
    const sameBroker = households.filter((household) => partitionOf(household, 3) === here).slice(0, 30);
    const visits = sameBroker.map((household) => buildVisit(household, 0));
    await transport.publish(visits);
    const others = Promise.withResolvers<void>();
    const first = Promise.withResolvers<void>();
    const handled = new Set<string>();
    const { kafka, joins } = countJoins(cluster.client());
    const subscription = await subscribeToKafka({
      kafka,
      prefix,
      log: undefined,
      inHand: 10,
      subscription: {
        group: 'reporting',
        topics: ['case-records'],
        async handle(envelope) {
          const { id } = readEvent(envelope);
          await (id === visits[0]!.id ? first.promise : others.promise);
          handled.add(id);
        },
      },
    });
    stops.push(() => subscription.stop());
    stops.push(async () => first.resolve());
    await until('the group', () => joins() === 1);
    await sleep(500);
    const leader = await cluster.leaderOf(topic, here);
    for (let partition = 0; partition < 3; partition += 1) {
      if ((await cluster.leaderOf(topic, partition)) !== leader) await cluster.moveAway(topic, partition);
    }
    await until('the group again, at rest', async () => {
      const before = joins();
      await sleep(1_000);
      return before > 1 && joins() === before;
    });
    others.resolve();
    await until('every event but the first', () => handled.size === visits.length - 1);
    await sleep(600);
    expect(Number(await committed(prefix, topic, here))).toBeLessThanOrEqual(0);
    first.resolve();
    await until('all committed', async () => Number(await committed(prefix, topic, here)) === visits.length);
  });

  it('shows the backlog, and replays, immediately after a leader moved', async () => {
    const prefix = await cluster.createTopics(3);
    const transport = await connect(prefix);
    const visits = Array.from({ length: 12 }, (_, household) => buildVisit(household, 0));
    await transport.publish(visits);
    const before = await transport.backlog('reporting', ['case-records']);
    expect(before.events).toBeGreaterThanOrEqual(12);
    for (const partition of [0, 1, 2]) await cluster.moveLeader(`${prefix}case-records`, partition);
    expect(await transport.backlog('reporting', ['case-records'])).toEqual(before);
    expect(new Set(await kept(transport))).toEqual(new Set(visits.map((visit) => visit.id)));
  });

  it('replays each event once when a partition moves during the replay', async () => {
    const prefix = await cluster.createTopics(3, 2);
    const topic = `${prefix}case-records`;
    const transport = await connect(prefix);
    const visits = Array.from({ length: 60 }, (_, household) => buildVisit(household, 0));
    await transport.publish(visits);
    // A publish that was answered late has sent some events twice: each is stored and delivered as many times as it
    // came.
    const keptAll = await transport.backlog('nobody', ['case-records']);
    const replayed: string[] = [];
    const { events } = await transport.replay({
      topics: ['case-records'],
      async handle(envelope) {
        replayed.push((envelope as EventEnvelope).id);
        if (replayed.length === 1) for (const partition of [0, 1, 2]) await cluster.moveAway(topic, partition);
        await sleep(50);
      },
    });
    expect(new Set(replayed)).toEqual(new Set(visits.map((visit) => visit.id)));
    expect([events, replayed.length]).toEqual([keptAll.events, keptAll.events]);
  });

  function committed(prefix: string, topic: string, partition: number): Promise<string> {
    return cluster.withAdmin(async (admin) => {
      const [found] = await admin.fetchOffsets({ groupId: `${prefix}reporting`, topics: [topic] });
      return found?.partitions.find((each) => each.partition === partition)?.offset ?? '-1';
    });
  }
});

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { missingForKafka, type KafkaNode } from '@nuangong/kafka';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createVisitCounter, effectsOf } from '../testing/count-visits.ts';
import { createEventDatabase, type EventDatabase } from '../testing/event-database.ts';
import { countJoins, openHarmedCluster, type HarmedCluster } from '../testing/kafka-cluster.ts';
import { buildVisit, until } from '../testing/visits.ts';
import type { EventTransport } from '../transport/event-transport.ts';
import { subscribeToKafka } from './kafka-subscription.ts';
import { createKafkaTransport } from './kafka-transport.ts';

const missing = await missingForKafka();
const households = 24;

describe.skipIf(missing.length > 0)(`copies of a service over Kafka (${missing.join() || 'three brokers'})`, () => {
  let cluster: HarmedCluster;
  let database: EventDatabase;
  let prefix: string;
  let transport: EventTransport;
  let rounds: number;
  const stops: (() => Promise<unknown>)[] = [];

  beforeAll(async () => {
    cluster = await openHarmedCluster();
  }, 180_000);

  beforeEach(async () => {
    [database, prefix] = await Promise.all([createEventDatabase(), cluster.createTopics(6)]);
    stops.push(() => database.drop());
    transport = await connect();
    rounds = 0;
  });

  afterEach(async () => {
    for (const stop of stops.splice(0).reverse()) await stop();
  });

  afterAll(() => cluster?.stop());

  async function connect(): Promise<EventTransport> {
    const connection = createKafkaTransport({ brokers: cluster.brokers, prefix, sessionTimeoutMs: 3_000 });
    await connection.start();
    stops.push(() => connection.stop());
    return connection;
  }

  /** One more visit to each household. */
  async function publishRound(): Promise<void> {
    await transport.publish(Array.from({ length: households }, (_, household) => buildVisit(household, rounds)));
    rounds += 1;
  }

  const untilAllTookEffect = () =>
    until('every effect', async () => (await effectsOf(database)).length >= rounds * households);

  async function expectOnceInOrder(): Promise<void> {
    const effects = await effectsOf(database);
    const byHousehold = Map.groupBy(effects, (effect) => effect.key);
    expect(byHousehold.size).toBe(households);
    for (const ofHousehold of byHousehold.values()) {
      expect(ofHousehold.map(({ number }) => number)).toEqual(Array.from({ length: rounds }, (_, number) => number));
    }
  }

  it('join a bounded number of times while others come and go, and never afterwards', async () => {
    const { kafka, joins } = countJoins(cluster.client());
    let changes = 0;

    async function openCopy(name: string): Promise<() => Promise<void>> {
      changes += 1;
      const { receive } = createVisitCounter(database, transport, name);
      const subscription = { group: 'reporting', topics: ['case-records'] as const, handle: receive };
      const running = await subscribeToKafka({ kafka, prefix, subscription, log: undefined, inHand: 100 });
      return async () => {
        changes += 1;
        await running.stop();
      };
    }

    const steady = await Promise.all([openCopy('first'), openCopy('second')]);
    stops.push(...steady);
    const enough = new AbortController();
    const flow = (async () => {
      for (; !enough.signal.aborted; await sleep(50)) await publishRound();
    })();
    for (const name of ['third', 'fourth', 'fifth']) {
      const leave = await openCopy(name);
      await until(`${name} at work`, async () => (await effectsOf(database)).some(({ copy }) => copy === name));
      await leave();
    }
    enough.abort();
    await flow;
    await untilAllTookEffect();
    expect(joins()).toBeLessThanOrEqual(changes * 3);
    const before = joins();
    await sleep(2_000);
    expect(joins()).toBe(before);
    await expectOnceInOrder();
  });

  it('take over from one held past its session, and share again when it continues', async () => {
    const elsewhere = await openElsewhere();
    await createVisitCounter(database, transport, 'here').start();
    const tookPart = async (copy: string, since: number) =>
      (await effectsOf(database)).slice(since).some((effect) => effect.copy === copy);
    await until('both at work', async () => {
      await publishRound();
      await untilAllTookEffect();
      return (await tookPart('here', 0)) && (await tookPart('elsewhere', 0));
    });

    elsewhere.kill('SIGSTOP');
    await publishRound();
    await untilAllTookEffect();
    await publishRound();
    await untilAllTookEffect();

    elsewhere.kill('SIGCONT');
    const since = rounds * households;
    await until('the held copy at work again', async () => {
      await publishRound();
      await untilAllTookEffect();
      return tookPart('elsewhere', since);
    });
    await expectOnceInOrder();
  });

  it('continue by themselves when their coordinator broker is killed and comes back', async () => {
    await createVisitCounter(database, transport, 'here').start();
    await publishRound();
    await untilAllTookEffect();
    const coordinator = await coordinatorOf(`${prefix}reporting`);
    await coordinator.kill();
    await publishRound();
    await untilAllTookEffect();
    await coordinator.start();
    await publishRound();
    await untilAllTookEffect();
    await expectOnceInOrder();
  });

  async function openElsewhere(): Promise<ChildProcess> {
    const program = join(import.meta.dirname, '..', 'testing', 'count-visits-elsewhere.ts');
    const child = spawn(process.execPath, [program, cluster.brokers.join(','), prefix, database.url], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    stops.push(async () => {
      const ended = once(child, 'close');
      child.kill('SIGKILL');
      await ended;
    });
    await once(child.stdout!, 'data');
    return child;
  }

  /** Kafka stores a group at the leader of one partition of its own topic, chosen by the hash of the group's name. */
  async function coordinatorOf(group: string): Promise<KafkaNode> {
    let hash = 0;
    for (const letter of group) hash = (hash * 31 + letter.charCodeAt(0)) | 0;
    return (await cluster.leaderOf('__consumer_offsets', (hash & 0x7fffffff) % 8))!;
  }
});

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { createTransport, readTransportEnvironment, type EventTransport } from '@nuangong/event-bus';
import { allTopics, type EventEnvelope } from '@nuangong/events';
import { Explained } from './explained.ts';
import { kafkaEnvironment, startBroker } from './kafka.ts';
import type { Place } from './place.ts';
import type { Progress } from './progress.ts';

/** The engine that holds all events of an installation, from the first one on. */
export type EventsEngine = { readonly engine: 'embedded' } | { readonly engine: 'kafka'; readonly brokers: string };

const fileOf = (place: Place) => join(place.directory, 'events-engine.json');

/** The engine that an installation used last; undefined before its first start. */
export function readEventsEngine(place: Place): EventsEngine | undefined {
  const file = fileOf(place);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as EventsEngine) : undefined;
}

export function noteEventsEngine(place: Place, engine: EventsEngine): void {
  writeFileSync(fileOf(place), `${JSON.stringify(engine)}\n`);
}

/**
 * Makes sure that the engine of this start holds every event: before any service runs, events that another engine held
 * so far are copied over. Services skip those that they have handled, and get the others now.
 */
export async function bringEventsAlong(
  place: Place,
  eventsUrl: string,
  now: EventsEngine,
  progress: Progress,
): Promise<void> {
  const before = readEventsEngine(place);
  if (before !== undefined && before.engine !== now.engine) {
    await progress.step('把已有的事件搬过来', 'earlier events were carried over', () =>
      withEventsOf(place, before, async (environment) => {
        const from = createTransport(readTransportEnvironment({ EVENTS_DATABASE_URL: eventsUrl, ...environment }));
        const to = createTransport(readTransportEnvironment({ ...environmentOf(now), EVENTS_DATABASE_URL: eventsUrl }));
        await carryEventsOver(from, to);
      }),
    );
  }
  noteEventsEngine(place, now);
}

/** Publishes everything that one engine keeps to another, in order per entity; returns the number of events. */
export async function carryEventsOver(from: EventTransport, to: EventTransport): Promise<number> {
  await Promise.all([from.start(), to.start()]);
  try {
    let waiting: EventEnvelope[] = [];
    const publish = async () => {
      const events = waiting;
      waiting = [];
      await to.publish(events);
    };
    const { events } = await from.replay({
      topics: [...allTopics],
      async handle(envelope) {
        waiting.push(envelope as EventEnvelope);
        if (waiting.length >= 500) await publish();
      },
    });
    await publish();
    return events;
  } finally {
    await Promise.all([from.stop(), to.stop()]);
  }
}

/** Works with the engine that holds an installation's events: the running one, otherwise one started for this. */
export async function withEventsOf<T>(
  place: Place,
  engine: EventsEngine,
  work: (environment: Readonly<Record<string, string>>) => Promise<T>,
): Promise<T> {
  const environment = environmentOf(engine);
  if (engine.engine === 'embedded' || process.env['KAFKA_BROKERS'] !== undefined || (await answers(engine.brokers))) {
    return work(environment);
  }
  if (!existsSync(place.kafka)) {
    throw new Explained(
      `此前的事件保存在 Kafka（${engine.brokers}），现在连不上。先让它在原地址运行，再试一次。`,
      `The events so far are kept in Kafka (${engine.brokers}), which cannot be reached. Start it at that ` +
        'address, and try again.',
    );
  }
  const broker = await startBroker(place.kafka);
  try {
    return await work(kafkaEnvironment(broker.brokers, process.env));
  } finally {
    await broker.stop();
  }
}

function environmentOf(engine: EventsEngine): Readonly<Record<string, string>> {
  if (engine.engine === 'embedded') return { KAFKA_BROKERS: '' };
  return kafkaEnvironment(process.env['KAFKA_BROKERS'] ?? engine.brokers, process.env);
}

async function answers(brokers: string): Promise<boolean> {
  const [host = '', port = ''] = (brokers.split(',')[0] ?? '').split(':');
  return new Promise((resolve) => {
    const socket = createConnection({ host, port: Number(port), timeout: 2_000 });
    const end = (answered: boolean) => () => {
      socket.destroy();
      resolve(answered);
    };
    socket.once('connect', end(true)).once('error', end(false)).once('timeout', end(false));
  });
}

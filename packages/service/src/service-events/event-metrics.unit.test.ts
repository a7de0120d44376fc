import { Registry } from 'prom-client';
import { expect, test } from 'vitest';
import { createEventMetrics, type EventState } from './event-metrics.ts';

const state: EventState = {
  database: async () => ({
    outbox: { unsent: 3, oldestUnsentSeconds: 7.5, heldBack: 1, heldBackBy: undefined },
    deadLetters: 2,
  }),
  backlog: async () => ({ events: 4, oldestSeconds: 12 }),
  relayReady: async () => true,
  transportReady: async () => true,
  consumerReady: async () => true,
};

async function scrapesOf(states: readonly EventState[]): Promise<readonly Readonly<Record<string, string>>[]> {
  const registry = new Registry();
  const metrics = createEventMetrics();
  let scrape = 0;
  let readings = 0;
  const at = () => states[scrape] ?? state;
  metrics.addTo(registry, {
    database: () => {
      readings += 1;
      return at().database();
    },
    backlog: () => at().backlog(),
    relayReady: () => at().relayReady(),
    transportReady: () => at().transportReady(),
    consumerReady: () => at().consumerReady(),
  });
  metrics.relay.sent(5);
  const scrapes: Readonly<Record<string, string>>[] = [];
  for (; scrape < states.length; scrape += 1) {
    const lines = (await registry.metrics()).split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    scrapes.push(Object.fromEntries(lines.map((line) => line.split(' ') as [string, string])));
  }
  expect(readings).toBe(states.length);
  return scrapes;
}

test('a scrape reads the state once', async () => {
  const [scrape] = await scrapesOf([state]);
  expect(scrape).toMatchObject({
    nuangong_outbox_unsent_events: '3',
    nuangong_outbox_oldest_unsent_seconds: '7.5',
    nuangong_outbox_held_back_events: '1',
    nuangong_dead_letters_waiting: '2',
    nuangong_consumer_backlog_events: '4',
    nuangong_consumer_backlog_seconds: '12',
    nuangong_event_database_ready: '1',
    nuangong_consumer_ready: '1',
    nuangong_events_sent_total: '5',
  });
});

test('a source that does not answer has no value in that scrape; the others are reported', async () => {
  const refused = () => Promise.reject(new Error('ECONNREFUSED'));
  const down: EventState = { ...state, database: refused, relayReady: async () => false };
  const [before, during, after] = await scrapesOf([state, down, state]);
  expect(during).toMatchObject({
    nuangong_event_database_ready: '0',
    nuangong_relay_ready: '0',
    nuangong_consumer_backlog_events: '4',
    nuangong_events_sent_total: '5',
  });
  expect(Object.keys(during ?? {}).filter((name) => /outbox|waiting/u.test(name))).toEqual([]);
  expect(after).toEqual(before);
});

test('a service without subscriptions reports no consumer, and Kafka no oldest event', async () => {
  const [deaf, kafka, drained] = await scrapesOf([
    { ...state, backlog: async () => undefined, consumerReady: async () => undefined },
    { ...state, backlog: async () => ({ events: 4, oldestSeconds: null }) },
    { ...state, backlog: async () => ({ events: 0, oldestSeconds: null }) },
  ]);
  expect(Object.keys(deaf ?? {}).filter((name) => name.startsWith('nuangong_consumer'))).toEqual([]);
  expect(kafka?.['nuangong_consumer_backlog_seconds']).toBeUndefined();
  expect(drained?.['nuangong_consumer_backlog_seconds']).toBe('0');
});

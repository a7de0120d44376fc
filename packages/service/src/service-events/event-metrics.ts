import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import type { Backlog, ConsumerObserver, OutboxState, RelayObserver } from '@nuangong/event-bus';

/** Gauges, not counters: read at each scrape, each part separately and with its own time limit. */
export interface EventState {
  /** The outbox, and the total number of waiting dead letters; rejects if the database does not answer. */
  database(): Promise<{ readonly outbox: OutboxState; readonly deadLetters: number }>;
  /** What waits for the consumer; undefined if there is none, rejects if the transport does not answer. */
  backlog(): Promise<Backlog | undefined>;
  relayReady(): Promise<boolean>;
  transportReady(): Promise<boolean>;
  /** Undefined if the service has no reactions. */
  consumerReady(): Promise<boolean | undefined>;
}

/** The Prometheus metrics of a service's events. */
export interface EventMetrics {
  readonly relay: RelayObserver;
  readonly consumer: ConsumerObserver;
  /** Registers all of them. `state` is read once per scrape. */
  addTo(registry: Registry, state: EventState): void;
}

const handlingSeconds = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** Creates the counters of a service's events; `addTo` adds the gauges. */
export function createEventMetrics(): EventMetrics {
  const counter = <Label extends string = never>(name: string, help: string, labelNames: readonly Label[] = []) =>
    new Counter({ name, help, labelNames: [...labelNames], registers: [] });
  const sent = counter('nuangong_events_sent_total', 'Events of the outbox that the transport has taken');
  const failures = counter('nuangong_relay_failures_total', 'Batches that the relay could not send');
  const handled = counter('nuangong_events_handled_total', 'Events handled', ['type']);
  const retries = counter('nuangong_event_retries_total', 'Attempts that failed and were repeated', ['type']);
  const buried = counter('nuangong_dead_letters_total', 'Events that became dead letters', ['type']);
  const handling = new Histogram({
    name: 'nuangong_event_handling_seconds',
    help: 'From the arrival of an event in this copy to its effect, retries included',
    buckets: handlingSeconds,
    registers: [],
  });
  return {
    relay: { sent: (events) => sent.inc(events), failed: () => failures.inc() },
    consumer: {
      handled(type, seconds) {
        handled.inc({ type });
        handling.observe(seconds);
      },
      retried: (type) => retries.inc({ type }),
      buried: (type) => buried.inc({ type }),
    },
    addTo(registry, state) {
      for (const metric of [sent, failures, handled, retries, buried, handling]) registry.registerMetric(metric);
      addState(registry, state);
    },
  };
}

/** Gauges that are set by one reading; those that could not be read have no value in that scrape. */
function addState(registry: Registry, state: EventState): void {
  const known: Gauge[] = [];
  const gauge = (name: string, help: string): Gauge => {
    const made = new Gauge({ name, help, registers: [registry], collect: readOnce });
    known.push(made);
    return made;
  };
  const unsent = gauge('nuangong_outbox_unsent_events', 'Events recorded and not yet sent');
  const oldest = gauge('nuangong_outbox_oldest_unsent_seconds', 'How long the oldest unsent event has waited');
  const heldBack = gauge('nuangong_outbox_held_back_events', 'Unsent events that wait for an older transaction');
  const waiting = gauge('nuangong_dead_letters_waiting', 'Dead letters not handled since');
  const backlog = gauge('nuangong_consumer_backlog_events', 'Events sent and not yet handled here');
  const behind = gauge('nuangong_consumer_backlog_seconds', 'How long the oldest of them has waited');
  const relay = gauge('nuangong_relay_ready', 'Whether this copy sends events: 1 or 0');
  const consumer = gauge('nuangong_consumer_ready', 'Whether this copy takes events: 1 or 0');
  const transport = gauge('nuangong_transport_ready', 'Whether events can be sent and received: 1 or 0');
  const database = gauge('nuangong_event_database_ready', 'Whether the outbox could be read for this scrape: 1 or 0');

  const read = async (): Promise<void> => {
    for (const each of known) each.remove();
    await Promise.all([
      state.database().then(
        (found) => {
          database.set(1);
          unsent.set(found.outbox.unsent);
          oldest.set(found.outbox.oldestUnsentSeconds);
          heldBack.set(found.outbox.heldBack);
          waiting.set(found.deadLetters);
        },
        () => database.set(0),
      ),
      state.backlog().then(
        (found) => {
          if (found === undefined) return;
          backlog.set(found.events);
          if (found.events === 0) behind.set(0);
          else if (found.oldestSeconds !== null) behind.set(found.oldestSeconds);
        },
        () => undefined,
      ),
      setReady(relay, state.relayReady()),
      setReady(transport, state.transportReady()),
      setReady(consumer, state.consumerReady()),
    ]);
  };
  // A registry collects its metrics in parallel: the first one starts the reading, and the others wait for it.
  let reading: Promise<void> | undefined;
  function readOnce(): Promise<void> {
    reading ??= read().finally(() => (reading = undefined));
    return reading;
  }
}

async function setReady(gauge: Gauge, answer: Promise<boolean | undefined>): Promise<void> {
  const ready = await answer.catch(() => false);
  if (ready !== undefined) gauge.set(ready ? 1 : 0);
}

import type { ServiceEventsPartsFragment } from '../../base/graph/generated/operation-types.ts';

/** The state of a service's events in one word. */
export type ServiceStatus = 'UNREACHABLE' | 'STUCK' | 'DEAD_LETTERS' | 'BEHIND' | 'NORMAL';

/** If the oldest event waits longer than this, in seconds, nothing moves any more; the same limit as in the alerts. */
const stuckOutboxSeconds = 60;
const stuckBacklogSeconds = 300;
/** If events wait longer than this, in seconds, or more than this many wait, there is a peak to look at again later. */
const behindSeconds = 10;
const behindEvents = 500;

/** The status of a service from its own figures, the gravest first; UNREACHABLE if it did not answer (null). */
export function statusOf(events: ServiceEventsPartsFragment | null): ServiceStatus {
  if (events === null) return 'UNREACHABLE';
  const { outbox, consumer, deadLetters } = events;
  const transportSilent = consumer !== null && consumer.backlogEvents === null;
  const backlogSeconds = consumer?.backlogSeconds ?? 0;
  if (transportSilent || outbox.oldestUnsentSeconds > stuckOutboxSeconds || backlogSeconds > stuckBacklogSeconds)
    return 'STUCK';
  if (deadLetters > 0) return 'DEAD_LETTERS';
  const waiting = Math.max(outbox.unsent, consumer?.backlogEvents ?? 0);
  const longest = Math.max(outbox.oldestUnsentSeconds, backlogSeconds);
  return waiting > behindEvents || longest > behindSeconds ? 'BEHIND' : 'NORMAL';
}

/** A time of waiting. */
export interface Wait {
  readonly count: number;
  readonly unit: 'seconds' | 'minutes' | 'hours' | 'days';
}

/** A time of waiting as a number and its unit: seconds below two minutes, minutes below two hours, and so on. */
export function waitOf(seconds: number): Wait {
  if (seconds < 120) return { count: Math.round(seconds), unit: 'seconds' };
  if (seconds < 7_200) return { count: Math.round(seconds / 60), unit: 'minutes' };
  if (seconds < 172_800) return { count: Math.round(seconds / 3_600), unit: 'hours' };
  return { count: Math.round(seconds / 86_400), unit: 'days' };
}

import type { EventEnvelope, Topic } from '@nuangong/events';
import type { Backlog } from './backlog.ts';

/** One group's wish to hear of topics. Copies of a service subscribe with the same group and share the events. */
export type Subscription = {
  readonly group: string;
  readonly topics: readonly Topic[];
  /**
   * Handles one event. The transport waits for it before the next event of the same key, runs other keys beside it,
   * and acknowledges when it resolves; when it rejects, the same event comes again after a pause.
   * The argument is whatever travelled: `readEvent` tells whether it is an event.
   */
  handle(envelope: unknown): Promise<void>;
};

export type RunningSubscription = {
  /** Takes no more events, waits for those in hand (bounded), and leaves the rest to other copies. */
  stop(): Promise<void>;
};

/**
 * Carries events from services to services: at least once, in order per key. A new group begins with the first
 * event ever kept. The services know this interface only, and not which engine is behind it.
 */
export type EventTransport = {
  /** Resolves when every event is durable. Events of one key keep the order of the array and of the calls. */
  publish(envelopes: readonly EventEnvelope[]): Promise<void>;
  subscribe(subscription: Subscription): Promise<RunningSubscription>;
  /** Hands over everything kept so far, from the beginning, in order per key; ends at what was there at the call. */
  replay(request: ReplayRequest): Promise<{ readonly events: number }>;
  /** What waits for a group that hears of these topics; the same number of requests however much it is. */
  backlog(group: string, topics: readonly Topic[]): Promise<Backlog>;
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Whether events can be sent and received now. */
  readiness(): Promise<boolean>;
};

export type ReplayRequest = {
  readonly topics: readonly Topic[];
  handle(envelope: unknown): Promise<void>;
};

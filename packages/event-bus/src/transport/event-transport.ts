import type { EventEnvelope, Topic } from '@nuangong/events';
import type { Backlog } from './backlog.ts';

/** A group's subscription to topics. Copies of a service subscribe with the same group and share the events. */
export type Subscription = {
  readonly group: string;
  readonly topics: readonly Topic[];
  /**
   * Handles one event. The transport waits for it before the next event of the same key, handles other keys in
   * parallel, and acknowledges when it resolves; when it rejects, the same event is delivered again after a pause. The
   * argument may be any message: `readEvent` checks whether it is an event.
   */
  handle(envelope: unknown): Promise<void>;
};

export type RunningSubscription = {
  /** Takes no more events, waits for those in flight (for a limited time), and leaves the rest to other copies. */
  stop(): Promise<void>;
};

/**
 * Carries events between services: at least once, in order per key. A new group begins with the first event ever
 * stored. The services know only this interface, not the engine behind it.
 */
export type EventTransport = {
  /** Resolves when every event is durable. Events of one key keep the order of the array and of the calls. */
  publish(envelopes: readonly EventEnvelope[]): Promise<void>;
  subscribe(subscription: Subscription): Promise<RunningSubscription>;
  /**
   * Delivers everything stored, from the beginning, in order per key; ends at what was there at the time of the call.
   */
  replay(request: ReplayRequest): Promise<{ readonly events: number }>;
  /**
   * The events that wait for a group that subscribes to these topics; takes the same number of requests for any number.
   */
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

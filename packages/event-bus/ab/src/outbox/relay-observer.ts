import type { EventTransport } from '../transport/event-transport.ts';

/** Hears what a relay does, for counters: called in its loop, so each call must be short and never throw. */
export type RelayObserver = {
  /** The transport has taken so many events. */
  sent(events: number): void;
  /** A batch could not be sent; it is tried again. */
  failed(): void;
};

/** The transport as the relay uses it, telling the observer how many events it took. */
export function observePublishing(
  transport: EventTransport,
  observe: RelayObserver | undefined,
): Pick<EventTransport, 'publish'> {
  return {
    async publish(envelopes) {
      await transport.publish(envelopes);
      observe?.sent(envelopes.length);
    },
  };
}

import type { EventTransport } from '../transport/event-transport.ts';

/** Observes a relay, for counters: called in its loop, so each method must be short and never throw. */
export type RelayObserver = {
  /** The transport has accepted this many events. */
  sent(events: number): void;
  /** A batch could not be sent; it will be tried again. */
  failed(): void;
};

/** Wraps the transport for the relay, reporting to the observer how many events it accepted. */
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

/** Hears what a consumer does, for counters: called while it works, so each call must be short and never throw. */
export type ConsumerObserver = {
  /** An event took effect (or had taken it before); `seconds` is the time from its arrival here, retries included. */
  handled(type: string, seconds: number): void;
  /** A handler failed and is tried again. */
  retried(type: string): void;
  /** An event became a dead letter. */
  buried(type: string): void;
};

/** The type of an envelope by which it is counted: one that is handled here, else `unreadable`. */
export function countedType(handlers: object, envelope: unknown): string {
  const type = typeof envelope === 'object' && envelope !== null && 'type' in envelope ? envelope.type : undefined;
  return typeof type === 'string' && Object.hasOwn(handlers, type) ? type : 'unreadable';
}

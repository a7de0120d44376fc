/** Observes a consumer, for counters: called while it works, so each method must be short and never throw. */
export type ConsumerObserver = {
  /** An event took effect (now or earlier); `seconds` is the time since it arrived here, including retries. */
  handled(type: string, seconds: number): void;
  /** A handler failed and will be tried again. */
  retried(type: string): void;
  /** An event became a dead letter. */
  buried(type: string): void;
};

/** The type under which an envelope is counted: one that is handled here, else `unreadable`. */
export function countedType(handlers: object, envelope: unknown): string {
  const type = typeof envelope === 'object' && envelope !== null && 'type' in envelope ? envelope.type : undefined;
  return typeof type === 'string' && Object.hasOwn(handlers, type) ? type : 'unreadable';
}

/** What became of a dead letter that was handled once more. */
export interface RedrivenLetter {
  readonly id: string;
  readonly outcome: 'HANDLED' | 'FAILED_AGAIN' | 'NOT_FOUND';
  readonly cause?: string;
}

/** The running service's own part in the events, for what the graph tells of it. */
export interface RunningEvents<Tx> {
  /** The name under which the service consumes; null where it reacts to no events. */
  readonly consumer: string | null;
  /** What waits for the consumer; null where the transport does not answer in time. */
  backlog(): Promise<{ readonly events: number; readonly oldestSeconds: number | null } | null>;
  /** Handles dead letters once more; `note` is called last in the transaction of each. */
  redrive(
    ids: readonly string[],
    note: (tx: Tx, redriven: RedrivenLetter) => Promise<void>,
  ): Promise<readonly RedrivenLetter[]>;
}

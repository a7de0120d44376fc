/** The result for a dead letter that was handled again. */
export interface RedrivenLetter {
  readonly id: string;
  readonly outcome: 'HANDLED' | 'FAILED_AGAIN' | 'NOT_FOUND';
  readonly cause?: string;
}

/** The running service's events, as the graph reports them. */
export interface RunningEvents<Tx> {
  /** The name under which the service consumes; null if it has no reactions. */
  readonly consumer: string | null;
  /** What waits for the consumer; null if the transport does not answer in time. */
  backlog(): Promise<{ readonly events: number; readonly oldestSeconds: number | null } | null>;
  /** Handles dead letters again; `note` is called last in the transaction of each. */
  redrive(
    ids: readonly string[],
    note: (tx: Tx, redriven: RedrivenLetter) => Promise<void>,
  ): Promise<readonly RedrivenLetter[]>;
}

/** The events that wait for a group of consumers: sent, and not yet handled (or buried) by any of its copies. */
export type Backlog = {
  readonly events: number;
  /** How long the oldest of them has waited, in seconds; null if none waits or the engine cannot tell cheaply. */
  readonly oldestSeconds: number | null;
};

import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { readOutboxState } from './outbox-state.ts';

/** While an older transaction holds events back, the relay checks again, doubling the pause each time. */
const firstPauseMs = 25;
const longestPauseMs = 1_000;
const tellEveryMs = 60_000;

/** Notices a transaction that holds events back for long, and logs which session to look at. */
export type StallWatch = {
  /** Events are still held back: returns how long to wait before checking again, in milliseconds. */
  heldBackAgain(): Promise<number>;
  over(): void;
};

export function createStallWatch(pool: Pool, stalledAfterMs: number, log: Logger | undefined): StallWatch {
  let heldSince: number | undefined;
  let toldAt = -Infinity;
  let pauseMs = firstPauseMs;
  return {
    async heldBackAgain() {
      const now = performance.now();
      heldSince ??= now;
      if (now - heldSince >= stalledAfterMs && now - toldAt >= tellEveryMs) {
        toldAt = now;
        const { unsent, heldBack, heldBackBy } = await readOutboxState(pool);
        log?.warn({ unsent, heldBack, heldBackBy }, 'a transaction left open holds events back: end its session');
      }
      const pause = pauseMs;
      pauseMs = Math.min(pauseMs * 2, longestPauseMs);
      return pause;
    },
    over() {
      heldSince = undefined;
      pauseMs = firstPauseMs;
    },
  };
}

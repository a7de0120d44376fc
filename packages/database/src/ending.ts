import { databaseErrorOf } from './database-error.ts';

/** How long the caller of a request waits, and the signal that nobody waits any more. */
export interface Ending {
  /** Aborted when the caller has gone, or when its time is over (the reason is then a `TimeoutError`). */
  readonly signal: AbortSignal;
  /** When the time is over, on the clock of `performance.now()`; left out if there is no limit. */
  readonly at?: number;
}

/** Work that was ended because nobody waits for it any more; all of it was rolled back. */
export class WorkEnded extends Error {
  readonly why: 'CALLER_GONE' | 'TIME_OVER';

  constructor(why: WorkEnded['why']) {
    super(why === 'TIME_OVER' ? 'its time is over' : 'its caller is gone');
    this.name = 'WorkEnded';
    this.why = why;
  }
}

/** Whether an error comes from work that was ended. */
export function isEnded(thrown: unknown): boolean {
  return thrown instanceof WorkEnded || databaseErrorOf(thrown)?.code === statementCancelled;
}

/** Why work ends because of this signal; undefined if it does not. */
export function endedBy({ aborted, reason }: AbortSignal): WorkEnded | undefined {
  if (!aborted) return undefined;
  return new WorkEnded(reason instanceof Error && reason.name === 'TimeoutError' ? 'TIME_OVER' : 'CALLER_GONE');
}

/** PostgreSQL's error code of a cancelled statement, by its timeout or on request. */
export const statementCancelled = '57014';

/** Ends the work of database connections. */
export interface BackendEnder {
  /** The sessions whose work was ended: every further statement except ROLLBACK is refused. */
  readonly ended: ReadonlySet<number>;
  /**
   * Runs work on the session `pid` until it is done, or until `ending`: its statement is then cancelled immediately.
   */
  until<T>(ending: Ending, pid: number, work: () => Promise<T>): Promise<T>;
}

/** @param cancel sends PostgreSQL's cancel request on a separate connection, because all others may be busy. */
export function createBackendEnder(cancel: (pid: number) => Promise<unknown>): BackendEnder {
  const ended = new Set<number>();
  return {
    ended,
    async until({ signal }, pid, work) {
      const already = endedBy(signal);
      if (already !== undefined) throw already;
      let cancelled: Promise<unknown> = Promise.resolve();
      const end = (): void => {
        ended.add(pid);
        cancelled = cancel(pid).catch(() => undefined);
      };
      signal.addEventListener('abort', end, { once: true });
      try {
        const value = await work();
        // The caller will not get the answer, so roll the work back.
        if (signal.aborted) throw endedBy(signal);
        return value;
      } catch (error) {
        const ended = endedBy(signal);
        if (ended !== undefined) throw ended;
        throw databaseErrorOf(error)?.code === statementCancelled ? new WorkEnded('TIME_OVER') : error;
      } finally {
        signal.removeEventListener('abort', end);
        // The cancel request must not hit the next user of this session.
        await cancelled;
        ended.delete(pid);
      }
    },
  };
}

import { databaseErrorOf } from './database-error.ts';

/** How long the caller of a request waits, and the sign that nobody waits any more. */
export interface Ending {
  /** Aborted when the caller is gone, or when its time is over (its reason is then a `TimeoutError`). */
  readonly signal: AbortSignal;
  /** The moment at which the time is over, as `performance.now()` has it; left out where there is none. */
  readonly at?: number;
}

/** Work that was ended because nobody waits for it any more: nothing of it was kept. */
export class WorkEnded extends Error {
  readonly why: 'CALLER_GONE' | 'TIME_OVER';

  constructor(why: WorkEnded['why']) {
    super(why === 'TIME_OVER' ? 'its time is over' : 'its caller is gone');
    this.name = 'WorkEnded';
    this.why = why;
  }
}

/** Whether what was thrown comes of work that was ended. */
export function isEnded(thrown: unknown): boolean {
  return thrown instanceof WorkEnded || databaseErrorOf(thrown)?.code === statementCancelled;
}

/** Why work ends by this signal; nothing where it does not. */
export function endedBy({ aborted, reason }: AbortSignal): WorkEnded | undefined {
  if (!aborted) return undefined;
  return new WorkEnded(reason instanceof Error && reason.name === 'TimeoutError' ? 'TIME_OVER' : 'CALLER_GONE');
}

/** PostgreSQL's code of a statement that was cancelled, by its own clock or on request. */
export const statementCancelled = '57014';

/** Ends what the database's connections do. */
export interface BackendEnder {
  /** Takes note of a session whose work is ended: every further statement but ROLLBACK is refused. */
  readonly ended: ReadonlySet<number>;
  /** Runs work on the session `pid` until it is through, or until `ending`: its statement is then cancelled at once. */
  until<T>(ending: Ending, pid: number, work: () => Promise<T>): Promise<T>;
}

/** @param cancel sends PostgreSQL's cancel request, on a connection that is none of those which may all be busy. */
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
        // Nobody is told of it: better undone than kept.
        if (signal.aborted) throw endedBy(signal);
        return value;
      } catch (error) {
        const ended = endedBy(signal);
        if (ended !== undefined) throw ended;
        throw databaseErrorOf(error)?.code === statementCancelled ? new WorkEnded('TIME_OVER') : error;
      } finally {
        signal.removeEventListener('abort', end);
        // The request to cancel must not come upon whoever has this session next.
        await cancelled;
        ended.delete(pid);
      }
    },
  };
}

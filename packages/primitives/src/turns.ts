/** Work that runs when its turn comes. */
export interface Turns {
  /**
   * Runs work when its turn comes. If `left` is aborted before, it never runs, its place is given up, and the promise
   * rejects with the signal's reason.
   */
  <T>(work: () => Promise<T>, left?: AbortSignal): Promise<T>;
  /** How many pieces of work wait for their turn. */
  readonly waiting: () => number;
}

/** Lets at most `most` pieces of work run at the same time; others wait in order, so that memory stays bounded. */
export function takeTurns(most: number): Turns {
  let running = 0;
  const waiting = new Set<() => void>();
  const turn = (left: AbortSignal | undefined): Promise<void> =>
    new Promise((resolve, reject) => {
      const begin = (): void => {
        waiting.delete(begin);
        left?.removeEventListener('abort', leave);
        resolve();
      };
      const leave = (): void => {
        waiting.delete(begin);
        reject(left?.reason);
      };
      waiting.add(begin);
      left?.addEventListener('abort', leave, { once: true });
    });
  const inTurn = async <T>(work: () => Promise<T>, left?: AbortSignal): Promise<T> => {
    left?.throwIfAborted();
    if (running >= most) await turn(left);
    else running += 1;
    try {
      return await work();
    } finally {
      const [next] = waiting;
      if (next === undefined) running -= 1;
      else next();
    }
  };
  return Object.assign(inTurn, { waiting: () => waiting.size });
}

/** How node-pg's client is asked: with a promise as the answer, a callback, or an object that takes rows itself. */
export type SendQuery = (...parameters: unknown[]) => unknown;

/**
 * Sends the statements of one connection one at a time, in the order in which they were asked for: Prisma asks for
 * relations side by side, which node-pg 9 no longer takes. A refused statement holds up none after it. Calls with a
 * callback and streams go through as they are.
 */
export function oneAtATime(send: SendQuery): SendQuery {
  let last: Promise<void> | undefined;
  return (...parameters) => {
    if (!answersWithPromise(parameters)) return send(...parameters);
    const sent = last === undefined ? send(...parameters) : last.then(() => send(...parameters));
    const answer = sent as Promise<unknown>;
    const settled = answer.then(
      () => undefined,
      () => undefined,
    );
    last = settled;
    void settled.then(() => {
      if (last === settled) last = undefined;
    });
    return answer;
  };
}

function answersWithPromise([query, ...rest]: readonly unknown[]): boolean {
  const takesRows = typeof query === 'object' && query !== null && 'submit' in query;
  return !takesRows && !rest.some((parameter) => typeof parameter === 'function');
}

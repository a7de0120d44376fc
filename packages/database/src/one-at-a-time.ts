/**
 * The signature of node-pg's `query`: with a promise as the result, a callback, or an object that takes rows itself.
 */
export type SendQuery = (...parameters: unknown[]) => unknown;

/**
 * Sends the statements of one connection one at a time, in the order of the calls: Prisma queries relations in
 * parallel, which node-pg 9 no longer accepts. A refused statement does not block the following ones. Calls with a
 * callback and streams are passed through.
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

import type { RequestTransaction } from '@nuangong/database';

/**
 * A Prisma transaction client that opens the request's transaction at the first call, so that a request that reads
 * nothing costs no connection. Statements run one at a time in the order of the calls, even if resolvers run in
 * parallel: a PostgreSQL connection runs one statement. A refused statement does not block the following ones.
 */
export function lazyTransaction<Tx extends object>(transaction: RequestTransaction<Tx>): Tx {
  let last: Promise<unknown> = Promise.resolve();
  const call = (path: readonly string[], parameters: readonly unknown[]): Promise<unknown> => {
    const answer = last.then(() => ask(path, parameters));
    last = answer.catch(() => undefined);
    return answer;
  };
  const ask = async (path: readonly string[], parameters: readonly unknown[]): Promise<unknown> => {
    let receiver: unknown = await transaction.open();
    for (const name of path.slice(0, -1)) receiver = Reflect.get(receiver as object, name);
    const method = Reflect.get(receiver as object, path.at(-1) ?? '') as (...given: unknown[]) => unknown;
    return await (Reflect.apply(method, receiver, parameters) as Promise<unknown>);
  };
  const delegate = (model: string): object =>
    new Proxy(
      {},
      {
        get:
          (_target, method) =>
          (...parameters: unknown[]) =>
            call([model, String(method)], parameters),
      },
    );
  return new Proxy({} as Tx, {
    // Pothos checks whether the client has a model before it uses it.
    has: (_target, name) => name !== 'then',
    get(_target, name) {
      const text = String(name);
      if (text === 'then') return undefined;
      return text.startsWith('$') ? (...parameters: unknown[]) => call([text], parameters) : delegate(text);
    },
  });
}

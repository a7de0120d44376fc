import type { RequestTransaction } from '@nuangong/database';

/**
 * A Prisma transaction client that opens the request's transaction at the first call, so that a request that reads
 * nothing costs no connection.
 */
export function lazyTransaction<Tx extends object>(transaction: RequestTransaction<Tx>): Tx {
  const call = async (path: readonly string[], parameters: readonly unknown[]): Promise<unknown> => {
    let receiver: unknown = await transaction.open();
    for (const name of path.slice(0, -1)) receiver = Reflect.get(receiver as object, name);
    const method = Reflect.get(receiver as object, path.at(-1) ?? '') as (...given: unknown[]) => unknown;
    return Reflect.apply(method, receiver, parameters);
  };
  const delegate = (model: string): object =>
    new Proxy(
      {},
      { get: (_target, method) => (...parameters: unknown[]) => call([model, String(method)], parameters) },
    );
  return new Proxy({} as Tx, {
    // Pothos looks whether the client knows a model before it asks.
    has: (_target, name) => name !== 'then',
    get(_target, name) {
      const text = String(name);
      if (text === 'then') return undefined;
      return text.startsWith('$') ? (...parameters: unknown[]) => call([text], parameters) : delegate(text);
    },
  });
}

import type { FundsContext } from './builder.ts';

interface Round<Value> {
  readonly keys: Set<string>;
  readonly values: Promise<ReadonlyMap<string, Value>>;
}

/**
 * Makes a loader of one value for a key: all keys asked for in the same round of a request go into one query, so that a
 * page costs the same number of statements however many rows it has. Keys that `load` leaves out are undefined.
 */
export function createBatchLoader<Value>(
  load: (context: FundsContext, keys: readonly string[]) => Promise<ReadonlyMap<string, Value>>,
): (context: FundsContext, key: string) => Promise<Value | undefined> {
  const open = new WeakMap<FundsContext, Round<Value>>();
  return async (context, key) => {
    const round = open.get(context) ?? startRound(context);
    round.keys.add(key);
    return (await round.values).get(key);
  };

  function startRound(context: FundsContext): Round<Value> {
    const keys = new Set<string>();
    const values = new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
      open.delete(context);
      return load(context, [...keys]);
    });
    const round = { keys, values };
    open.set(context, round);
    return round;
  }
}

/** A loader of the records that belong to a key, in the order in which the query gives them. */
export function loadManyBy<Row>(
  keyOf: (row: Row) => string,
  load: (context: FundsContext, keys: readonly string[]) => Promise<readonly Row[]>,
): (context: FundsContext, key: string) => Promise<readonly Row[]> {
  const loader = createBatchLoader(async (context, keys) => Map.groupBy(await load(context, keys), keyOf));
  return async (context, key) => (await loader(context, key)) ?? [];
}

/** A loader of single records by a key of theirs. */
export function loadOneBy<Row>(
  keyOf: (row: Row) => string,
  load: (context: FundsContext, keys: readonly string[]) => Promise<readonly Row[]>,
): (context: FundsContext, key: string) => Promise<Row | undefined> {
  return createBatchLoader(
    async (context, keys) => new Map((await load(context, keys)).map((row) => [keyOf(row), row])),
  );
}

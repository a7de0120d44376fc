/** Loads one value for a key; all keys requested in the same round of a request are loaded by one query. */
export type BatchLoader<Context extends object, Value> = (context: Context, key: string) => Promise<Value | undefined>;

interface Round<Value> {
  readonly keys: Set<string>;
  readonly values: Promise<ReadonlyMap<string, Value>>;
}

interface Rounds<Value> {
  readonly known: Map<string, Round<Value>>;
  open: Round<Value> | undefined;
}

/**
 * Creates a loader that is cached per request, so that a page costs the same number of SQL statements for any number of
 * rows. `load` returns a map by key; keys that it omits are undefined.
 */
export function createBatchLoader<Context extends object, Value>(
  load: (context: Context, keys: readonly string[]) => Promise<ReadonlyMap<string, Value>>,
): BatchLoader<Context, Value> {
  const requests = new WeakMap<Context, Rounds<Value>>();
  return async (context, key) => {
    const request: Rounds<Value> = requests.get(context) ?? { known: new Map(), open: undefined };
    requests.set(context, request);
    const round = request.known.get(key) ?? request.open ?? startRound(context, request);
    round.keys.add(key);
    request.known.set(key, round);
    return (await round.values).get(key);
  };

  function startRound(context: Context, request: Rounds<Value>): Round<Value> {
    const keys = new Set<string>();
    const values = new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
      request.open = undefined;
      return load(context, [...keys]);
    });
    request.open = { keys, values };
    return request.open;
  }
}

/** A loader of single records by one of their keys. */
export function loadOneBy<Context extends object, Row>(
  keyOf: (row: Row) => string,
  load: (context: Context, keys: readonly string[]) => Promise<readonly Row[]>,
): BatchLoader<Context, Row> {
  return createBatchLoader(
    async (context, keys) => new Map((await load(context, keys)).map((row) => [keyOf(row), row])),
  );
}

/** A loader of the records that belong to a key, in the order of the query. */
export function loadManyBy<Context extends object, Row>(
  keyOf: (row: Row) => string,
  load: (context: Context, keys: readonly string[]) => Promise<readonly Row[]>,
): (context: Context, key: string) => Promise<readonly Row[]> {
  const loader = createBatchLoader<Context, readonly Row[]>(async (context, keys) =>
    Map.groupBy(await load(context, keys), keyOf),
  );
  return async (context, key) => (await loader(context, key)) ?? [];
}

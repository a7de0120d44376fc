import type { WorkContext } from './builder.ts';

/** Loads one value for a key; every key asked for in the same round of a request goes into one query. */
export type BatchLoader<Value> = (context: WorkContext, key: string) => Promise<Value | undefined>;

interface Round<Value> {
  readonly keys: string[];
  readonly values: Promise<ReadonlyMap<string, Value>>;
}

/**
 * Makes a loader remembered for one request, so that a page costs the same number of SQL statements however many rows
 * it has. `load` answers a map by key; keys that it leaves out are undefined.
 */
export function createBatchLoader<Value>(
  load: (context: WorkContext, keys: readonly string[]) => Promise<ReadonlyMap<string, Value>>,
): BatchLoader<Value> {
  const requests = new WeakMap<WorkContext, { known: Map<string, Round<Value>>; open: Round<Value> | undefined }>();
  return async (context, key) => {
    const request = requests.get(context) ?? { known: new Map<string, Round<Value>>(), open: undefined };
    requests.set(context, request);
    let round = request.known.get(key);
    if (round === undefined) {
      round = request.open ?? startRound(context, () => (request.open = undefined));
      request.open = round;
      round.keys.push(key);
      request.known.set(key, round);
    }
    return (await round.values).get(key);
  };

  function startRound(context: WorkContext, close: () => void): Round<Value> {
    const keys: string[] = [];
    const values = new Promise((resolve) => setImmediate(resolve)).then(() => {
      close();
      return load(context, keys);
    });
    return { keys, values };
  }
}

/** A loader of single records by a key of theirs. */
export function loadOneBy<Row>(
  keyOf: (row: Row) => string,
  load: (context: WorkContext, keys: readonly string[]) => Promise<readonly Row[]>,
): BatchLoader<Row> {
  return createBatchLoader(async (context, keys) => new Map((await load(context, keys)).map((row) => [keyOf(row), row])));
}

/** A loader of the records that belong to a key, in the order in which the query gives them. */
export function loadManyBy<Row>(
  keyOf: (row: Row) => string,
  load: (context: WorkContext, keys: readonly string[]) => Promise<readonly Row[]>,
): (context: WorkContext, key: string) => Promise<readonly Row[]> {
  const loader = createBatchLoader(async (context, keys) => Map.groupBy(await load(context, keys), keyOf));
  return async (context, key) => (await loader(context, key)) ?? [];
}

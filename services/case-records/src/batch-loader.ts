import type { CaseRecordsContext } from './builder.ts';

/** Loads one value for a key; every key asked for in the same round of a request goes into one query. */
export type BatchLoader<Value> = (context: CaseRecordsContext, key: string) => Promise<Value | undefined>;

interface Round<Value> {
  readonly keys: Set<string>;
  readonly values: Promise<ReadonlyMap<string, Value>>;
}

interface Rounds<Value> {
  readonly known: Map<string, Round<Value>>;
  open: Round<Value> | undefined;
}

/**
 * Makes a loader that is remembered for the length of one request, so that a page costs the same number of SQL
 * statements however many rows it has. `load` answers a map by key; keys that it leaves out are undefined.
 */
export function createBatchLoader<Value>(
  load: (context: CaseRecordsContext, keys: readonly string[]) => Promise<ReadonlyMap<string, Value>>,
): BatchLoader<Value> {
  const requests = new WeakMap<CaseRecordsContext, Rounds<Value>>();
  return async (context, key) => {
    const request: Rounds<Value> = requests.get(context) ?? { known: new Map(), open: undefined };
    requests.set(context, request);
    const known = request.known.get(key);
    if (known !== undefined) return (await known.values).get(key);
    const round =
      request.open ??
      startRound(() => {
        request.open = undefined;
      });
    request.open = round;
    round.keys.add(key);
    request.known.set(key, round);
    return (await round.values).get(key);

    function startRound(close: () => void): Round<Value> {
      const keys = new Set<string>();
      const values = new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
        close();
        return load(context, [...keys]);
      });
      return { keys, values };
    }
  };
}

/** A loader of single records by a key of theirs. */
export function loadOneBy<Row>(
  keyOf: (row: Row) => string,
  load: (context: CaseRecordsContext, keys: readonly string[]) => Promise<readonly Row[]>,
): BatchLoader<Row> {
  return createBatchLoader(
    async (context, keys) => new Map((await load(context, keys)).map((row) => [keyOf(row), row])),
  );
}

/** A loader of the records that belong to a key, in the order in which the query gives them. */
export function loadManyBy<Row>(
  keyOf: (row: Row) => string,
  load: (context: CaseRecordsContext, keys: readonly string[]) => Promise<readonly Row[]>,
): (context: CaseRecordsContext, key: string) => Promise<readonly Row[]> {
  const loader = createBatchLoader(async (context, keys) => Map.groupBy(await load(context, keys), keyOf));
  return async (context, key) => (await loader(context, key)) ?? [];
}

import { isUuid } from '@nuangong/primitives';

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
  load: (context: Context, keys: string[]) => Promise<ReadonlyMap<string, Value>>,
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

/** A loader of single records, which can also be given records that the request has read already. */
export interface RecordLoader<Context extends object, Row> extends BatchLoader<Context, Row> {
  /** Keeps what a list has read, so that fields which lead back to a record do not read it again; returns the rows. */
  keep(context: Context, rows: Promise<Row[]>): Promise<Row[]>;
}

/** A loader of single records by one of their keys. */
export function loadOneBy<Context extends object, Row>(
  keyOf: (row: Row) => string,
  load: (context: Context, keys: string[]) => Promise<readonly Row[]>,
): RecordLoader<Context, Row> {
  const kept = new WeakMap<Context, Map<string, Row>>();
  const loadRest = createBatchLoader<Context, Row>(
    async (context, keys) => new Map((await load(context, keys)).map((row) => [keyOf(row), row])),
  );
  const loadOne: BatchLoader<Context, Row> = async (context, key) =>
    kept.get(context)?.get(key) ?? (await loadRest(context, key));
  return Object.assign(loadOne, {
    async keep(context: Context, rows: Promise<Row[]>) {
      const read = await rows;
      const known = kept.get(context) ?? new Map<string, Row>();
      kept.set(context, known);
      for (const row of read) known.set(keyOf(row), row);
      return read;
    },
  });
}

/** A loader of records by id. Texts that are no id, which only a client sends, find nothing and are not asked for. */
export function loadById<Context extends object, Row extends { readonly id: string }>(
  load: (context: Context, ids: string[]) => Promise<readonly Row[]>,
): RecordLoader<Context, Row> {
  return loadOneBy(
    (row: Row) => row.id,
    async (context: Context, keys) => {
      const ids = keys.filter(isUuid);
      return ids.length === 0 ? [] : load(context, ids);
    },
  );
}

/** A loader of the records that belong to a key, in the order of the query. */
export function loadManyBy<Context extends object, Row>(
  keyOf: (row: Row) => string,
  load: (context: Context, keys: string[]) => Promise<readonly Row[]>,
): (context: Context, key: string) => Promise<readonly Row[]> {
  const loader = createBatchLoader<Context, readonly Row[]>(async (context, keys) =>
    Map.groupBy(await load(context, keys), keyOf),
  );
  return async (context, key) => (await loader(context, key)) ?? [];
}

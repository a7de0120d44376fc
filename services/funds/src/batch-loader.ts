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

/** The part of a Prisma query that Pothos derives from what is asked for below a field. */
export interface FieldQuery {
  readonly include?: object;
  readonly select?: object;
}

/** A query of Pothos' without parts that are not there. */
export function asFieldQuery(query: {
  readonly include?: object | undefined;
  readonly select?: object | undefined;
}): FieldQuery {
  if (query.select !== undefined) return { select: query.select };
  return query.include === undefined ? {} : { include: query.include };
}

/**
 * A loader for fields of another service's entity: like `loadManyBy`, with the query that Pothos made for the field,
 * which is the same for every parent of one field. Relations below it come with it, not row by row.
 */
export function loadManyAsAsked<Row>(
  keyOf: (row: Row) => string,
  load: (context: FundsContext, keys: readonly string[], query: FieldQuery) => Promise<readonly Row[]>,
): (context: FundsContext, key: string, query: FieldQuery) => Promise<readonly Row[]> {
  const loaders = new WeakMap<FundsContext, Map<string, ReturnType<typeof loadManyBy<Row>>>>();
  return (context, key, query) => {
    const asked = JSON.stringify(query);
    const known = loaders.get(context) ?? new Map<string, ReturnType<typeof loadManyBy<Row>>>();
    loaders.set(context, known);
    const loader = known.get(asked) ?? loadManyBy<Row>(keyOf, (within, keys) => load(within, keys, query));
    known.set(asked, loader);
    return loader(context, key);
  };
}

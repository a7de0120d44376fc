import { loadManyBy } from './batch-loader.ts';

/** What Pothos requests from Prisma for a field: the fields and relations below it. */
export interface FieldQuery {
  readonly include?: object;
  readonly select?: object;
}

/** A Pothos query without its undefined parts. */
export function asFieldQuery(query: {
  readonly include?: object | undefined;
  readonly select?: object | undefined;
}): FieldQuery {
  if (query.select !== undefined) return { select: query.select };
  return query.include === undefined ? {} : { include: query.include };
}

type ManyLoader<Context extends object, Row> = (context: Context, key: string) => Promise<readonly Row[]>;

/**
 * A loader for fields of another service's entity: like `loadManyBy`, with the query that Pothos made for the field,
 * which is the same for every parent of the field. Relations below it are loaded together, not row by row.
 */
export function loadManyAsAsked<Context extends object, Row>(
  keyOf: (row: Row) => string,
  load: (context: Context, keys: readonly string[], query: FieldQuery) => Promise<readonly Row[]>,
): (context: Context, key: string, query: FieldQuery) => Promise<readonly Row[]> {
  const loaders = new WeakMap<Context, Map<string, ManyLoader<Context, Row>>>();
  return (context, key, query) => {
    const asked = JSON.stringify(query);
    const known = loaders.get(context) ?? new Map<string, ManyLoader<Context, Row>>();
    loaders.set(context, known);
    const loader = known.get(asked) ?? loadManyBy<Context, Row>(keyOf, (within, keys) => load(within, keys, query));
    known.set(asked, loader);
    return loader(context, key);
  };
}

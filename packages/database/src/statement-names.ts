import type { SendQuery } from './one-at-a-time.ts';

/** From this time on a statement is sent by name. */
const fromTime = 3;
/** Every connection keeps a named statement with its plan until it closes, so their number is limited. */
const mostNames = 200;
/** At most this many texts are counted; the count then begins again. */
const mostCounted = 2_000;
/** Longer texts, such as inserts of many rows, are not repeated. */
const longestText = 20_000;

/** Statements that can be planned; a `*` in their result could change with a migration under an open connection. */
const plannable = /^\s*(?:select|with|insert|update|delete)\b/i;
const allColumns = /(?:\bselect|\breturning|,|\.)\s*\*/i;

/** Names for the texts of statements: undefined for one that is not sent often, or that must not be kept. */
export function createStatementNames(): (text: string) => string | undefined {
  const names = new Map<string, string>();
  const counted = new Map<string, number>();
  return (text) => {
    const name = names.get(text);
    if (name !== undefined || names.size >= mostNames || text.length > longestText) return name;
    const times = (counted.get(text) ?? 0) + 1;
    if (counted.size >= mostCounted) counted.clear();
    counted.set(text, times);
    if (times < fromTime || !plannable.test(text) || allColumns.test(text)) return undefined;
    counted.delete(text);
    const given = `nuangong_${names.size}`;
    names.set(text, given);
    return given;
  };
}

/**
 * Sends statements with parameters by name once they are sent often: PostgreSQL then parses each once for a connection,
 * and after some uses plans it once, where a plan for any parameters is as cheap.
 */
export function byName(send: SendQuery, nameOf: (text: string) => string | undefined): SendQuery {
  return (...parameters) => {
    const [query, values] = parameters;
    if (typeof query === 'string') {
      if (parameters.length !== 2 || !Array.isArray(values) || values.length === 0) return send(...parameters);
      return send({ name: nameOf(query), text: query, values: values as readonly unknown[] });
    }
    if (!isUnnamed(query)) return send(...parameters);
    return send({ ...query, name: nameOf(query.text) }, ...parameters.slice(1));
  };
}

interface Unnamed {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** Whether it is a statement with parameters as an object, and not one that takes rows itself. */
function isUnnamed(query: unknown): query is Unnamed {
  if (typeof query !== 'object' || query === null || 'submit' in query) return false;
  const { name, text, values } = query as Partial<Record<string, unknown>>;
  return name === undefined && typeof text === 'string' && Array.isArray(values) && values.length > 0;
}

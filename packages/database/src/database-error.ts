/** PostgreSQL's own description of a statement that it refused. */
export interface DatabaseError {
  /** The five-character error code: https://www.postgresql.org/docs/current/errcodes-appendix.html */
  readonly code: string;
  /** The possible names of the broken constraint; empty if no constraint was broken. */
  readonly constraints: ReadonlySet<string>;
}

/** Finds PostgreSQL's error inside what node-pg or Prisma threw; undefined if there is none. */
export function databaseErrorOf(thrown: unknown): DatabaseError | undefined {
  for (const error of withinThrown(thrown)) {
    const code = textOf(error, 'originalCode') ?? textOf(error, 'code');
    if (code !== undefined && isDatabaseCode(code))
      return { code, constraints: isOfData(code) ? constraintsOf(error) : new Set() };
  }
  return undefined;
}

const deepest = 6;

/** An error, its causes, and what Prisma keeps of its adapter's error. */
function* withinThrown(thrown: unknown, depth = 0): Generator<object> {
  if (typeof thrown !== 'object' || thrown === null || depth > deepest) return;
  yield thrown;
  for (const name of ['cause', 'meta', 'driverAdapterError']) yield* withinThrown(Reflect.get(thrown, name), depth + 1);
}

/** Prisma's own codes look similar: P2002. */
const isDatabaseCode = (code: string): boolean => /^[0-9A-Z]{5}$/.test(code) && !/^P[1-9]/.test(code);
const isOfData = (code: string): boolean => code.startsWith('23');

/**
 * The constraint's name is a field of node-pg's error, but of Prisma's only for keys. For a check constraint Prisma
 * keeps the message, with the name in quotation marks; for a refusal by a trigger it keeps the message, which begins
 * with the name.
 */
function constraintsOf(error: object): ReadonlySet<string> {
  const reported = textOf(error, 'constraint') ?? textOf(Object(Reflect.get(error, 'constraint')), 'index');
  if (reported !== undefined) return new Set([reported]);
  const message = textOf(error, 'originalMessage') ?? textOf(error, 'message') ?? '';
  const raised = /^([a-z][a-z0-9_]*)(?=:|$)/.exec(message)?.[1];
  const quoted = Array.from(message.matchAll(/["“«]([^"”»]+)["”»]/g), ([, name = '']) => name);
  return new Set(raised === undefined ? quoted : [raised]);
}

function textOf(error: object, name: string): string | undefined {
  const value: unknown = Reflect.get(error, name);
  return typeof value === 'string' ? value : undefined;
}

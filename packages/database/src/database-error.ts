/** What PostgreSQL itself said of a statement that it refused. */
export interface DatabaseError {
  /** Its five characters: https://www.postgresql.org/docs/current/errcodes-appendix.html */
  readonly code: string;
  /** The exact names under which the broken rule may be known; empty where it was no rule of the data. */
  readonly constraints: ReadonlySet<string>;
}

/** Finds what PostgreSQL said in what node-pg or Prisma threw; undefined where it was something else. */
export function databaseErrorOf(thrown: unknown): DatabaseError | undefined {
  for (const error of withinThrown(thrown)) {
    const code = textOf(error, 'originalCode') ?? textOf(error, 'code');
    if (code !== undefined && isDatabaseCode(code))
      return { code, constraints: isOfData(code) ? constraintsOf(error) : new Set() };
  }
  return undefined;
}

const deepest = 6;

/** An error, its causes, and what Prisma keeps of its adapter's. */
function* withinThrown(thrown: unknown, depth = 0): Generator<object> {
  if (typeof thrown !== 'object' || thrown === null || depth > deepest) return;
  yield thrown;
  for (const name of ['cause', 'meta', 'driverAdapterError']) yield* withinThrown(Reflect.get(thrown, name), depth + 1);
}

/** Prisma's own codes look alike: P2002. */
const isDatabaseCode = (code: string): boolean => /^[0-9A-Z]{5}$/.test(code) && !/^P[1-9]/.test(code);
const isOfData = (code: string): boolean => code.startsWith('23');

/**
 * The name is a field of node-pg's error; of Prisma's only for keys. Of a check constraint it keeps the message, which
 * has the name in quotation marks, and of a trigger's refusal the message, which begins with the name.
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

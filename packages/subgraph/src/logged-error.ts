/** The part of an error that is logged. */
export interface LoggedError {
  readonly type: string;
  readonly code?: string;
  readonly message: string;
  readonly stack?: string;
  /** The broken constraint, and its table. */
  readonly constraint?: string;
  readonly table?: string;
  readonly cause?: LoggedError;
}

const deepest = 3;
const longestText = 4_000;

/**
 * An error in a form that may be logged. Databases put rows and values into their errors (`detail`, `where`, quoted
 * text), libraries whole inputs: only named fields are kept, and from texts everything quoted after a colon and every
 * number as long as a personal one is removed.
 */
export function loggedError(error: unknown, depth = 0): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: withoutValues(String(error)) };
  const text = (name: string): string | undefined => {
    const value: unknown = Reflect.get(error, name);
    return typeof value === 'string' ? value : undefined;
  };
  const [code, constraint, table] = [text('code'), text('constraint'), text('table')];
  return {
    type: error.name,
    message: withoutValues(error.message),
    ...(code !== undefined && { code }),
    ...(constraint !== undefined && { constraint }),
    ...(table !== undefined && { table }),
    ...(error.stack !== undefined && { stack: placesIn(error.stack) }),
    ...(error.cause !== undefined && depth < deepest && { cause: loggedError(error.cause, depth + 1) }),
  };
}

/** The calls of a stack without the message at its beginning. */
function placesIn(stack: string): string {
  return stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n')
    .slice(0, longestText);
}

/** A message without the values in it. */
export function withoutValues(message: string): string {
  return message
    .slice(0, longestText)
    .replaceAll(/(: )"[^"]*"/g, '$1"…"')
    .replaceAll(/=\([^)]*\)/g, '=(…)')
    .replaceAll(/[\p{Script=Han}·]{2,}/gu, '…')
    .replaceAll(/\d{7,}[Xx]?/g, '…');
}

/** What is written of an error. */
export interface LoggedError {
  readonly type: string;
  readonly code?: string;
  readonly message: string;
  readonly stack?: string;
  /** Which rule of the database was broken, and of which table. */
  readonly constraint?: string;
  readonly table?: string;
  readonly cause?: LoggedError;
}

const deepest = 3;
const longestText = 4_000;

/**
 * An error as the log may have it. Databases put rows and values into their errors (`detail`, `where`, what stands in
 * quotes), libraries whole inputs: of the fields only named ones are kept, and of the texts neither what stands in
 * quotes after a colon nor a number as long as somebody's own.
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

/** The calls of a stack without the message that it begins with. */
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

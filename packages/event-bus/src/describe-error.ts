/**
 * Describes an error in words: its own message and those of its causes, without the values that databases, parsers and
 * clients quote in theirs. Safe to log and to show.
 */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return withoutValues(String(error));
  const words = ownWords(error);
  return error.cause === undefined ? words : `${words}: ${describeError(error.cause)}`;
}

function ownWords(error: Error): string {
  // Messages of parsers quote what they could not parse.
  if (error instanceof SyntaxError || error.message === '') return error.name;
  // Prisma prints a call's arguments before its last line.
  const ofPrisma = error.name.startsWith('PrismaClient');
  return withoutValues(ofPrisma ? (error.message.trim().split('\n').at(-1) ?? '') : error.message);
}

/**
 * PostgreSQL quotes values when data does not fit its type; in other messages it quotes names of tables and columns.
 */
const quotesData = /invalid input|invalid byte|out of range|malformed|not valid|date\/time/iu;
/** A telephone, account or identity number; the last group of a UUID does not match. */
const longNumber = /(?<![\da-f-])\d{11,}[xX]?(?![\da-f-])/giu;

function withoutValues(text: string): string {
  const unquoted = quotesData.test(text) ? text.replaceAll(/"[^]*"/gu, '"***"') : text;
  return unquoted
    .replaceAll(/(Key \([^)]*\))=\([^\n]*\)/gu, '$1=(***)')
    .replaceAll(/(Failing row contains )\([^]*\)/gu, '$1(***)')
    .replaceAll(longNumber, '***');
}

const outageCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  '53300',
  '57P01',
  '57P02',
  '57P03',
  'P1001',
  'P1008',
  'P1017',
  'P2024',
  'P2028',
]);

/** Whether the database was unreachable: the event is not at fault, and the attempt does not count. */
export function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  return (
    outageCodes.has(code) ||
    code.startsWith('08') ||
    /Connection terminated|timeout exceeded when trying to connect/u.test(error.message) ||
    isOutage(error.cause)
  );
}

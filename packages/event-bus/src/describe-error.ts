/** An error in words: its own message and those of its causes. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const words = error.message === '' ? error.name : error.message;
  return error.cause === undefined ? words : `${words}: ${describeError(error.cause)}`;
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

/** Whether the database was out of reach: the event is not at fault, and its attempts are not counted. */
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

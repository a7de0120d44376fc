/** The answer, or a rejection if it takes longer than `mostMs` milliseconds; the underlying work is not stopped. */
export async function inTime<T>(answer: Promise<T>, mostMs: number): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error(`no answer within ${mostMs} ms`)), mostMs);
  try {
    return await Promise.race([answer, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}

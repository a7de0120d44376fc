const pauseMs = 150;

/** Repeats a request until the answer is there; throws with the last state if it takes too long. */
export async function until<T>(
  what: string,
  look: () => Promise<{ readonly done: T } | { readonly state: unknown }>,
  mostMs = 60_000,
): Promise<T> {
  const end = Date.now() + mostMs;
  for (;;) {
    const seen = await look();
    if ('done' in seen) return seen.done;
    if (Date.now() > end) throw new Error(`${what} did not come about: ${JSON.stringify(seen.state)}`);
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}

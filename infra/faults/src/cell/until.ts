import { setTimeout as sleep } from 'node:timers/promises';

/** Waits until a condition holds, asking again every `everyMs`; throws with its description when it takes too long. */
export async function until(
  what: string,
  holds: () => Promise<boolean> | boolean,
  { everyMs = 50, mostMs = 30_000 }: { readonly everyMs?: number; readonly mostMs?: number } = {},
): Promise<void> {
  const deadline = performance.now() + mostMs;
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error(`waited ${mostMs} ms in vain for ${what}`);
    await sleep(everyMs);
  }
}

import { setTimeout as sleep } from 'node:timers/promises';
import type { Admin, Kafka } from 'kafkajs';

const attempts = 20;
const pauseMs = 250;

/**
 * Queries the cluster through its admin client. That client gives up as soon as a broker is no longer, or not yet, the
 * leader or coordinator that it expected, and caches the old one for minutes (kafkajs 2.2.4, src/admin/index.js: only
 * an unknown topic is retried). A retry through a new client looks it up again.
 */
export async function askAdmin<T>(kafka: Kafka, admin: Admin, ask: (admin: Admin) => Promise<T>): Promise<T> {
  try {
    return await ask(admin);
  } catch (error) {
    if (!isPassing(error)) throw error;
  }
  for (let attempt = 1; ; attempt += 1) {
    const fresh = kafka.admin();
    try {
      await fresh.connect();
      return await ask(fresh);
    } catch (error) {
      if (!isPassing(error) || attempt >= attempts) throw error;
      await sleep(pauseMs);
    } finally {
      await fresh.disconnect();
    }
  }
}

function isPassing(error: unknown): boolean {
  return error instanceof Error && 'retriable' in error && error.retriable === true;
}

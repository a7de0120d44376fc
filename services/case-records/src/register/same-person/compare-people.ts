import { Worker } from 'node:worker_threads';
import type { DuplicatePair, PersonRecord } from '@nuangong/duplicates';

/** Finds the pairs of people who may be one person beside the service's own thread: a city takes half a minute. */
export function comparePeople(people: readonly PersonRecord[]): Promise<readonly DuplicatePair[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('compare-people.worker.ts', import.meta.url), { workerData: people });
    worker.once('message', (pairs: readonly DuplicatePair[]) => resolve(pairs));
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the comparison of people ended with ${code}`)));
  });
}

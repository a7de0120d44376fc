import { Worker } from 'node:worker_threads';
import { takeTurns } from '@nuangong/primitives';
import type { MadePdf } from './make-pdf.ts';

/** The number of files that a service prints at the same time; others wait, so that memory stays bounded. */
const inTurn = takeTurns(2);

/**
 * Prints outside the service's main thread.
 *
 * @param worker a module that gets `content` as its `workerData` and posts what `makePdf` returns.
 */
export function printInWorker(worker: URL, content: unknown): Promise<MadePdf> {
  return inTurn(() => print(worker, content));
}

function print(module: URL, content: unknown): Promise<MadePdf> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(module, { workerData: content });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the printer ended with ${code}`)));
  });
}

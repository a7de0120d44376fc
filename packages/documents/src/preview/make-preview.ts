import { Worker } from 'node:worker_threads';
import { takeTurns } from '../turns.ts';
import type { MadePreview, WantedPreview } from './preview.ts';

const drawer = new URL('./preview.worker.ts', import.meta.url);
/** How long drawing a page may take, in milliseconds. */
const withinMs = 20_000;
/** The heap of a drawing worker, in MiB; decoded pictures lie outside it. */
const mostHeapMb = 256;
/** The number of previews that a service draws at the same time. */
const inTurn = takeTurns(2);

/**
 * Draws one page of a document as a picture, in a worker of its own that is ended if it takes too long: the document
 * comes from anywhere, and a damaged one must not reach the service.
 */
export function makePreview(wanted: WantedPreview): Promise<MadePreview> {
  return inTurn(() => draw(wanted));
}

function draw(wanted: WantedPreview): Promise<MadePreview> {
  const worker = new Worker(drawer, {
    workerData: wanted,
    resourceLimits: { maxOldGenerationSizeMb: mostHeapMb },
    stdout: true,
    stderr: true,
  });
  const unreadable: MadePreview = { ok: false, reason: 'UNREADABLE' };
  return new Promise<MadePreview>((resolve) => {
    const timer = setTimeout(() => resolve(unreadable), withinMs);
    worker.once('message', (made: MadePreview) => resolve(made));
    worker.once('error', () => resolve(unreadable));
    worker.once('exit', () => {
      clearTimeout(timer);
      resolve(unreadable);
    });
  }).finally(() => void worker.terminate());
}

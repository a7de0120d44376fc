import { Worker } from 'node:worker_threads';
import { takeTurns } from '@nuangong/primitives';
import type { MadePreview, WantedPreview } from './preview.ts';

const drawer = new URL('./preview.worker.ts', import.meta.url);
/** How long drawing a page may take, in milliseconds. */
const withinMs = 20_000;
/** The heap of a drawing worker, in MiB; decoded pictures are outside it. */
const mostHeapMb = 256;
/** The number of previews that a service draws at the same time; a document is read only when its turn has come. */
const inTurn = takeTurns(2);
/** The most previews that wait for their turn; each further one is refused. */
export const mostWaiting = 20;

/**
 * Draws one page of a document as a picture, in a separate worker that is ended if it takes too long: the document
 * comes from outside, and a damaged one must not affect the service. BUSY if too many wait already.
 *
 * @param read reads the document; called when its turn has come.
 * @param left aborted when nobody waits for the preview any more: it is not drawn, and the promise rejects.
 */
export async function makePreview(read: () => Promise<WantedPreview>, left?: AbortSignal): Promise<MadePreview> {
  if (inTurn.waiting() >= mostWaiting) return { ok: false, reason: 'BUSY' };
  return inTurn(async () => {
    const wanted = await read();
    left?.throwIfAborted();
    return draw(wanted, left);
  }, left);
}

function draw(wanted: WantedPreview, left: AbortSignal | undefined): Promise<MadePreview> {
  const worker = new Worker(drawer, {
    workerData: wanted,
    // Transferred, not copied.
    transferList: [wanted.bytes.buffer],
    resourceLimits: { maxOldGenerationSizeMb: mostHeapMb },
    stdout: true,
    stderr: true,
  });
  const unreadable: MadePreview = { ok: false, reason: 'UNREADABLE' };
  return new Promise<MadePreview>((resolve) => {
    const timer = setTimeout(() => resolve(unreadable), withinMs);
    left?.addEventListener('abort', () => resolve(unreadable), { once: true });
    worker.once('message', (made: MadePreview) => resolve(made));
    worker.once('error', () => resolve(unreadable));
    worker.once('exit', () => {
      clearTimeout(timer);
      resolve(unreadable);
    });
  }).finally(() => void worker.terminate());
}

import { parentPort, workerData } from 'node:worker_threads';
import { drawPreview } from './draw-preview.ts';
import type { WantedPreview } from './preview.ts';

/** Draws one preview outside the service's main thread and posts the result. */
const made = await drawPreview(workerData as WantedPreview);
parentPort?.postMessage(made, made.ok ? [made.picture.buffer] : []);

import { Worker } from 'node:worker_threads';
import type { PrintedVoucher } from './voucher-document.ts';

/** A service prints this many files at once; more wait their turn, so that memory stays bounded. */
const mostAtOnce = 2;
const turns: Promise<unknown>[] = Array.from({ length: mostAtOnce }, () => Promise.resolve());
let next = 0;

/** Prints vouchers as one PDF with the Chinese font embedded, in a thread of its own. */
export function printVouchers(vouchers: readonly PrintedVoucher[]): Promise<Buffer> {
  const place = next;
  next = (next + 1) % mostAtOnce;
  const printed = (turns[place] ?? Promise.resolve()).then(() => printInWorker(vouchers));
  turns[place] = printed.catch(() => undefined);
  return printed;
}

function printInWorker(vouchers: readonly PrintedVoucher[]): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./voucher-printer.worker.ts', import.meta.url), { workerData: vouchers });
    worker.once('message', (bytes: Uint8Array) =>
      resolve(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)),
    );
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the voucher printer ended with ${code}`)));
  });
}

import { parentPort, workerData } from 'node:worker_threads';
import { makePdf } from '@nuangong/documents/make-pdf';
import { voucherDocument } from './voucher-document.ts';
import type { PrintedVoucher } from './voucher-form.ts';

/** Lays out vouchers as PDF outside the service's main thread and posts the result. */
const made = await makePdf(voucherDocument(workerData as readonly PrintedVoucher[]));
parentPort?.postMessage(made, made.ok ? [made.bytes.buffer] : []);

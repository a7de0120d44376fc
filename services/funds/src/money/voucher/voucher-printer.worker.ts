import { parentPort, workerData } from 'node:worker_threads';
import { makePdf } from '@nuangong/documents/make-pdf';
import { voucherDocument, type PrintedVoucher } from './voucher-document.ts';

/** Lays out vouchers as PDF outside the service's main thread and posts the result. */
const made = await makePdf(voucherDocument(workerData as readonly PrintedVoucher[]));
parentPort?.postMessage(made, made.ok ? [made.bytes.buffer] : []);

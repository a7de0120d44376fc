import { parentPort, workerData } from 'node:worker_threads';
import { makePdf } from '@nuangong/paper/make-pdf';
import { voucherDocument, type PrintedVoucher } from './voucher-document.ts';

/** Lays vouchers out as PDF beside the service's own thread, which goes on answering; posts what came of it. */
const made = await makePdf(voucherDocument(workerData as readonly PrintedVoucher[]));
parentPort?.postMessage(made, made.ok ? [made.bytes.buffer] : []);

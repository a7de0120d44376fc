export { fitted, type Box } from './fitted.ts';
export { paperFont } from './fonts.ts';
export { notPrintable } from './not-printable.ts';
export { printInWorker } from './print-in-worker.ts';

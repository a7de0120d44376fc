import { parentPort, workerData } from 'node:worker_threads';
import { makePdf } from '@nuangong/documents/make-pdf';
import { decisionSheetDocument } from './decision-sheet-document.ts';
import type { DecisionSheetPaper } from './decision-sheet-paper.ts';

/** Lays out a decision sheet as PDF outside the service's main thread and posts the result. */
const made = await makePdf(decisionSheetDocument(workerData as DecisionSheetPaper));
parentPort?.postMessage(made, made.ok ? [made.bytes.buffer] : []);

import { parentPort, workerData } from 'node:worker_threads';
import { makePdf } from '@nuangong/documents/make-pdf';
import { householdPaperDocument, type HouseholdPaperKind } from './household-paper-document.ts';
import type { HouseholdPaper } from './household-paper.ts';

/** Lays out a household's paper as PDF outside the service's main thread and posts the result. */
const { kind, paper } = workerData as { readonly kind: HouseholdPaperKind; readonly paper: HouseholdPaper };
const made = await makePdf(householdPaperDocument(kind, paper));
parentPort?.postMessage(made, made.ok ? [made.bytes.buffer] : []);

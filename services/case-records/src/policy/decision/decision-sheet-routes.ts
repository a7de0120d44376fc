import { identityOf } from '@nuangong/database';
import { notPrintable, printInWorker } from '@nuangong/documents/pdf';
import { fileTypes, refused, type FileRequest, type FileRoutes } from '@nuangong/documents/serve';
import { fillTemplate } from '@nuangong/documents/template';
import { notFound } from '@nuangong/subgraph';
import type { RunningParts } from '../../running-parts.ts';
import { gatherDecisionSheet, type DecisionSheetPaper } from './decision-sheet-paper.ts';

const printer = new URL('./decision-sheet-printer.worker.ts', import.meta.url);
const template = new URL('./templates/decision-sheet.docx', import.meta.url);

/** GET /files/case-records/decision-sheets/<id>.pdf, to be given to the family, and .docx, to be edited before. */
export function addDecisionSheetRoutes(files: FileRoutes, { database }: RunningParts): void {
  const gather = ({ actor, requestId, id }: FileRequest) =>
    database.transaction(identityOf(actor), (tx) => gatherDecisionSheet(tx, { actor, requestId }, id));
  const nameOf = (paper: DecisionSheetPaper, extension: string) => `资格判定书-${paper.caseFile}.${extension}`;
  const missing = () => refused(404, notFound({ zh: '资格判定书', en: 'decision sheet' }));
  files.serve('/files/case-records/decision-sheets/:id.pdf', 'application.read', async (asked) => {
    const paper = await gather(asked);
    if (paper === undefined) return missing();
    const made = await printInWorker(printer, paper);
    if (!made.ok) return refused(409, notPrintable(made.unprintable, inWord));
    return { name: nameOf(paper, 'pdf'), type: fileTypes.pdf, size: made.bytes.length, content: made.bytes };
  });
  files.serve('/files/case-records/decision-sheets/:id.docx', 'application.read', async (asked) => {
    const paper = await gather(asked);
    if (paper === undefined) return missing();
    const content = await fillTemplate(template, { ...paper });
    return { name: nameOf(paper, 'docx'), type: fileTypes.docx, size: content.length, content };
  });
}

const inWord = { zh: '改用 Word 文件打印', en: 'print the Word file' };

import { identityOf, prismaSql } from '@nuangong/database';
import { notPrintable, printInWorker } from '@nuangong/documents/pdf';
import { fileTypes, refused, type FileRequest, type FileRoutes } from '@nuangong/documents/serve';
import { notFound } from '@nuangong/subgraph';
import type { RunningParts } from '../../running-parts.ts';
import { householdPapers, type HouseholdPaperKind } from './household-paper-document.ts';
import { gatherHouseholdPaper } from './gather-household-paper.ts';

const printer = new URL('./household-paper-printer.worker.ts', import.meta.url);

/** GET /files/case-records/households/<id>/registration-form.pdf and …/case-file-form.pdf (§000-2). */
export function addHouseholdPaperRoutes(files: FileRoutes, { database, keyring, clock }: RunningParts): void {
  const gather = ({ actor, requestId, id }: FileRequest) =>
    database.transaction(identityOf(actor), (tx) =>
      gatherHouseholdPaper(tx, { actor, requestId, keyring, run: prismaSql(tx), now: clock() }, id),
    );
  const serve = (path: string, kind: HouseholdPaperKind): void =>
    files.serve(`/files/case-records/households/:id/${path}`, 'household.read', async (asked) => {
      const paper = await gather(asked);
      if (paper === undefined) return refused(404, notFound({ zh: '家庭', en: 'household' }));
      const made = await printInWorker(printer, { kind, paper });
      if (!made.ok) return refused(409, notPrintable(made.unprintable, writtenByHand));
      const name = `${householdPapers[kind]}-${paper.fileNumber}.pdf`;
      return { name, type: fileTypes.pdf, size: made.bytes.length, content: made.bytes };
    });
  serve('registration-form.pdf', 'REGISTRATION');
  serve('case-file-form.pdf', 'CASE_FILE');
}

const writtenByHand = { zh: '手工填写，并告知管理员', en: 'fill the form in by hand and tell the administrator' };

import { notFound } from '@nuangong/subgraph';
import { isUuid, problem } from '@nuangong/primitives';
import type { CaseRecordsContext, Transaction } from '../../builder.ts';
import type { RosterImport, RosterSheet } from '../../generated/prisma/client.ts';

/** The status of an import; a cancelled or failed one can be started again. */
export type RosterImportStatus = 'UPLOADED' | 'READY' | 'RUNNING' | 'DONE' | 'CANCELLED' | 'REFUSED' | 'FAILED';

export const importNotFound = () => notFound({ zh: '导入', en: 'import' }, 'importId');

/** An import of the actor's own organisation; those of organisations below it can be seen but not changed. */
export async function findOwnImport(
  context: CaseRecordsContext,
  tx: Transaction,
  id: string,
): Promise<RosterImport | null> {
  if (!isUuid(id)) return null;
  return tx.rosterImport.findFirst({ where: { id, organizationPath: context.actor.scope } });
}

/** The sheets of an import that have rows to read, in the workbook's order. */
export function readSheetsOf(tx: Transaction, importId: string): Promise<RosterSheet[]> {
  return tx.rosterSheet.findMany({ where: { importId, state: 'READ' }, orderBy: { number: 'asc' } });
}

export const notReady = () =>
  problem('IMPORT_NOT_READY', {
    zh: '文件还在读取，或已经开始导入；刷新后按最新状态办理',
    en: 'The file is still being read, or the import has started. Refresh and continue from its current state.',
  });

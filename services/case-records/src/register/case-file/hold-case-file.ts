import { isUuid } from '@nuangong/primitives';
import type { Transaction } from '../../builder.ts';
import type { CaseFile } from '../../generated/prisma/client.ts';

/** Reads a file that takes no step until the transaction ends; null if there is none. */
export async function holdCaseFile(tx: Transaction, caseFileId: string): Promise<CaseFile | null> {
  if (!isUuid(caseFileId)) return null;
  await tx.$queryRaw`select from case_file where id = ${caseFileId}::uuid for share`;
  return tx.caseFile.findUnique({ where: { id: caseFileId } });
}

import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem, Result } from '@nuangong/primitives';
import { ok } from '@nuangong/primitives';
import { markRows } from '@nuangong/spreadsheet';
import type { Transaction } from '../builder.ts';
import type { RosterImport } from '../generated/prisma/client.ts';
import type { RunningParts } from '../running-parts.ts';
import { withPlainFile } from '../stored-file/open-stored-file.ts';

const mostMarks = 100_000;

/**
 * Makes the clerk's own workbook with the rejected rows marked and their reasons in words; the file is the caller's to
 * delete.
 */
export async function markRoster(parts: RunningParts, tx: Transaction, roster: RosterImport): Promise<Result<string>> {
  const rejected = await tx.rosterRow.findMany({
    where: { importId: roster.id, outcome: 'REJECTED' },
    orderBy: { rowNumber: 'asc' },
    take: mostMarks,
    select: { rowNumber: true, reasons: true },
  });
  const marks = new Map(
    rejected.map(({ rowNumber, reasons }) => [
      rowNumber,
      (reasons as unknown as readonly Problem[]).map((each) => each.message.zh),
    ]),
  );
  const directory = join(parts.filesDirectory, 'case-records', 'outgoing');
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const target = join(directory, randomUUID());
  const marked = await withPlainFile(parts, roster.fileSha256, (path) =>
    markRows(path, target, marks, {
      columnTitle: '未导入原因',
      ...(roster.headerRow !== null && { headerRow: roster.headerRow }),
      ...(roster.sheetName !== null && { sheetName: roster.sheetName }),
    }),
  );
  return marked.ok ? ok(target) : marked;
}

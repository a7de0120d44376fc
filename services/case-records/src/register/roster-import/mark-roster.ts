import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join, parse } from 'node:path';
import { withPlainFile } from '@nuangong/documents/store';
import type { Problem, Result } from '@nuangong/primitives';
import { ok } from '@nuangong/primitives';
import { markSheets } from '@nuangong/spreadsheet';
import type { Transaction } from '../../builder.ts';
import type { RosterImport } from '../../generated/prisma/client.ts';
import type { RunningParts } from '../../running-parts.ts';

const mostMarks = 100_000;

/** The name of a roster's marked copy: 花名册.xlsx gives 花名册-标注.xlsx. */
export function markedFileName(fileName: string, extension: string): string {
  return `${parse(fileName).name}-标注${extension}`;
}

/**
 * Copies the clerk's workbook with the rejected rows marked and their reasons added. The caller must delete the file.
 */
export async function markRoster(parts: RunningParts, tx: Transaction, roster: RosterImport): Promise<Result<string>> {
  const [sheets, rejected] = [
    await tx.rosterSheet.findMany({ where: { importId: roster.id, chosen: true }, orderBy: { number: 'asc' } }),
    await tx.rosterRow.findMany({
      where: { importId: roster.id, outcome: 'REJECTED' },
      orderBy: [{ sheetNumber: 'asc' }, { rowNumber: 'asc' }],
      take: mostMarks,
      select: { sheetNumber: true, rowNumber: true, reasons: true },
    }),
  ];
  const bySheet = Map.groupBy(rejected, ({ sheetNumber }) => sheetNumber);
  const directory = join(parts.files.directory, 'outgoing');
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const target = join(directory, randomUUID());
  const toMark = sheets.map(({ number, name, headerRow }) => ({
    sheetName: name,
    sheetNumber: number,
    ...(headerRow !== null && { headerRow }),
    marks: new Map(
      (bySheet.get(number) ?? []).map(({ rowNumber, reasons }) => [
        rowNumber,
        (reasons as unknown as readonly Problem[]).map((each) => each.message.zh),
      ]),
    ),
  }));
  const marked = await withPlainFile(parts.files, roster.fileSha256, (path) =>
    markSheets(path, target, toMark, { columnTitle: '未导入原因' }),
  );
  return marked.ok ? ok(target) : marked;
}

import type { Limits } from '../limits.ts';
import { damaged, SpreadsheetRefused } from '../refusals.ts';
import { addMarkedStyles, planMarkedStyles } from './mark-styles.ts';
import { markSheet } from './mark-sheet.ts';
import type { SheetMarks } from './mark-sheet.ts';
import { readWorkbookParts } from './workbook-parts.ts';
import { copyZip } from './write-zip.ts';
import { openZipArchive } from './zip-archive.ts';

/** Writes the workbook again with one sheet marked; its other parts are copied as they are. */
export async function markXlsx(
  sourcePath: string,
  targetPath: string,
  sheetName: string,
  plan: Omit<SheetMarks, 'styles'>,
  limits: Limits,
): Promise<void> {
  const opened = await openZipArchive(sourcePath, limits);
  if (!opened.ok) throw new SpreadsheetRefused(opened.problems[0] ?? damaged('zip'));
  const archive = opened.value;
  try {
    const parts = await readWorkbookParts(archive);
    const sheet = parts.sheets.find(({ name, state }) => name === sheetName && state === 'visible');
    if (sheet === undefined) throw new SpreadsheetRefused(damaged(sheetName));
    const stylesPart = parts.styles;
    const marked = stylesPart === undefined ? undefined : await planMarkedStyles(await archive.read(stylesPart));
    const sheetMarks: SheetMarks = { ...plan, styles: marked?.styles };
    const replacements = new Map([
      [sheet.part.toLowerCase(), async () => markSheet(await archive.read(sheet.part), sheetName, sheetMarks)],
    ]);
    if (stylesPart !== undefined && marked !== undefined) {
      const { fill } = marked;
      replacements.set(stylesPart.toLowerCase(), async () => addMarkedStyles(await archive.read(stylesPart), fill));
    }
    await copyZip(archive, targetPath, replacements);
  } finally {
    await archive.close();
  }
}

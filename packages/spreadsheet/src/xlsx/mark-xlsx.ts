import type { Readable } from 'node:stream';
import type { Limits } from '../limits.ts';
import { damaged, SpreadsheetRefused } from '../refusals.ts';
import { addMarkedStyles, planMarkedStyles } from './mark-styles.ts';
import type { MarkedStyles } from './mark-styles.ts';
import { markSheet } from './mark-sheet.ts';
import type { SheetMarks } from './mark-sheet.ts';
import { isMacroPart, ordinaryContentTypes, relationshipsWithoutMacros } from './without-macros.ts';
import { readWorkbookParts, relationshipsPartOf } from './workbook-parts.ts';
import type { WorkbookParts } from './workbook-parts.ts';
import { copyZip } from './write-zip.ts';
import { openZipArchive } from './zip-archive.ts';
import type { ZipArchive } from './zip-archive.ts';

/** The marks by the name of the sheet. */
export type MarksBySheet = ReadonlyMap<string, Omit<SheetMarks, 'styles'>>;

type Replacements = Map<string, () => Promise<Readable>>;

/**
 * Writes the workbook again with some sheets marked; other parts are copied unchanged. Macros are removed, because no
 * program opens an ordinary .xlsx with macros in it.
 */
export async function markXlsx(
  sourcePath: string,
  targetPath: string,
  plans: MarksBySheet,
  limits: Limits,
): Promise<void> {
  const opened = await openZipArchive(sourcePath, limits);
  if (!opened.ok) throw new SpreadsheetRefused(opened.problems[0] ?? damaged('zip'));
  const archive = opened.value;
  try {
    const parts = await readWorkbookParts(archive);
    const replacements: Replacements = new Map();
    const replace = (part: string, write: (source: Readable) => Readable): void => {
      replacements.set(part.toLowerCase(), async () => write(await archive.read(part)));
    };
    replace('[Content_Types].xml', (part) => ordinaryContentTypes(part, '[Content_Types].xml'));
    const relationships = relationshipsPartOf(parts.workbook);
    replace(relationships, (part) => relationshipsWithoutMacros(part, relationships));
    replaceSheets(parts, plans, await replaceStyles(archive, parts, replace), replace);
    await copyZip(archive, targetPath, replacements, (name) => !isMacroPart(name.replace(/\.rels$/, '')));
  } finally {
    await archive.close();
  }
}

async function replaceStyles(
  archive: ZipArchive,
  { styles }: WorkbookParts,
  replace: (part: string, write: (source: Readable) => Readable) => void,
): Promise<MarkedStyles | undefined> {
  if (styles === undefined) return undefined;
  const marked = await planMarkedStyles(await archive.read(styles));
  if (marked === undefined) return undefined;
  replace(styles, (part) => addMarkedStyles(part, marked.fill));
  return marked.styles;
}

function replaceSheets(
  parts: WorkbookParts,
  plans: MarksBySheet,
  styles: MarkedStyles | undefined,
  replace: (part: string, write: (source: Readable) => Readable) => void,
): void {
  for (const [name, plan] of plans) {
    const sheet = parts.sheets.find((each) => each.name === name && each.state === 'visible');
    if (sheet === undefined) throw new SpreadsheetRefused(damaged(name));
    replace(sheet.part, (part) => markSheet(part, name, { ...plan, styles }));
  }
}

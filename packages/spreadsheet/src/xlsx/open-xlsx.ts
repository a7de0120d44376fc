import { ok, refuse } from '@nuangong/primitives';
import type { Problem, Result } from '@nuangong/primitives';
import type { Limits } from '../limits.ts';
import { cellTooLong, damaged, noVisibleSheet, SpreadsheetRefused } from '../refusals.ts';
import type { Sheet, Workbook } from '../workbook.ts';
import { readCellFormats } from './cell-formats.ts';
import { readSheetLayout } from './read-sheet-layout.ts';
import type { SheetLayout } from './read-sheet-layout.ts';
import { readSheetRows } from './read-sheet-rows.ts';
import type { SheetContext } from './read-sheet-rows.ts';
import { findCellOfString, NO_SHARED_STRINGS, readSharedStrings } from './shared-strings.ts';
import { readWorkbookParts } from './workbook-parts.ts';
import type { WorkbookParts } from './workbook-parts.ts';
import { openZipArchive } from './zip-archive.ts';
import type { ZipArchive } from './zip-archive.ts';

/** Opens an .xlsx workbook; reads its shared strings, but not yet its rows. */
export async function openXlsx(path: string, limits: Limits): Promise<Result<Workbook>> {
  const archive = await openZipArchive(path, limits);
  if (!archive.ok) return archive;
  try {
    const workbook = await readWorkbook(archive.value, limits);
    if (workbook.sheets.length > 0) return ok(workbook);
    await archive.value.close();
    return refuse(noVisibleSheet());
  } catch (fault) {
    await archive.value.close();
    return refuse(fault instanceof SpreadsheetRefused ? fault.problem : damaged('zip'));
  }
}

async function readWorkbook(archive: ZipArchive, limits: Limits): Promise<Workbook> {
  const parts = await readWorkbookParts(archive);
  const { sharedStrings, styles, since1904 } = parts;
  const read =
    sharedStrings === undefined
      ? { strings: NO_SHARED_STRINGS }
      : await readSharedStrings(await archive.read(sharedStrings), limits);
  if ('tooLong' in read) throw new SpreadsheetRefused(await stringTooLong(archive, parts, read.tooLong, limits));
  const { strings } = read;
  const formats = styles === undefined ? [] : await readCellFormats(await archive.read(styles));
  const context: SheetContext = { strings, formats, since1904, limits };
  const visible = parts.sheets.filter(({ state }) => state === 'visible');
  return {
    format: 'xlsx',
    sheets: visible.map((sheet) => sheetOf(archive, sheet, context)),
    hiddenSheets: parts.sheets.filter(({ state }) => state !== 'visible').map(({ name, state }) => ({ name, state })),
    otherSheets: parts.otherSheets,
    close: archive.close,
  };
}

/** The refusal of a string that is too long, with the first cell that uses it. */
async function stringTooLong(
  archive: ZipArchive,
  parts: WorkbookParts,
  index: number,
  limits: Limits,
): Promise<Problem> {
  for (const { name, part } of parts.sheets) {
    const cell = await findCellOfString(await archive.read(part), name, index);
    if (cell !== undefined) return cellTooLong(limits.cellCharacters, cell, name);
  }
  return damaged('sharedStrings');
}

function sheetOf(archive: ZipArchive, listed: WorkbookParts['sheets'][number], context: SheetContext): Sheet {
  let layout: Promise<SheetLayout> | undefined;
  const layoutOf = (): Promise<SheetLayout> => {
    layout ??= archive.read(listed.part).then((part) => readSheetLayout(part, listed.name));
    return layout;
  };
  return {
    name: listed.name,
    state: listed.state,
    async *rows() {
      yield* readSheetRows(await archive.read(listed.part), listed.name, context);
    },
    mergedRanges: async () => (await layoutOf()).merged,
    hiddenColumns: async () => (await layoutOf()).hiddenColumns,
  };
}

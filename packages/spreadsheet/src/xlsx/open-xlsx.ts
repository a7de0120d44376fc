import { ok, refuse } from '@nuangong/primitives';
import type { Result } from '@nuangong/primitives';
import type { MergedRange } from '../cell.ts';
import type { Limits } from '../limits.ts';
import { damaged, noVisibleSheet, SpreadsheetRefused } from '../refusals.ts';
import type { Sheet, Workbook } from '../workbook.ts';
import { readDateStyles } from './date-formats.ts';
import { readMergedRanges, readSheetRows } from './read-sheet-rows.ts';
import type { SheetContext } from './read-sheet-rows.ts';
import { NO_SHARED_STRINGS, readSharedStrings } from './shared-strings.ts';
import { readWorkbookParts } from './workbook-parts.ts';
import type { WorkbookParts } from './workbook-parts.ts';
import { openZipArchive } from './zip-archive.ts';
import type { ZipArchive } from './zip-archive.ts';

/** Opens an .xlsx workbook; its shared strings are read, its rows not yet. */
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
  const strings =
    sharedStrings === undefined
      ? NO_SHARED_STRINGS
      : await readSharedStrings(await archive.read(sharedStrings), limits);
  const dateStyles = styles === undefined ? [] : await readDateStyles(await archive.read(styles));
  const context: SheetContext = { strings, dateStyles, since1904, limits };
  const visible = parts.sheets.filter(({ state }) => state === 'visible');
  return {
    format: 'xlsx',
    sheets: visible.map((sheet) => sheetOf(archive, sheet, context)),
    hiddenSheets: parts.sheets
      .filter(({ state }) => state !== 'visible')
      .map(({ name, state }) => ({ name, state })),
    close: archive.close,
  };
}

function sheetOf(archive: ZipArchive, listed: WorkbookParts['sheets'][number], context: SheetContext): Sheet {
  let merged: Promise<readonly MergedRange[]> | undefined;
  return {
    name: listed.name,
    state: listed.state,
    async *rows() {
      yield* readSheetRows(await archive.read(listed.part), listed.name, context);
    },
    mergedRanges: () => {
      merged ??= archive.read(listed.part).then((part) => readMergedRanges(part, listed.name));
      return merged;
    },
  };
}

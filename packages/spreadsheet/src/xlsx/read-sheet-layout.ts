import type { Readable } from 'node:stream';
import { mergedRange } from '../cell.ts';
import type { MergedRange } from '../cell.ts';
import { damaged, SpreadsheetRefused } from '../refusals.ts';
import { decodedPieces, readXml } from './xml-part.ts';

/** The layout of a sheet: everything needed besides its rows. */
export type SheetLayout = {
  readonly merged: readonly MergedRange[];
  /** The hidden columns, from 1. */
  readonly hiddenColumns: ReadonlySet<number>;
};

/** Columns hidden beyond this are the empty rest of the sheet. */
const LAST_COLUMN = 1_000;

const OPENING = /<(?:[\w.-]+:)?sheetData(?:\s[^>]*)?>/;
const CLOSING = /<\/(?:[\w.-]+:)?sheetData\s*>/;
/** Longer than any tag that is searched for, because a tag may be split between two pieces. */
const KEPT_BACK = 256;

/** The text of a sheet without its rows, so that 60 MB of them need not be parsed to read the layout. */
async function* withoutRows(part: Readable): AsyncGenerator<string, void> {
  let looking: 'opening' | 'closing' | 'nothing' = 'opening';
  let held = '';
  for await (const piece of decodedPieces(part)) {
    held += piece;
    if (looking === 'opening') {
      const found = OPENING.exec(held);
      if (found !== null) {
        const end = found.index + found[0].length;
        yield held.slice(0, end);
        held = held.slice(end);
        looking = found[0].endsWith('/>') ? 'nothing' : 'closing';
      }
    }
    if (looking === 'closing') {
      const found = held.includes('sheetData') ? CLOSING.exec(held) : null;
      held = held.slice(found?.index ?? -KEPT_BACK);
      if (found !== null) looking = 'nothing';
    }
    if (looking === 'nothing') {
      yield held;
      held = '';
    } else if (looking === 'opening' && held.length > KEPT_BACK) {
      yield held.slice(0, -KEPT_BACK);
      held = held.slice(-KEPT_BACK);
    }
  }
  yield held;
}

/** Reads the merged ranges and hidden columns of a sheet; ignores invalid references. */
export async function readSheetLayout(part: Readable, name: string): Promise<SheetLayout> {
  const merged: MergedRange[] = [];
  const hiddenColumns = new Set<number>();
  const open = (tag: string, attributes: Readonly<Record<string, string>>): void => {
    if (tag === 'col' && ['1', 'true'].includes(attributes['hidden'] ?? '')) {
      const last = Math.min(Number(attributes['max']), LAST_COLUMN);
      for (let column = Number(attributes['min']); column <= last; column++) hiddenColumns.add(column);
    }
    if (tag !== 'mergeCell') return;
    const range = mergedRange(attributes['ref'] ?? '');
    if (range !== undefined) merged.push(range);
    if (merged.length > 200_000) throw new SpreadsheetRefused(damaged('mergeCells'));
  };
  await readXml(part, name, { open }, withoutRows(part));
  return { merged, hiddenColumns };
}

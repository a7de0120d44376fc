import { ok, refuse } from '@nuangong/primitives';
import type { Result } from '@nuangong/primitives';
import type { Limits } from '../limits.ts';
import { unknownEncoding } from '../refusals.ts';
import type { Workbook } from '../workbook.ts';
import { detectText } from './detect-text.ts';
import { readCsvRows } from './read-csv-rows.ts';

/** The name of a text file's only sheet. */
export const CSV_SHEET_NAME = 'CSV';

/** Opens a text file as a workbook with one sheet; refused if its encoding cannot be detected. */
export async function openCsv(path: string, head: Uint8Array, limits: Limits): Promise<Result<Workbook>> {
  const shape = await detectText(path, head);
  if (shape === undefined) return refuse(unknownEncoding());
  return ok({
    format: 'csv',
    encoding: shape.encoding,
    sheets: [
      {
        name: CSV_SHEET_NAME,
        state: 'visible',
        rows: () => readCsvRows(path, shape, limits),
        mergedRanges: () => Promise.resolve([]),
        hiddenColumns: () => Promise.resolve(new Set()),
      },
    ],
    hiddenSheets: [],
    otherSheets: [],
    close: () => Promise.resolve(),
  });
}

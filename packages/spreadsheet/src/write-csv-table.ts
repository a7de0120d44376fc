import { csvField, keptDigits, writeCsvLines } from './csv/write-csv.ts';
import { yuanOfFen } from './table.ts';
import type { ColumnFormat, Table, TableValue } from './table.ts';

/** How to write long numbers: plain for a bank's program, or ="…" for people who open the file in Excel. */
export type LongNumbers = 'plain' | 'kept-from-rounding';

function fieldOf(value: TableValue, format: ColumnFormat, longNumbers: LongNumbers): string {
  if (value === null) return '';
  if (format === 'yuan' && typeof value === 'bigint') return yuanOfFen(value);
  const text = String(value);
  return format === 'text' && longNumbers === 'kept-from-rounding' ? keptDigits(text) : csvField(text);
}

async function* linesOf(table: Table, longNumbers: LongNumbers): AsyncGenerator<string, void> {
  yield table.columns.map(({ heading }) => csvField(heading)).join(',');
  for await (const values of table.rows) {
    yield table.columns.map(({ format }, at) => fieldOf(values[at] ?? null, format, longNumbers)).join(',');
  }
}

/** Streams an export into a text file: UTF-8 with byte order mark, commas, CRLF, formulas guarded. */
export function writeCsvTable(path: string, table: Table, longNumbers: LongNumbers): Promise<void> {
  return writeCsvLines(path, linesOf(table, longNumbers));
}

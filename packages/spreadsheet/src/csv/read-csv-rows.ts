import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { BLANK, columnLetters } from '../cell.ts';
import type { Cell, Row } from '../cell.ts';
import { withoutGuard } from '../formula-guard.ts';
import type { Limits } from '../limits.ts';
import { cellTooLong, quoteNotClosed, SpreadsheetRefused, tooManyColumns, tooManyRows } from '../refusals.ts';
import { decodeFile } from './detect-text.ts';
import type { TextShape } from './detect-text.ts';

/** ="522729…" keeps digits from becoming a number: only the text between the quotes counts. */
const KEPT_AS_TEXT = /^="([^"]*)"$/;

/** Excel's first line sep=; names the separator and is not data. */
const SEPARATOR_LINE = /^sep=(.)$/i;

/** The most characters in one record: a stray quotation mark would otherwise make one record of the whole file. */
const RECORD_CHARACTERS = 4 * 1024 * 1024;

function cellOf(text: string): Cell {
  if (text === '') return BLANK;
  return { kind: 'text', text: withoutGuard(KEPT_AS_TEXT.exec(text)?.[1] ?? text) };
}

function toRow(number: number, record: readonly string[], limits: Limits): Row | undefined {
  let last = record.length;
  while (last > 0 && record[last - 1] === '') last--;
  if (last === 0) return undefined;
  if (last > limits.columns) throw new SpreadsheetRefused(tooManyColumns(limits.columns, number));
  const cells: Cell[] = [];
  for (let at = 0; at < last; at++) {
    const text = record[at]!;
    if (text.length > limits.cellCharacters) {
      throw new SpreadsheetRefused(cellTooLong(limits.cellCharacters, `${columnLetters(at + 1)}${number}`));
    }
    cells.push(cellOf(text));
  }
  return { number, cells, width: record.length };
}

/**
 * Streams the rows of a text file; a row is a record, and blank rows count as in a spreadsheet program. Throws
 * `SpreadsheetRefused` if a quotation mark is never closed or a limit is exceeded.
 */
export async function* readCsvRows(path: string, shape: TextShape, limits: Limits): AsyncGenerator<Row, void> {
  const parser = parse({
    delimiter: shape.separator,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    max_record_size: RECORD_CHARACTERS,
  });
  const source = Readable.from(decodeFile(path, shape.encoding));
  source.on('error', (fault) => parser.destroy(fault));
  let number = 0;
  try {
    for await (const record of source.pipe(parser) as AsyncIterable<string[]>) {
      if (number === 0 && SEPARATOR_LINE.test(record.join(shape.separator))) continue;
      number++;
      if (number > limits.rows) throw new SpreadsheetRefused(tooManyRows(limits.rows));
      const row = toRow(number, record, limits);
      if (row !== undefined) yield row;
    }
  } catch (fault) {
    throw fault instanceof CsvError ? new SpreadsheetRefused(quoteNotClosed(number)) : fault;
  } finally {
    source.destroy();
    parser.destroy();
  }
}

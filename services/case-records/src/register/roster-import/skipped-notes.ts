import { cutText, keptText } from '@nuangong/primitives';
import { describeSkip, textOf, type Row, type SkippedRow } from '@nuangong/spreadsheet';

/** A row that was passed over, with its words. */
export interface SkippedRowNote {
  readonly row: number;
  readonly why: string;
  readonly whyEn: string;
  readonly text: string;
}

const mostNamed = 200;
const mostBlankNamed = 20;
const longestWords = 200;

/** Text of a file as it can be kept in plain: without what no text may hold, halves of characters as signs for them. */
export const storable = (text: string, most: number): string => cutText(keptText(text).toWellFormed(), most);

/** Numbers of people, long as they are, are not for the list of what was skipped, which is kept in plain. */
const longNumber = /\d{7,}[\dXx]*/gu;

function wordsOf(row: Row): string {
  const words = row.cells
    .map((cell) => textOf(cell).trim())
    .filter((text) => text !== '')
    .join(' ')
    .replaceAll(longNumber, (digits) => `${'*'.repeat(4)}${digits.slice(-4)}`);
  return storable(words, longestWords);
}

/** Watches the rows of a sheet pass, and keeps the first of those passed over with their words. */
export class SkippedNotes {
  private readonly aboveHeadings: readonly SkippedRow[];
  private readonly wordsAbove = new Map<number, string>();
  private readonly below: SkippedRowNote[] = [];
  private last: Row | undefined;
  private blanks = 0;
  private belowCount = 0;
  /** The fields of the heading row, in separated text. */
  headerWidth = 0;

  constructor(aboveHeadings: readonly SkippedRow[]) {
    this.aboveHeadings = aboveHeadings;
  }

  /** Passes rows on; of those above the data the words are remembered. */
  async *watch(rows: AsyncIterable<Row>, headerRow: number): AsyncGenerator<Row, void> {
    for await (const row of rows) {
      this.last = row;
      if (row.number < headerRow) this.wordsAbove.set(row.number, wordsOf(row));
      if (row.number === headerRow) this.headerWidth = row.width ?? 0;
      yield row;
    }
  }

  /** Keeps the row just watched, or a blank one before it, as passed over. */
  add(skipped: SkippedRow): void {
    this.belowCount += 1;
    if (this.below.length >= mostNamed || (skipped.why === 'BLANK' && ++this.blanks > mostBlankNamed)) return;
    this.below.push(noteOf(skipped, this.last?.number === skipped.row ? wordsOf(this.last) : ''));
  }

  /** All that were passed over, named or not. */
  get count(): number {
    return this.aboveHeadings.length + this.belowCount;
  }

  get named(): readonly SkippedRowNote[] {
    return [...this.aboveHeadings.map((each) => noteOf(each, this.wordsAbove.get(each.row) ?? '')), ...this.below];
  }
}

function noteOf({ row, why }: SkippedRow, text: string): SkippedRowNote {
  const reason = describeSkip(why);
  return { row, why: reason.zh, whyEn: reason.en, text };
}

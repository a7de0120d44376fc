import { cutText, keptText } from '@nuangong/primitives';
import { describeSkip, textOf, type Row, type SkippedRow } from '@nuangong/spreadsheet';

/** A skipped row with its text. */
export interface SkippedRowNote {
  readonly row: number;
  readonly why: string;
  readonly whyEn: string;
  readonly text: string;
}

const mostNamed = 200;
const mostBlankNamed = 20;
const longestWords = 200;

/** Text that can be stored unsealed: without forbidden characters, unpaired surrogates replaced. */
export const storable = (text: string, most: number): string => cutText(keptText(text).toWellFormed(), most);

/** Long numbers, such as people's; they are masked in the list of skipped rows, which is stored unsealed. */
const longNumber = /\d{7,}[\dXx]*/gu;

function wordsOf(row: Row): string {
  const words = row.cells
    .map((cell) => textOf(cell).trim())
    .filter((text) => text !== '')
    .join(' ')
    .replaceAll(longNumber, (digits) => `${'*'.repeat(4)}${digits.slice(-4)}`);
  return storable(words, longestWords);
}

/** Passes on the rows of a sheet and notes the first skipped ones with their text. */
export class SkippedNotes {
  private readonly aboveHeadings: readonly SkippedRow[];
  private readonly wordsAbove = new Map<number, string>();
  private readonly below: SkippedRowNote[] = [];
  private last: Row | undefined;
  private blanks = 0;
  private belowCount = 0;
  /** The number of fields in the heading row, for separated text. */
  headerWidth = 0;

  constructor(aboveHeadings: readonly SkippedRow[]) {
    this.aboveHeadings = aboveHeadings;
  }

  /** Passes rows on and remembers the text of those above the data. */
  async *watch(rows: AsyncIterable<Row>, headerRow: number): AsyncGenerator<Row, void> {
    for await (const row of rows) {
      this.last = row;
      if (row.number < headerRow) this.wordsAbove.set(row.number, wordsOf(row));
      if (row.number === headerRow) this.headerWidth = row.width ?? 0;
      yield row;
    }
  }

  /** Notes the current row, or a blank one before it, as skipped. */
  add(skipped: SkippedRow): void {
    this.belowCount += 1;
    if (this.below.length >= mostNamed || (skipped.why === 'BLANK' && ++this.blanks > mostBlankNamed)) return;
    this.below.push(noteOf(skipped, this.last?.number === skipped.row ? wordsOf(this.last) : ''));
  }

  /** The number of all skipped rows, noted or not. */
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

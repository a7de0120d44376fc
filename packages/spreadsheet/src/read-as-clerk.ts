import { isBlank, textOf } from './cell.ts';
import type { Row } from './cell.ts';
import type { Header } from './find-header.ts';
import { normaliseHeading, withoutBrackets } from './heading.ts';
import type { SkippedRow, SkipReason } from './skipped-row.ts';

/** A row of data, or a row passed over with its reason. */
export type ReadRow = { readonly kind: 'data'; readonly row: Row } | ({ readonly kind: 'skipped' } & SkippedRow);

/** Blank rows are named one by one up to this many; a table whose last row is the millionth has a million. */
const BLANKS_NAMED = 1_000;

const TOTAL = /^(本页|本表|全县|全市|全区|全州)?(合计|总计|小计|共计|累计|合計|總計)([::(].*|\d.*|共.*)?$/;
const NOTE = /^(备注|备考|说明|填表说明|填报说明|编制说明|附注|注|注释|注意事项)\d*([::、.(].*)$/;
const SIGNATURE = new RegExp(
  '^(单位负责人|部门负责人|负责人|分管领导|主管领导|主管|领导|工会主席|主席|审核人|审核|审批人|复核人|复核|初审人|填表人|填报人|制表人|制表|'
    + '经办人|经手人|统计人|联系人|联系电话|填报单位|填表单位|填报时间|填报日期|填表时间|填表日期|制表日期|上报时间|日期|签字|签章|盖章|单位盖章)'
    + '(\\([^)]*\\))*:',
);
const SECTION = /^([(]?[一二三四五六七八九十]+[)、.].*|第[一二三四五六七八九十\d]+(部分|类).*)$/;
const NUMBERING = /^(序号|编号|序|行号|行次|no|number|#)$/;

const plain = (text: string): string => text.normalize('NFKC').replaceAll(/\s/g, '');

/** Tells rows of data from the others by what a clerk would see in them. */
class ClerkEye {
  private readonly numbering: ReadonlySet<number>;
  private readonly headings: ReadonlyMap<number, string>;
  private ended = false;

  constructor(header: Header<string>) {
    const isNumbering = (heading: string): boolean => NUMBERING.test(withoutBrackets(normaliseHeading(heading)));
    this.numbering = new Set(header.columns.filter(({ heading }) => isNumbering(heading)).map(({ column }) => column));
    this.headings = new Map(header.columns.map(({ column, heading }) => [column, normaliseHeading(heading)]));
  }

  whySkip(row: Row): SkipReason | undefined {
    const filled = row.cells.flatMap((cell, at) =>
      isBlank(cell) ? [] : [{ column: at + 1, text: plain(textOf(cell)) }],
    );
    const [first, second] = filled;
    if (first === undefined) return 'BLANK';
    if (filled.every(({ column }) => this.numbering.has(column))) {
      return /^\d*$/.test(first.text) ? 'NUMBER_ONLY' : this.wordsAlone(first.text, 1);
    }
    if (this.repeatsHeadings(filled)) return 'REPEATED_HEADING';
    if (TOTAL.test(first.text) || (second !== undefined && TOTAL.test(second.text))) {
      this.ended = true;
      return 'TOTAL';
    }
    return this.wordsAlone(first.text, filled.length);
  }

  private wordsAlone(text: string, filledCells: number): SkipReason | undefined {
    if (TOTAL.test(text)) return this.end('TOTAL');
    if (SIGNATURE.test(text)) return this.end('SIGNATURE');
    if (NOTE.test(text)) return this.end('NOTE');
    if (filledCells > 1) return undefined;
    if (this.ended && !/^\d+$/.test(text)) return 'NOTE';
    return SECTION.test(text) ? 'SECTION' : undefined;
  }

  private end(why: SkipReason): SkipReason {
    this.ended = true;
    return why;
  }

  private repeatsHeadings(filled: readonly { column: number; text: string }[]): boolean {
    if (filled.length < 2) return false;
    return filled.every(({ column, text }) => this.headings.get(column) === normaliseHeading(text));
  }
}

/**
 * Passes the rows below the headings as a clerk would read them: data as data; blank, totals, section, note and
 * signature rows, repeated headings and rows with only a serial number are passed over, each with its reason.
 */
export async function* readAsClerk(
  rows: AsyncIterable<Row> | Iterable<Row>,
  header: Header<string>,
): AsyncGenerator<ReadRow, void> {
  const eye = new ClerkEye(header);
  let last = header.headerRow;
  let blanks = 0;
  for await (const row of rows) {
    if (row.number <= header.headerRow) continue;
    for (let gap = last + 1; gap < row.number && blanks < BLANKS_NAMED; gap++, blanks++) {
      yield { kind: 'skipped', row: gap, why: 'BLANK' };
    }
    last = row.number;
    const why = eye.whySkip(row);
    if (why === undefined) yield { kind: 'data', row };
    else yield { kind: 'skipped', row: row.number, why };
  }
}

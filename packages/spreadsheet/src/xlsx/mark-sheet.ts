import type { Readable } from 'node:stream';
import { columnLetters, columnOf, rowOf } from '../cell.ts';
import { escapeContent, escapeText } from './escaped-text.ts';
import type { MarkedStyles } from './mark-styles.ts';
import { rewriteXml, writeTag } from './rewrite-xml.ts';
import type { OpenTag } from './rewrite-xml.ts';

/** The marks of one sheet; rows and columns from 1. */
export type SheetMarks = {
  readonly marks: ReadonlyMap<number, readonly string[]>;
  readonly column: number;
  readonly columnTitle: string;
  readonly headerRow: number;
  /** Undefined if the workbook has no styles to extend. */
  readonly styles: MarkedStyles | undefined;
};

/** The width of the column of reasons, in characters. */
const REASON_WIDTH = 48;

/** Rewrites a sheet tag by tag: colours marked rows and puts reasons into their column. */
class SheetMarker {
  private readonly plan: SheetMarks;
  private row = 0;
  private column = 0;
  private lastStyle: string | undefined;
  private prefix = '';
  private inData = false;
  private replacing = false;
  private reasonWritten = false;
  private columnsSeen = false;
  private widthWritten = false;

  constructor(plan: SheetMarks) {
    this.plan = plan;
  }

  get drops(): boolean {
    return this.replacing;
  }

  open(tag: OpenTag): string | undefined {
    if (this.replacing) return '';
    if (tag.name === 'dimension') return this.openDimension(tag);
    if (tag.name === 'cols') {
      this.columnsSeen = true;
      return writeTag({ ...tag, isSelfClosing: false });
    }
    if (tag.name === 'col') return this.openColumn(tag);
    else if (tag.name === 'sheetData') return this.openData(tag);
    else if (this.inData && tag.name === 'row') return this.openRow(tag);
    else if (this.inData && tag.name === 'c') return this.openCell(tag);
    return undefined;
  }

  close(tag: OpenTag): string | undefined {
    if (this.replacing) {
      if (tag.name === 'c') this.replacing = false;
      return '';
    }
    if (tag.name === 'cols') return `${this.ownColumn(tag.prefix)}</${tag.prefix}cols>`;
    if (tag.name === 'sheetData') this.inData = false;
    if (!this.inData || tag.name !== 'row') return undefined;
    return `${this.reasonWritten ? '' : this.ownCell()}</${tag.prefix}row>`;
  }

  private openDimension(tag: OpenTag): string {
    const [first = 'A1', last = first] = (tag.attributes['ref'] ?? 'A1').split(':');
    const column = columnLetters(Math.max(columnOf(last), this.plan.column));
    return writeTag(tag, { ref: `${first}:${column}${Math.max(rowOf(last), 1)}` });
  }

  /** Splits a definition of several columns around the column of reasons. */
  private openColumn(tag: OpenTag): string | undefined {
    const { column } = this.plan;
    const min = Number(tag.attributes['min']);
    const max = Number(tag.attributes['max']);
    if (max < column) return undefined;
    const own = this.ownColumn(tag.prefix);
    if (min > column) return `${own}${writeTag(tag)}`;
    const before = min < column ? writeTag(tag, { max: String(column - 1) }) : '';
    const after = max > column ? writeTag(tag, { min: String(column + 1) }) : '';
    return `${before}${own}${after}`;
  }

  private ownColumn(prefix: string): string {
    if (this.widthWritten) return '';
    this.widthWritten = true;
    const { column } = this.plan;
    return `<${prefix}col min="${column}" max="${column}" width="${REASON_WIDTH}" customWidth="1"/>`;
  }

  private openData(tag: OpenTag): string {
    this.inData = !tag.isSelfClosing;
    const columns = this.columnsSeen ? '' : `<${tag.prefix}cols>${this.ownColumn(tag.prefix)}</${tag.prefix}cols>`;
    return `${columns}${writeTag(tag)}`;
  }

  private openRow(tag: OpenTag): string {
    this.row = tag.attributes['r'] === undefined ? this.row + 1 : Number(tag.attributes['r']);
    this.column = 0;
    this.lastStyle = undefined;
    this.prefix = tag.prefix;
    this.reasonWritten = false;
    return writeTag({ ...tag, isSelfClosing: false }, { spans: undefined });
  }

  private openCell(tag: OpenTag): string {
    const reference = tag.attributes['r'];
    this.column = reference === undefined ? this.column + 1 : columnOf(reference);
    if (this.column === this.plan.column) {
      this.replacing = true;
      this.reasonWritten = true;
      return this.ownCell() || `<${tag.prefix}c r="${this.reference()}"/>`;
    }
    const missing = this.column > this.plan.column && !this.reasonWritten ? this.ownCell() : '';
    if (missing !== '') this.reasonWritten = true;
    this.lastStyle = tag.attributes['s'];
    const { marks, styles } = this.plan;
    if (styles === undefined || !marks.has(this.row)) return `${missing}${writeTag(tag)}`;
    return `${missing}${writeTag(tag, { s: String(styles.twinOf(Number(tag.attributes['s'] ?? 0))) })}`;
  }

  private reference(): string {
    return `${columnLetters(this.plan.column)}${this.row}`;
  }

  /** The cell of the reasons in a marked row, the title in the heading row, empty elsewhere. */
  private ownCell(): string {
    const { marks, headerRow, columnTitle, styles } = this.plan;
    const reasons = marks.get(this.row);
    if (reasons !== undefined) {
      return this.textCell(reasons.join('；'), styles === undefined ? undefined : String(styles.reason));
    }
    return this.row === headerRow ? this.textCell(columnTitle, this.lastStyle) : '';
  }

  private textCell(text: string, style: string | undefined): string {
    const { prefix } = this;
    const styled = style === undefined ? '' : ` s="${style}"`;
    const content = escapeContent(escapeText(text));
    return (
      `<${prefix}c r="${this.reference()}"${styled} t="inlineStr">` +
      `<${prefix}is><${prefix}t xml:space="preserve">${content}</${prefix}t></${prefix}is></${prefix}c>`
    );
  }
}

/** Streams a sheet with its marks; everything else stays unchanged. */
export function markSheet(part: Readable, partName: string, plan: SheetMarks): Readable {
  const marker = new SheetMarker(plan);
  return rewriteXml(part, partName, {
    open: (tag) => marker.open(tag),
    close: (tag) => marker.close(tag),
    drops: () => marker.drops,
  });
}

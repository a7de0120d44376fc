import type { Readable } from 'node:stream';
import { BLANK, columnLetters, columnOf } from '../cell.ts';
import type { Cell, PlainCell, Row } from '../cell.ts';
import type { Limits } from '../limits.ts';
import { cellTooLong, damaged, SpreadsheetRefused, tooManyColumns, tooManyRows } from '../refusals.ts';
import type { CellFormat } from './cell-formats.ts';
import { serialDate } from './date-formats.ts';
import { LONGEST_ESCAPE, unescapeText } from './escaped-text.ts';
import type { SharedStrings } from './shared-strings.ts';
import { streamXml, TextTooLong } from './xml-part.ts';

/** What the cells of a sheet refer to outside the sheet. */
export type SheetContext = {
  readonly strings: SharedStrings;
  /** The format of each cell style, by its number. */
  readonly formats: readonly CellFormat[];
  readonly since1904: boolean;
  readonly limits: Limits;
};

/** The value of a formula that yields an empty text. */
const NO_WORDS: PlainCell = { kind: 'text', text: '' };

const isTrue = (attribute: string | undefined): boolean => attribute === '1' || attribute === 'true';

const ISO_DATE = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}:\d{2}))?/;

/** The cell for a type and value in the sheet's XML. */
function plainCell(type: string, raw: string, style: number, context: SheetContext): PlainCell {
  switch (type) {
    case 's': {
      const text = context.strings.at(Number(raw));
      if (text === undefined) throw new SpreadsheetRefused(damaged('sharedStrings'));
      return text === '' ? BLANK : { kind: 'text', text };
    }
    case 'str':
    case 'inlineStr':
      return raw === '' ? BLANK : { kind: 'text', text: unescapeText(raw) };
    case 'b':
      return { kind: 'boolean', value: raw.trim() === '1' || raw.trim() === 'true' };
    case 'e':
      return { kind: 'error', code: raw.trim() };
    case 'd': {
      const parts = ISO_DATE.exec(raw.trim());
      return parts === null
        ? { kind: 'text', text: raw }
        : { kind: 'date', date: parts[1]!, time: parts[2] ?? '00:00:00', raw: raw.trim() };
    }
    default:
      return numberCell(raw.trim(), style, context);
  }
}

function numberCell(raw: string, style: number, context: SheetContext): PlainCell {
  if (raw === '') return BLANK;
  const value = Number(raw);
  if (!Number.isFinite(value)) return { kind: 'text', text: raw };
  const format = context.formats[style];
  if (format?.isDate === true) {
    const moment = serialDate(value, context.since1904);
    if (moment !== undefined) return { kind: 'date', ...moment, raw };
  }
  const shown = format?.number;
  const decimals = /^-?\d+(?:\.(\d+))?$/.exec(raw);
  const isWhole = decimals !== null && (decimals[1] ?? '').length <= (shown?.decimals ?? 0);
  const isPlain =
    shown === undefined ||
    (isWhole && shown.percent !== true && shown.words === undefined && shown.digits === undefined);
  return isPlain ? { kind: 'number', value, raw } : { kind: 'number', value, raw, format: shown };
}

/** Builds rows from the tags of a sheet; cells and rows without references follow the previous one. */
class RowGatherer {
  private readonly context: SheetContext;
  private readonly sheet: string;
  private done: Row[] = [];
  private inData = false;
  private row = 0;
  private cells: Cell[] = [];
  private column = 0;
  private type = '';
  private style = 0;
  private capture: 'value' | 'formula' | 'inline' | undefined;
  private value = '';
  private formula: string | undefined;
  private sharedFormula: string | undefined;
  private readonly sharedFormulas = new Map<string, string>();
  private hidden = false;
  private phonetic = 0;

  constructor(context: SheetContext, sheet: string) {
    this.context = context;
    this.sheet = sheet;
  }

  take(): readonly Row[] {
    if (this.done.length === 0) return this.done;
    const rows = this.done;
    this.done = [];
    return rows;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (!this.inData) {
      if (name === 'sheetData') this.inData = true;
      return;
    }
    if (name === 'c') this.openCell(attributes);
    else if (name === 'v') this.capture = 'value';
    else if (name === 't') this.capture = this.phonetic > 0 ? undefined : 'inline';
    else if (name === 'row') this.openRow(attributes);
    else if (name === 'f') {
      this.capture = 'formula';
      this.formula = '';
      this.sharedFormula = attributes['t'] === 'shared' ? attributes['si'] : undefined;
    } else if (name === 'rPh') this.phonetic++;
  }

  text(text: string): void {
    if (this.capture === undefined) return;
    const { cellCharacters } = this.context.limits;
    if (this.value.length + (this.formula?.length ?? 0) > cellCharacters * LONGEST_ESCAPE) {
      throw this.tooLong();
    }
    if (this.capture === 'formula') this.formula = (this.formula ?? '') + text;
    else this.value = this.value === '' ? text : this.value + text;
  }

  close(name: string): void {
    if (!this.inData) return;
    if (name === 'f') this.closeFormula();
    if (name === 'v' || name === 't' || name === 'f') this.capture = undefined;
    else if (name === 'c') this.closeCell();
    else if (name === 'row') this.closeRow();
    else if (name === 'rPh') this.phonetic--;
    else if (name === 'sheetData') this.inData = false;
  }

  private openRow(attributes: Readonly<Record<string, string>>): void {
    const number = attributes['r'] === undefined ? this.row + 1 : Number(attributes['r']);
    if (!(Number.isInteger(number) && number > this.row)) throw new SpreadsheetRefused(damaged(`row ${this.row + 1}`));
    if (number > this.context.limits.rows) throw new SpreadsheetRefused(tooManyRows(this.context.limits.rows));
    this.row = number;
    this.hidden =
      isTrue(attributes['hidden']) || (isTrue(attributes['customHeight']) && Number(attributes['ht']) === 0);
    this.cells = [];
    this.column = 0;
  }

  /** Cells that share the formula of an earlier one do not repeat it, so it is remembered by its number. */
  private closeFormula(): void {
    if (this.sharedFormula === undefined) return;
    if (this.formula !== '') this.sharedFormulas.set(this.sharedFormula, this.formula ?? '');
    else this.formula = this.sharedFormulas.get(this.sharedFormula) ?? '';
  }

  private openCell(attributes: Readonly<Record<string, string>>): void {
    const reference = attributes['r'];
    this.column = reference === undefined ? this.column + 1 : columnOf(reference);
    this.type = attributes['t'] ?? 'n';
    this.style = attributes['s'] === undefined ? 0 : Number(attributes['s']);
    this.value = '';
    this.formula = undefined;
  }

  private closeCell(): void {
    const { limits } = this.context;
    if (this.value.length > limits.cellCharacters) {
      const length = this.type === 'inlineStr' || this.type === 'str' ? unescapeText(this.value).length : Infinity;
      if (length > limits.cellCharacters) throw this.tooLong();
    }
    const shown = this.value === '' ? BLANK : plainCell(this.type, this.value, this.style, this.context);
    const cell: Cell =
      this.formula === undefined
        ? shown
        : { kind: 'formula', formula: this.formula, cached: shown === BLANK && this.type === 'str' ? NO_WORDS : shown };
    if (cell.kind === 'blank') return;
    if (this.column > limits.columns) throw new SpreadsheetRefused(tooManyColumns(limits.columns, this.row));
    if (this.column <= this.cells.length) throw new SpreadsheetRefused(damaged(`row ${this.row}`));
    while (this.cells.length < this.column - 1) this.cells.push(BLANK);
    this.cells.push(cell);
  }

  /** The refusal of the cell being read, whose text is too long. */
  tooLong(): SpreadsheetRefused {
    const cell = `${columnLetters(this.column)}${this.row}`;
    return new SpreadsheetRefused(cellTooLong(this.context.limits.cellCharacters, cell, this.sheet));
  }

  private closeRow(): void {
    if (this.cells.length === 0) return;
    const row = { number: this.row, cells: this.cells };
    this.done.push(this.hidden ? { ...row, hidden: true } : row);
  }
}

/** Streams the non-blank rows of a sheet. Throws `SpreadsheetRefused` if it is unreadable. */
export async function* readSheetRows(part: Readable, name: string, context: SheetContext): AsyncGenerator<Row, void> {
  const gatherer = new RowGatherer(context, name);
  try {
    yield* streamXml(
      part,
      name,
      {
        open: (tag, attributes) => gatherer.open(tag, attributes),
        close: (tag) => gatherer.close(tag),
        text: (text) => gatherer.text(text),
      },
      () => gatherer.take(),
    );
  } catch (fault) {
    throw fault instanceof TextTooLong ? gatherer.tooLong() : fault;
  }
}

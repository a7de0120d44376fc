import { plainText, problem, withoutControls, type Problem } from '@nuangong/primitives';
import { rosterFieldName, type RosterField, type RosterMapping } from './roster-columns.ts';
import { cellReference, cellText, type RosterCell } from './roster-cell.ts';

/** A row's place: its number, and the number of columns with headings. */
export interface RowPlace {
  readonly row?: number;
  readonly width?: number;
  /** The size of every household, if the roster has no column for it. */
  readonly householdSize?: number | null;
}

/** A field of a row: its cell and normalised text. `unreadable` if the cell itself was refused. */
export interface Given {
  readonly cell: RosterCell | undefined;
  readonly text: string;
  readonly unreadable: boolean;
}

const nothing: Given = { cell: undefined, text: '', unreadable: true };

/** Whether a text has half a surrogate pair or a replacement character, so that a character is lost. */
const isDamaged = (text: string): boolean => !text.isWellFormed() || text.includes('\uFFFD');

/** Matches most cells: ASCII without #, and common Chinese characters; these need no cleaning. */
const plain = /^[ !"$-~\u4E00-\u9FFF]*$/;

/** Error values as spreadsheet programs show them, also where they were pasted or exported as text. */
const errorValue =
  /^#(?:N\/A|REF!|DIV\/0!|VALUE!|NAME\?|NULL!|NUM!|SPILL!|CALC!|FIELD!|BLOCKED!|GETTING_DATA|UNKNOWN!|CONNECT!|BUSY!|PYTHON!)$/i;

/** Functions and plain references that give 0 for an empty cell. */
const lookUp =
  /LOOKUP|INDEX|OFFSET|INDIRECT|CHOOSE|SUMIF|MAXIFS|MINIFS|GETPIVOTDATA|^\s*[+=]?\s*(?:'[^']*'!|[^\s!+\-*/(),]+!)?\$?[A-Z]{1,3}\$?\d+\s*$/i;

/** 同上 and similar signs: the value is in another row. */
const ditto = /^(?:同上|同前|上同|〃|″|''|["“”])$/;
/** Fields in which 同上 loses nothing. */
const notRead: readonly RosterField[] = ['REMARK', 'SEX'];

/** Collects the reasons against a row and the notes on its reading while its fields are read. */
export class RowReader {
  readonly reasons: Problem[] = [];
  readonly readings: string[] = [];
  /** The fields whose cells are not blank. */
  readonly stated = new Set<RosterField>();
  private readonly cells: readonly RosterCell[];
  private readonly mapping: RosterMapping;
  readonly place: RowPlace;

  constructor(cells: readonly RosterCell[], mapping: RosterMapping, place: RowPlace) {
    this.cells = cells;
    this.mapping = mapping;
    this.place = place;
  }

  has(field: RosterField): boolean {
    return this.mapping[field] !== undefined;
  }

  /** The name of a column. */
  name(field: RosterField): string {
    return rosterFieldName(field);
  }

  /** The reference of a field's cell as the clerk finds it: G5, or the column's name if no row is known. */
  at(field: RosterField): string {
    const index = this.mapping[field];
    return index === undefined || this.place.row === undefined
      ? this.name(field)
      : cellReference(index, this.place.row);
  }

  refuse(code: string, field: RosterField, zh: string, en: string): void {
    this.reasons.push(problem(code, { zh, en }, field));
  }

  say(reading: string): void {
    this.readings.push(reading);
  }

  /** Reads a field's cell; refuses it by its reference if it cannot be read. */
  given(field: RosterField): Given {
    const index = this.mapping[field];
    const cell = index === undefined ? undefined : this.cells[index];
    if (typeof cell === 'object') {
      if (this.isRefused(cell, field)) return nothing;
      if (cell.from !== undefined) this.say(`${this.name(field)}取自合并单元格 ${cell.from}`);
    }
    const written = cellText(cell);
    if (ditto.test(written.trim()) && !notRead.includes(field)) return this.refuseDitto(field, written.trim());
    if (plain.test(written)) return this.stating(field, cell, written, written.trim());
    if (errorValue.test(written.trim())) return this.refuseError(field, written.trim());
    if (isDamaged(written)) {
      const at = this.at(field);
      this.refuse(
        'TEXT_DAMAGED',
        field,
        `${at} 的文字已损坏，有字读不出；照原件重录`,
        `Cell ${at} is damaged: a character is lost. Enter it again.`,
      );
      return nothing;
    }
    const whole = withoutControls(written);
    if (whole !== written) this.say(`${this.at(field)} 去掉看不见的控制字符后读取`);
    return this.stating(field, typeof cell === 'object' && !('text' in cell) ? cell : whole, whole, plainText(whole));
  }

  private stating(field: RosterField, cell: RosterCell | undefined, whole: string, text: string): Given {
    if (text !== '') this.stated.add(field);
    return { cell: typeof cell === 'object' && 'text' in cell ? whole : cell, text, unreadable: false };
  }

  /** Refuses a cell whose look-up formula gives 0, probably from an empty cell; an intended 0 must be typed. */
  refuseEmptyLookUp(field: RosterField, { cell }: Given): boolean {
    if (typeof cell !== 'object' || !('number' in cell) || cell.formula === undefined) return false;
    if (Number(cell.number) !== 0 || !lookUp.test(cell.formula)) return false;
    const at = this.at(field);
    this.refuse(
      'LOOKUP_EMPTY',
      field,
      `${at} 的公式得 0，查到的多半是空单元格；照原件直接填写，确为 0 的也直接填 0`,
      `The formula in ${at} gives 0, probably from an empty cell. Enter the value itself, even if it is 0.`,
    );
    return true;
  }

  private isRefused(cell: Exclude<RosterCell, string>, field: RosterField): boolean {
    if ('error' in cell) {
      this.refuseError(field, cell.error);
      return true;
    }
    if (!('uncomputed' in cell)) return false;
    const at = this.at(field);
    this.refuse(
      'FORMULA_NOT_COMPUTED',
      field,
      `${at} 的公式没有计算结果；用 WPS 或 Excel 打开此文件，保存后重新上传`,
      `The formula in ${at} has no stored result. Open the file in WPS or Excel, save it, and upload it again.`,
    );
    return true;
  }

  private refuseDitto(field: RosterField, written: string): Given {
    const at = this.at(field);
    this.refuse(
      'DITTO',
      field,
      `${at} 写“${written}”；每行写明，没有的留空`,
      `Cell ${at} says “${written}”. Write the value in each row, or leave it blank.`,
    );
    return nothing;
  }

  private refuseError(field: RosterField, code: string): Given {
    const at = this.at(field);
    this.refuse(
      'CELL_ERROR',
      field,
      `${at} 的公式出错，显示 ${code}；照原件填写`,
      `Cell ${at} shows the error ${code}. Enter the value itself.`,
    );
    return nothing;
  }
}

import { plainText, problem, withoutControls, type Problem } from '@nuangong/primitives';
import { rosterFieldName, type RosterField, type RosterMapping } from './roster-columns.ts';
import { cellReference, cellText, type RosterCell } from './roster-cell.ts';

/** What a row is beside its cells: where it stands, and how many columns have headings. */
export interface RowPlace {
  readonly row?: number;
  readonly width?: number;
  /** The size of every household of a roster that has no column for it. */
  readonly householdSize?: number | null;
}

/** A field of a row as given: its cell and its plain words. `unreadable` where the cell was refused for itself. */
export interface Given {
  readonly cell: RosterCell | undefined;
  readonly text: string;
  readonly unreadable: boolean;
}

const nothing: Given = { cell: undefined, text: '', unreadable: true };

/** Half of a character, or what stands for one that was lost: nobody can say what was there. */
const isDamaged = (text: string): boolean => !text.isWellFormed() || text.includes('\uFFFD');

/** Nearly every cell: letters, digits and signs of the keyboard but #, and the usual Chinese characters; nothing to clean. */
const plain = /^[ !"$-~\u4E00-\u9FFF]*$/;

/** Error values as spreadsheet programs show them, also where they were pasted or exported as words. */
const errorValue =
  /^#(?:N\/A|REF!|DIV\/0!|VALUE!|NAME\?|NULL!|NUM!|SPILL!|CALC!|FIELD!|BLOCKED!|GETTING_DATA|UNKNOWN!|CONNECT!|BUSY!|PYTHON!)$/i;

/** Functions, and plain references, that give 0 where they find an empty cell. */
const lookUp =
  /LOOKUP|INDEX|OFFSET|INDIRECT|CHOOSE|SUMIF|MAXIFS|MINIFS|GETPIVOTDATA|^\s*[+=]?\s*(?:'[^']*'!|[^\s!+\-*/(),]+!)?\$?[A-Z]{1,3}\$?\d+\s*$/i;

/** 同上 and its signs: a value that stands in another row. */
const ditto = /^(?:同上|同前|上同|〃|″|''|["“”])$/;
/** Where 同上 loses nothing. */
const notRead: readonly RosterField[] = ['REMARK', 'SEX'];

/** Gathers what is against a row and what was read how, while its fields are read one by one. */
export class RowReader {
  readonly reasons: Problem[] = [];
  readonly readings: string[] = [];
  /** The fields whose cells say something. */
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

  /** What a column is called. */
  name(field: RosterField): string {
    return rosterFieldName(field);
  }

  /** The cell of a field, as the clerk finds it: G5, or the column's name where no row is known. */
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

  /** A field's cell; one that holds nothing that can be read is refused by its place. */
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

  /** Whether an empty look-up gave 0: the cell is refused, for a 0 that is meant is typed. */
  refuseEmptyLookUp(field: RosterField, { cell }: Given): boolean {
    if (typeof cell !== 'object' || !('number' in cell) || cell.formula === undefined) return false;
    if (Number(cell.number) !== 0 || !lookUp.test(cell.formula)) return false;
    const at = this.at(field);
    this.refuse(
      'LOOKUP_EMPTY',
      field,
      `${at} 的公式得 0，查到的多半是空单元格；照原件直接填写，确为 0 的也直接填 0`,
      `The formula of ${at} gives 0, most likely for an empty cell. Type the value itself, also where it is 0.`,
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
      `The formula of ${at} holds no result. Open the file in WPS or Excel, save it, and upload it again.`,
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

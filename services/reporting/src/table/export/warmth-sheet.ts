import { formatLocalDateChinese } from '@nuangong/primitives';
import type { OfficialCell, OfficialRow, OfficialSheet } from '@nuangong/spreadsheet';
import { formatValue } from '../../form/form/cell-value.ts';
import type { Figure } from '../statutory-table/figure.ts';
import { isNumber, type CellType, type FormDefinition, type FormLineDefinition } from '../../form/form/form.ts';
import type { TableHead } from '../statutory-table/statutory-table.ts';

/** Columns of the grid, each as wide as one Chinese character. */
const gridColumns = 48;
const columnWidth = 1.75;
const valueColumns = { COUNT: 5, MONEY: 8, YES_NO: 3, TEXT: 20, CHOICE: 8 } as const satisfies Record<CellType, number>;
/** Continuation rows of a sentence are indented by this many columns. */
const indent = 2;
const fontSize = 10.5;

type Piece = { readonly text: string } | { readonly figure: Figure };

/** Lays a form out as printed: title, head, sentences with their values in place, note; on A4. */
export function layOutForm(form: FormDefinition, figures: readonly Figure[], head: TableHead): OfficialSheet {
  const rows: OfficialRow[] = [titleRow(form.title.zh), headRow(head)];
  form.lines.forEach((line, place) => {
    const heading = form.lines[place - 1]?.section === line.section ? undefined : form.sectionHeadings[line.section];
    if (heading !== undefined) rows.push(textRow(heading));
    rows.push(...layOutLine(line, figures));
  });
  rows.push(textRow(form.note.zh));
  return {
    name: form.title.zh,
    columnWidths: Array.from({ length: gridColumns }, () => columnWidth),
    rows,
    orientation: 'portrait',
    repeatedRows: [1, 2],
  };
}

function titleRow(title: string): OfficialRow {
  return {
    height: 34,
    cells: [{ column: 1, columnSpan: gridColumns, value: title, bold: true, fontSize: 18, align: 'center' }],
  };
}

function headRow({ organizationName, preparedBy, preparedByPhone, preparedOn }: TableHead): OfficialRow {
  return {
    height: 22,
    cells: [
      { column: 1, columnSpan: 19, value: `填报单位：${organizationName}` },
      { column: 20, columnSpan: 10, value: formatLocalDateChinese(preparedOn), align: 'center' },
      { column: 30, columnSpan: 8, value: `填报人：${preparedBy}` },
      { column: 38, columnSpan: 11, value: `联系电话：${preparedByPhone ?? ''}` },
    ],
  };
}

function textRow(text: string): OfficialRow {
  return { height: 18, cells: [{ column: 1, columnSpan: gridColumns, value: text, fontSize }] };
}

/** A line's sentence as rows: text and values in printed order, wrapped when a row is full. */
export function layOutLine(line: FormLineDefinition, figures: readonly Figure[]): readonly OfficialRow[] {
  const rows: OfficialCell[][] = [[]];
  let column = 1;
  const place = (value: string | number | null, columns: number, boxed: boolean) => {
    const cell: OfficialCell = {
      column,
      columnSpan: columns,
      value,
      fontSize,
      wrap: false,
      ...(boxed && { border: true, align: 'right' }),
    };
    rows.at(-1)?.push(cell);
    column += columns;
  };
  const nextRow = () => {
    rows.push([]);
    column = 1 + indent;
  };
  for (const piece of piecesOf(line, figures)) {
    if ('figure' in piece) {
      const columns = valueColumns[piece.figure.cell.type];
      if (column + columns - 1 > gridColumns) nextRow();
      place(sheetValue(piece.figure), columns, true);
      continue;
    }
    for (let rest = piece.text; rest !== '';) {
      const fitting = fittingPart(rest, gridColumns - column + 1);
      if (fitting !== '') place(fitting, columnsOf(fitting), false);
      rest = rest.slice(fitting.length);
      if (rest !== '') nextRow();
    }
  }
  return rows.map((cells) => ({ height: 18, cells }));
}

/** The text and values of a printed sentence in order, without the spaces around a value, whose box replaces them. */
function piecesOf(line: FormLineDefinition, figures: readonly Figure[]): readonly Piece[] {
  return line.printed.split(/\s*(\{[^}]+\})\s*/).flatMap((part): readonly Piece[] => {
    const key = /^\{(.+)\}$/.exec(part)?.[1];
    if (key === undefined) return part === '' ? [] : [{ text: part }];
    const figure = figures.find((each) => each.cell.key === key);
    return figure === undefined ? [] : [{ figure }];
  });
}

/** The value for the sheet: a number that loses no digit, text, or null when the cell is empty. */
function sheetValue({ cell, value }: Figure): number | string | null {
  if (value === null) return null;
  return isNumber(cell) ? Number(formatValue(cell, value)) : formatValue(cell, value);
}

const closing = '；，。：、)）';

/** The longest prefix of a text that fits; closing punctuation stays with the character before it. */
function fittingPart(text: string, columns: number): string {
  if (columnsOf(text) <= columns) return text;
  const characters = Array.from(text);
  let end = 0;
  while (end < characters.length && columnsOf(characters.slice(0, end + 1).join('')) <= columns) end += 1;
  while (end > 0 && closing.includes(characters[end] ?? ' ')) end -= 1;
  return characters.slice(0, end).join('');
}

/** The width of a text in columns of the grid: half a column for a Latin letter. */
function columnsOf(text: string): number {
  const halves = [...text].reduce((sum, character) => sum + ((character.codePointAt(0) ?? 0) < 0x2000 ? 1 : 2), 0);
  return Math.ceil(halves / 2);
}

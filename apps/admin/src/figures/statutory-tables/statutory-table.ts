import type { StatutoryTableQuery } from '../../base/graph/generated/operation-types.ts';

/** The form shown if the address names none: 送温暖工程统计表. */
export const warmthTableCode = 'warmth-table';

export type Table = NonNullable<StatutoryTableQuery['statutoryTable']>;
export type Line = Table['lines'][number];
export type Figure = Line['cells'][number];

/**
 * How a cell is shown: the service's state, or locked if the table is submitted, or to be explained if a check says so.
 */
export type ShownState = Figure['state'] | 'LOCKED' | 'REMARK';

/** The states of the legend, in its order. */
export const shownStates: readonly ShownState[] = [
  'AUTO',
  'ENTERED',
  'ADJUSTED',
  'EMPTY',
  'MISMATCH',
  'REMARK',
  'LOCKED',
  'CHANGED',
];

/**
 * One row of the printed table: a line's first figure on the left (spanning the others' rows), one more on the right.
 */
export interface GridRow {
  readonly line: Line;
  /** On the first row of a line: its first figure and the rows that it spans. */
  readonly first: { readonly figure: Figure; readonly rows: number } | undefined;
  readonly second: Figure | undefined;
  /** On the first row of a section: the rows that its number spans. */
  readonly sectionRows: number | undefined;
  /** What is printed above this row. */
  readonly heading: string | null;
}

/** The rows of the table as printed. */
export function gridOf(table: Table): readonly GridRow[] {
  const rows = table.lines.flatMap((line) => rowsOfLine(line));
  const seen = new Set<string>();
  return rows.map((row) => {
    const { section } = row.line;
    if (seen.has(section)) return row;
    seen.add(section);
    return { ...row, sectionRows: rows.filter((each) => each.line.section === section).length };
  });
}

function rowsOfLine(line: Line): readonly GridRow[] {
  const [main, ...others] = line.cells;
  if (main === undefined) return [];
  const count = Math.max(others.length, 1);
  return Array.from({ length: count }, (_, index) => ({
    line,
    first: index === 0 ? { figure: main, rows: count } : undefined,
    second: others[index],
    sectionRows: undefined,
    heading: index === 0 ? line.heading : null,
  }));
}

/** How each cell of the table is shown. */
export function shownStatesOf(table: Table): ReadonlyMap<string, ShownState> {
  const toExplain = new Set(
    table.checks.filter((check) => !check.ok && check.severity === 'WARNING').flatMap((check) => check.cells),
  );
  const locked = isLocked(table);
  return new Map(figuresOf(table).map((figure) => [figure.key, shown(figure, locked, toExplain.has(figure.key))]));
}

function shown(figure: Figure, locked: boolean, toExplain: boolean): ShownState {
  if (figure.state === 'MISMATCH' || figure.state === 'CHANGED') return figure.state;
  if (locked) return 'LOCKED';
  return toExplain && figure.state !== 'EMPTY' ? 'REMARK' : figure.state;
}

/** Whether the table was submitted, and not returned since. */
export function isLocked(table: Table): boolean {
  return table.submission !== null && table.submission.status !== 'RETURNED';
}

/** The superior's remarks at the cells of a returned table, by their keys. */
export function remarksOf({ submission }: Table): ReadonlyMap<string, string> {
  return new Map(submission?.status === 'RETURNED' ? submission.cellRemarks.map(({ cell, text }) => [cell, text]) : []);
}

/** What a cell's own organisation gave it: the figure itself where no accepted tables are added to it. */
export function ownValue({ accepted, own, value }: Figure): string {
  return accepted === null ? value : (own ?? '');
}

/** The element id of a cell's field. */
export const cellElementId = (key: string): string => `cell-${key}`;

/** All figures of a table, in printed order. */
export function figuresOf(table: Table): readonly Figure[] {
  return table.lines.flatMap((line) => line.cells);
}

/** The letter of a line within its section: 3A → A, 9 → "". */
export function letterOf(line: Line): string {
  return line.code.slice(line.section.length);
}

/** A figure as people read it: 1,234 or 9.75; a missing one is —. */
export function readable(value: string | null): string {
  if (value === null || value === '') return '—';
  const [whole = '', decimals] = value.split('.');
  const grouped = whole.replaceAll(/\B(?=(\d{3})+(?!\d))/g, ',').replace('-', '−');
  return decimals === undefined ? grouped : `${grouped}.${decimals}`;
}

/** Whether a cell holds a number, and not yes or no, words or a choice. */
export function isNumber({ type }: Pick<Figure, 'type'>): boolean {
  return type === 'COUNT' || type === 'MONEY';
}

/** A value of a cell as people read it. */
export function readableIn(figure: Pick<Figure, 'type'>, value: string | null): string {
  return isNumber(figure) ? readable(value) : value || '—';
}

/** The cell to which an arrow key moves from a value column; undefined at the edge. */
export function neighbour(
  rows: readonly GridRow[],
  key: string,
  direction: 'up' | 'down' | 'left' | 'right',
): string | undefined {
  const row = rows.findIndex((each) => each.first?.figure.key === key || each.second?.key === key);
  const start = rows[row];
  if (start === undefined) return undefined;
  const right = start.second?.key === key;
  if (direction === 'left') return right ? firstOf(rows, start.line) : undefined;
  if (direction === 'right') return right ? undefined : start.second?.key;
  const step = direction === 'down' ? 1 : -1;
  for (let at = row + step; at >= 0 && at < rows.length; at += step) {
    const found = right ? rows[at]?.second?.key : rows[at]?.first?.figure.key;
    if (found !== undefined) return found;
  }
  return undefined;
}

function firstOf(rows: readonly GridRow[], line: Line): string | undefined {
  return rows.find((row) => row.line === line && row.first !== undefined)?.first?.figure.key;
}

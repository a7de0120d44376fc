import type { Table, TableValue } from './table.ts';

/**
 * A list in official layout on A4: the title over all columns, a line above the headings, framed rows, a total, a line
 * for those who answer for it.
 */
export type OfficialList = Table & {
  readonly title: string;
  /** Above the headings: 填报单位：… on the left, 单位：元 on the right. */
  readonly headLine: readonly [left: string, right: string];
  /** The values of the last row, asked for after the rows were read; none if it is left out. */
  readonly total?: () => readonly TableValue[];
  /** Below the rows, spread over the width: 填表人：…, 审核人：…. */
  readonly footLine: readonly string[];
  readonly orientation: 'portrait' | 'landscape';
};

/** The first and last column of each part when `parts` are spread over columns; parts share none, the last takes the rest. */
export function spread(parts: number, columns: number): readonly (readonly [from: number, to: number])[] {
  const shown = Math.min(parts, columns);
  return Array.from({ length: shown }, (_, at) => [
    Math.floor((at * columns) / shown) + 1,
    Math.floor(((at + 1) * columns) / shown),
  ]);
}

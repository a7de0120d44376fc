import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { localDate, valueOf } from '@nuangong/primitives';
import { openWorkbook, textOf, writeOfficialSheet, type Row } from '@nuangong/spreadsheet';
import { noFacts } from '../statutory-table/compute-table.ts';
import { assembleFigures, type Figure } from '../statutory-table/figure.ts';
import { formatValue } from '../../form/form/cell-value.ts';
import { cellsOf } from '../../form/form/form.ts';
import { warmthTable } from '../../testing/warmth-table.ts';
import { layOutForm } from './warmth-sheet.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'warmth-sheet-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const head = {
  organizationName: '青禾县总工会',
  preparedBy: '赵敏',
  preparedByPhone: '0810-8101007',
  preparedOn: localDate('2027-01-10'),
};

function figuresWith(values: readonly (bigint | null)[]): readonly Figure[] {
  const entries = new Map(
    cellsOf(warmthTable).map((cell, place) => [
      cell.key,
      { value: values[place] ?? null, reason: '核对', enteredByName: '赵敏', enteredAt: new Date(0) },
    ]),
  );
  const sources = { derived: noFacts(warmthTable), entries, subordinates: new Map(), frozen: undefined };
  return assembleFigures(warmthTable, sources).figures;
}

async function writtenRows(path: string): Promise<readonly Row[]> {
  const workbook = valueOf(await openWorkbook(path));
  const rows: Row[] = [];
  for await (const row of workbook.sheets[0]!.rows()) rows.push(row);
  await workbook.close();
  return rows;
}

describe('the official sheet of the warmth table', () => {
  test('has each printed sentence with its values in place when read back', async () => {
    const values = cellsOf(warmthTable).map((_cell, place) => (place % 7 === 3 ? null : BigInt(place * 1_250_001)));
    const figures = figuresWith(values);
    const path = join(folder, 'table.xlsx');
    await writeOfficialSheet(path, layOutForm(warmthTable, figures, head));
    const said = (await writtenRows(path)).map((row) => row.cells.map((cell) => textOf(cell)).join('')).join('');
    const byKey = new Map(figures.map((figure) => [figure.cell.key, formatValue(figure.cell, figure.value)]));
    for (const line of warmthTable.lines) {
      expect(said).toContain(
        line.printed.replace(/\s*\{([^}]+)\}\s*/g, (_whole, key: string) => byKey.get(key) ?? '?'),
      );
    }
    expect(
      said.startsWith('送温暖工程统计表填报单位：青禾县总工会2027年1月10日填报人：赵敏联系电话：0810-8101007'),
    ).toBe(true);
    expect(said.endsWith(warmthTable.note.zh)).toBe(true);
  });

  test('stores every value as a number, and its spans lie side by side within the page', () => {
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.bigInt({ min: 0n, max: 999_999_999n })), { minLength: 90, maxLength: 90 }),
        (values) => {
          const figures = figuresWith(values);
          const sheet = layOutForm(warmthTable, figures, head);
          const boxes = sheet.rows.flatMap((row) => row.cells.filter((cell) => cell.border === true));
          expect(boxes.map((cell) => cell.value)).toEqual(
            figures.map(({ cell, value }) => (value === null ? null : Number(formatValue(cell, value)))),
          );
          for (const { cells } of sheet.rows) {
            const ends = cells.map((cell) => cell.column + (cell.columnSpan ?? 1));
            cells.slice(1).forEach((cell, place) => expect(cell.column).toBeGreaterThanOrEqual(ends[place]!));
            expect(Math.max(...ends)).toBeLessThanOrEqual(sheet.columnWidths.length + 1);
          }
        },
      ),
      { numRuns: 20 },
    );
  });
});

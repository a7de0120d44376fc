import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import expectations from './__fixtures__/sheets/expected.json' with { type: 'json' };
import type { Cell } from './cell.ts';
import { openWorkbook } from './open-workbook.ts';
import { SpreadsheetRefused } from './refusals.ts';
import type { Sheet, Workbook } from './workbook.ts';

type Shown = string | number | boolean | null;
type ExpectedSheet = { name: string; state: string; merged: string[]; rows: Shown[][] };
type Expectation = {
  verdict: 'READ' | 'REFUSE' | 'BOUND' | 'READ_WITH_ROW_ERRORS' | 'READ_OR_REFUSE';
  rows?: Shown[][] | null;
  rowCount?: number;
  sheets?: ExpectedSheet[];
};

const files = Object.entries(expectations as unknown as Record<string, Expectation>);

function shown(cell: Cell): Shown {
  switch (cell.kind) {
    case 'blank':
      return null;
    case 'text':
      return cell.text;
    case 'number':
      return cell.value;
    case 'date':
      return `${cell.date}T${cell.time}`;
    case 'boolean':
      return cell.value;
    case 'error':
      return cell.code;
    case 'formula':
      return shown(cell.cached);
  }
}

async function rowsOf(sheet: Sheet, withNumbers: boolean): Promise<Shown[][]> {
  const rows: Shown[][] = [];
  for await (const row of sheet.rows()) {
    const cells = row.cells.map(shown);
    rows.push(withNumbers ? [row.number, ...cells] : cells);
  }
  return rows;
}

const pathOf = (name: string): string => join(import.meta.dirname, '__fixtures__/sheets/files', name);

async function opened(name: string): Promise<Workbook> {
  const result = await openWorkbook(pathOf(name));
  if (!result.ok) throw new Error(result.problems.map(({ code }) => code).join());
  return result.value;
}

async function expectRead(name: string, expected: Expectation): Promise<void> {
  const workbook = await opened(name);
  if (expected.sheets === undefined) {
    const rows = await rowsOf(workbook.sheets[0]!, false);
    expect(rows).toHaveLength(expected.rowCount ?? -1);
    if (expected.rows) expect(rows).toEqual(expected.rows);
  } else {
    const offered = expected.sheets.filter(({ state }) => state === 'visible');
    const hidden = expected.sheets.filter(({ state }) => state !== 'visible');
    expect(workbook.sheets.map(({ name }) => name)).toEqual(offered.map(({ name }) => name));
    expect(workbook.hiddenSheets).toEqual(hidden.map(({ name, state }) => ({ name, state })));
    for (const [at, sheet] of workbook.sheets.entries()) {
      expect(await rowsOf(sheet, true)).toEqual(offered[at]!.rows);
      const merged = (await sheet.mergedRanges()).map(({ reference }) => reference);
      expect(merged.sort()).toEqual([...offered[at]!.merged].sort());
    }
  }
  await workbook.close();
}

const refusedAs: Record<string, string> = {
  'excelize-encryptSHA512.xlsx': 'PASSWORD_PROTECTED',
  'poi-protected_passtika.xlsx': 'PASSWORD_PROTECTED',
  'exceljs-missing-bits.xlsx': 'NOT_A_SPREADSHEET',
  'poi-poc-xmlbomb-empty.xlsx': 'XML_ENTITIES',
  'poi-poc-shared-strings.xlsx': 'CELL_TOO_LONG',
};

async function refusalOf(name: string): Promise<string | undefined> {
  const result = await openWorkbook(pathOf(name));
  if (!result.ok) return result.problems[0]?.code;
  try {
    for (const sheet of result.value.sheets) for await (const row of sheet.rows()) void row;
    return undefined;
  } catch (fault) {
    return fault instanceof SpreadsheetRefused ? fault.problem.code : 'FAULT';
  } finally {
    await result.value.close();
  }
}

describe('spreadsheets that broke other readers', () => {
  it('number 24', () => {
    expect(files).toHaveLength(24);
  });

  it.each(files)('%s', async (name, expected) => {
    switch (expected.verdict) {
      case 'READ':
      case 'READ_WITH_ROW_ERRORS':
        return expectRead(name, expected);
      case 'REFUSE':
      case 'BOUND':
        return expect(await refusalOf(name)).toBe(refusedAs[name]);
      case 'READ_OR_REFUSE':
        if (expected.sheets?.length !== 0) return expectRead(name, expected);
        return expect((await opened(name)).sheets.length).toBeGreaterThan(0);
    }
  });

  it('are read the same in the strict format', async () => {
    const strict = await opened('poi-SimpleStrict.xlsx');
    expect(strict.sheets.map(({ name }) => name)).toEqual(['Sheet1', 'Sheet Number 2']);
    const counts = await Promise.all(strict.sheets.map(async (sheet) => (await rowsOf(sheet, true)).length));
    expect(counts).toEqual([6, 5]);
    const hiding = await opened('sheetjs-sheet_visibility_strict.xlsx');
    expect(hiding.sheets.map(({ name }) => name)).toEqual(['Visible']);
    expect(await rowsOf(hiding.sheets[0]!, true)).toEqual(
      (expectations['sheetjs-sheet_visibility.xlsx'].sheets[0] as ExpectedSheet).rows,
    );
    await Promise.all([strict.close(), hiding.close()]);
  });
});

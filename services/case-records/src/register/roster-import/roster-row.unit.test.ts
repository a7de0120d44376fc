import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { localDate, valueOf } from '@nuangong/primitives';
import { findHeader, openWorkbook, readAsClerk } from '@nuangong/spreadsheet';
import {
  mappingOf,
  mappingProblems,
  rosterVocabulary,
  withRememberedFields,
  type RosterColumn,
} from './roster-columns.ts';
import { readRosterRow, type RosterCell } from './roster-row.ts';
import { stagedCells } from './staged-cells.ts';

const today = localDate('2026-12-08');
const fixture = (name: string) => fileURLToPath(new URL(`__fixtures__/${name}`, import.meta.url));

interface Expected {
  readonly rows: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly expect: readonly {
    readonly row: number;
    readonly outcome: 'accept' | 'reject';
    readonly reason: string | null;
    readonly name: string;
    readonly identity: string | null;
    readonly income: number | null;
    readonly size: number;
    readonly causes: readonly string[];
    readonly migrant: boolean;
  }[];
}

async function readRoster() {
  const workbook = valueOf(await openWorkbook(fixture('roster-county-winter.xlsx')));
  const [sheet] = workbook.sheets;
  if (sheet === undefined) throw new Error('the fixture has no sheet');
  const header = await findHeader(sheet.rows(), rosterVocabulary);
  if (header === undefined) throw new Error('the fixture has no headings');
  const columns = header.columns.map(({ column, heading, field }) => ({
    index: column - 1,
    heading,
    field: field ?? null,
  }));
  const read = [];
  for await (const each of readAsClerk(sheet.rows(), header)) {
    if (each.kind === 'data')
      read.push({ row: each.row.number, ...readRosterRow(stagedCells(each.row), mappingOf(columns), today) });
  }
  await workbook.close();
  return { columns, read };
}

describe('the county’s winter roster', async () => {
  const expected = JSON.parse(await readFile(fixture('roster-county-winter.expected.json'), 'utf8')) as Expected;
  const { columns, read } = await readRoster();
  const byRow = new Map(read.map((row) => [row.row, row]));

  test('every heading is mapped to its field', () => {
    expect(columns.filter((column) => column.field === null).map((column) => column.heading)).toEqual(['序号']);
    expect(mappingProblems(columns)).toEqual([]);
  });

  test('347 rows of data are read, without titles, totals and signatures', () => {
    expect(read.length).toBe(expected.rows);
  });

  test('each row is read as a clerk would read it', () => {
    for (const row of expected.expect) {
      const reading = byRow.get(row.row);
      expect(reading?.name, `row ${row.row}`).toBe(row.name);
      if (row.outcome === 'reject') continue;
      expect(reading?.identity?.number, `row ${row.row}`).toBe(row.identity);
      expect(reading?.facts, `row ${row.row}`).toMatchObject({
        perCapitaIncome: BigInt((row.income ?? 0) * 100),
        declaredSize: row.size,
        migrantWorker: row.migrant,
      });
      expect([...(reading?.facts?.causes ?? [])].sort(), `row ${row.row}`).toEqual([...row.causes].sort());
    }
  });

  test('rejected rows have exactly the expected reasons, except duplicates, which need the whole file', () => {
    for (const row of expected.expect) {
      const reason = row.reason === null || row.reason === 'DUPLICATE_IN_FILE' ? [] : [row.reason];
      expect(
        byRow.get(row.row)?.reasons.map((each) => each.code),
        `row ${row.row}`,
      ).toEqual(reason);
    }
  });
});

describe('reading a row', () => {
  const mapping = { NAME: 0, IDENTITY: 1, HOUSEHOLD_SIZE: 2, INCOME: 3, CAUSES: 4, SEX: 5, BANK_ACCOUNT: 6 } as const;
  const good: readonly RosterCell[] = ['周艳明', '522729198301259528', '5', '440', '大病', '女', '6274408500258298525'];

  test('a good row has no reasons', () => {
    expect(readRosterRow(good, mapping, today)).toMatchObject({ reasons: [], readings: [], name: '周艳明' });
  });

  test('a bank account stored as a number is refused, as its end is lost', () => {
    const row = [...good.slice(0, 6), { number: '6.274408500258298E+18' }];
    expect(readRosterRow(row, mapping, today).reasons.map((each) => each.code)).toEqual(['BANK_ACCOUNT_FORMAT']);
  });

  test('any cells give either reasons or a whole household, and never throw', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.float().map((number) => ({ number: String(number) })),
      fc.constantFrom(...good),
    );
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 8 }), (cells) => {
        const reading = readRosterRow(cells, mapping, today);
        const whole = reading.facts !== undefined && reading.identity !== undefined && reading.name !== '';
        expect(whole || reading.reasons.length > 0).toBe(true);
      }),
    );
  });
});

describe('columns', () => {
  const column = (index: number, heading: string, field: RosterColumn['field']): RosterColumn => ({
    index,
    heading,
    field,
  });

  test('a remembered heading overrides the proposal, and takes its field from another column', () => {
    const columns = [column(0, '姓名', 'NAME'), column(1, '家属姓名', null)];
    expect(withRememberedFields(columns, new Map([['家属姓名', 'NAME']]))).toEqual([
      column(0, '姓名', null),
      column(1, '家属姓名', 'NAME'),
    ]);
  });

  test('missing and duplicate fields are named', () => {
    const codes = mappingProblems([column(0, 'a', 'NAME'), column(1, 'b', 'NAME')]).map(
      (each) => `${each.code} ${each.field}`,
    );
    expect(codes).toEqual([
      'COLUMN_MISSING IDENTITY',
      'COLUMN_MISSING INCOME',
      'COLUMN_MISSING CAUSES',
      'COLUMN_DOUBLED NAME',
    ]);
  });
});

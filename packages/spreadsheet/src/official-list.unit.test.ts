import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeOfficialList } from './exceljs-writer.ts';
import { spread, type OfficialList } from './official-list.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'official-list-'));
});
afterAll(() => rm(folder, { recursive: true }));

function list(households: number): OfficialList {
  let sum = 0n;
  function* rows() {
    for (let at = 1; at <= households; at += 1) {
      sum += 30_000n;
      yield [at, '=李建国', '51010119700101002X', 30_000n, null];
    }
  }
  return {
    title: '困难职工救助实名制名册',
    sheetName: '名册',
    orientation: 'landscape',
    headLine: ['填报单位：青禾县总工会', '单位：元'],
    columns: [
      { heading: '序号', format: 'integer', width: 6 },
      { heading: '户主', format: 'text', width: 12 },
      { heading: '身份证号', format: 'text', width: 22 },
      { heading: '金额', format: 'yuan' },
      { heading: '签名', format: 'text' },
    ],
    rows: rows(),
    total: () => [null, '合计', null, sum, null],
    footLine: ['填表人：陈晓梅', '审核人：刘国华'],
  };
}

async function written(households: number): Promise<ExcelJS.Worksheet> {
  const path = join(folder, `${households}.xlsx`);
  await writeOfficialList(path, list(households));
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path);
  return workbook.worksheets[0]!;
}

const texts = (sheet: ExcelJS.Worksheet, row: number) =>
  [1, 2, 3, 4, 5].map((column) => sheet.getRow(row).getCell(column).value);

describe('a list in official layout', () => {
  test('has its title over all columns, unit line, headings, rows, total and signature line', async () => {
    const sheet = await written(3);
    expect(sheet.getCell('A1').value).toBe('困难职工救助实名制名册');
    expect(sheet.getCell('E1').master.address).toBe('A1');
    expect([sheet.getCell('A2').value, sheet.getCell('E2').value]).toEqual(['填报单位：青禾县总工会', '单位：元']);
    expect(texts(sheet, 3)).toEqual(['序号', '户主', '身份证号', '金额', '签名']);
    expect(texts(sheet, 4)).toEqual([1, "'=李建国", '51010119700101002X', 300, null]);
    expect(texts(sheet, 7)).toEqual([null, '合计', null, 900, null]);
    expect([sheet.getCell('A8').value, sheet.getCell('C8').value]).toEqual(['填表人：陈晓梅', '审核人：刘国华']);
    expect(sheet.getCell('D4').border.top?.style).toBe('thin');
    expect(sheet.getColumn(3).width).toBe(22);
  });

  test('prints on A4 landscape, fitted to the page width, with headings on every page', async () => {
    const { pageSetup, headerFooter } = await written(1);
    expect(pageSetup).toMatchObject({
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '1:3',
    });
    expect(headerFooter.oddFooter).toBe('&C&P / &N');
  });

  test('of many rows is streamed, not held in memory', async () => {
    const sheet = await written(2_000);
    expect(sheet.rowCount).toBe(2_005);
    expect(texts(sheet, 2_004)[3]).toBe(600_000);
  });
});

test('parts are spread over columns without a gap or an overlap', () => {
  expect(spread(2, 5)).toEqual([
    [1, 2],
    [3, 5],
  ]);
  expect(spread(3, 2)).toEqual([
    [1, 1],
    [2, 2],
  ]);
});

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text as readText } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textOf } from './cell.ts';
import { writeOfficialSheet, writeTable } from './exceljs-writer.ts';
import { DEFAULT_LIMITS } from './limits.ts';
import { markRows, markSheets } from './mark-rows.ts';
import { openWorkbook } from './open-workbook.ts';
import { bookParts, relationships, sheetOf, textCell, writeBook } from './testing/write-book.ts';
import { openZipArchive } from './xlsx/zip-archive.ts';

const columnTitle = '未导入原因';
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'spreadsheet-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function textsOf(path: string): Promise<Record<string, string[]>> {
  const opened = await openWorkbook(path);
  if (!opened.ok) throw new Error(opened.problems[0]?.message.zh);
  const texts: Record<string, string[]> = {};
  for (const sheet of opened.value.sheets) {
    texts[sheet.name] = [];
    for await (const row of sheet.rows()) texts[sheet.name]?.push(row.cells.map(textOf).join('|'));
  }
  await opened.value.close();
  return texts;
}

const rows = (name: string): string =>
  `<row r="1">${textCell('A1', '姓名')}</row><row r="2">${textCell('A2', name)}</row>`;

async function twoSheets(parts: Record<string, string> = {}): Promise<string> {
  const all = bookParts(sheetOf(rows('甲')), {
    'xl/workbook.xml':
      '<workbook xmlns:r="r"><sheets><sheet name="城关镇" sheetId="1" r:id="r1"/><sheet name="河口乡" sheetId="2" r:id="r9"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': relationships(
      '<Relationship Id="r1" Type="$/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r9" Type="$/worksheet" Target="worksheets/sheet2.xml"/>' +
        '<Relationship Id="r4" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"></Relationship>',
    ),
    'xl/worksheets/sheet2.xml': sheetOf(rows('乙')),
    ...parts,
  });
  return writeBook(join(folder, 'two.xlsx'), all);
}

describe('a workbook returned with marks', () => {
  it('is marked in each of its sheets', async () => {
    const target = join(folder, 'marked.xlsx');
    const sheets = [
      { sheetName: '城关镇', headerRow: 1, marks: new Map([[2, ['缺身份证号']]]) },
      { sheetName: '河口乡', headerRow: 1, marks: new Map([[2, ['缺收入']]]) },
    ];
    expect(await markSheets(await twoSheets(), target, sheets, { columnTitle })).toEqual({
      ok: true,
      value: { columns: [2, 2] },
    });
    expect(await textsOf(target)).toEqual({
      城关镇: [`姓名|${columnTitle}`, '甲|缺身份证号'],
      河口乡: [`姓名|${columnTitle}`, '乙|缺收入'],
    });
  });

  it('is an ordinary .xlsx without macros, whatever format it had', async () => {
    const macros = await twoSheets({
      '[Content_Types].xml':
        '<Types><Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>' +
        '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/>' +
        '<Override PartName="/xl/vbaData.xml" ContentType="application/vnd.ms-word.vbaData+xml"><x/></Override></Types>',
      'xl/vbaProject.bin': 'Sub AutoOpen',
      'xl/_rels/vbaProject.bin.rels': relationships(''),
      'xl/vbaData.xml': '<x/>',
      'xl/printerSettings/printerSettings1.bin': 'A4',
    });
    const target = join(folder, 'ordinary.xlsx');
    await markRows(macros, target, new Map([[2, ['缺收入']]]), { columnTitle });
    const archive = await openZipArchive(target, DEFAULT_LIMITS);
    if (!archive.ok) throw new Error('not a zip');
    const part = async (name: string): Promise<string> => readText(await archive.value.read(name));
    expect(archive.value.names.filter((name) => /vba/i.test(name))).toEqual([]);
    expect(await part('[Content_Types].xml')).not.toMatch(/macro|vba/i);
    expect(await part('[Content_Types].xml')).toContain('spreadsheetml.sheet.main+xml');
    expect(await part('xl/_rels/workbook.xml.rels')).not.toMatch(/vba/i);
    expect(await part('xl/printerSettings/printerSettings1.bin')).toBe('A4');
    await archive.value.close();
    expect((await textsOf(target))['城关镇']).toEqual([`姓名|${columnTitle}`, '甲|缺收入']);
  });
});

describe('rare characters', () => {
  const rare = '𠮷田𪚥𫖯𬌗';

  it('survive in a marked workbook, a marked text file and written tables', async () => {
    const name = `${rare}·甲`;
    const marked = join(folder, 'rare.xlsx');
    const source = await writeBook(join(folder, 'source.xlsx'), bookParts(sheetOf(rows(name))));
    await markRows(source, marked, new Map([[2, [`姓名“${rare}”`]]]), { columnTitle });
    expect(await textsOf(marked)).toEqual({ 表: [`姓名|${columnTitle}`, `${name}|姓名“${rare}”`] });
    const csv = join(folder, 'rare.csv');
    await writeFile(csv, `姓名,备注\n${name},${rare}\n`);
    for (const target of ['text.csv', 'text.xlsx'].map((each) => join(folder, each))) {
      await markRows(csv, target, new Map([[2, [rare]]]), { columnTitle });
      expect(Object.values(await textsOf(target))).toEqual([[`姓名|备注|${columnTitle}`, `${name}|${rare}|${rare}`]]);
    }
    const table = join(folder, 'table.xlsx');
    await writeTable(table, {
      sheetName: '名单',
      columns: [{ heading: rare, format: 'text' }],
      rows: [[name], ['半\uD842个']],
    });
    expect(await textsOf(table)).toEqual({ 名单: [rare, name, '半\uFFFD个'] });
    const official = join(folder, 'official.xlsx');
    await writeOfficialSheet(official, {
      name: '表',
      columnWidths: [9],
      rows: [{ cells: [{ column: 1, value: name }] }],
      orientation: 'portrait',
    });
    expect(await textsOf(official)).toEqual({ 表: [name] });
  });
});

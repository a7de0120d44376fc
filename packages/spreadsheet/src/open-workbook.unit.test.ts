import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textOf } from './cell.ts';
import type { Cell, Row } from './cell.ts';
import type { Limits } from './limits.ts';
import { openWorkbook } from './open-workbook.ts';
import { SpreadsheetRefused } from './refusals.ts';
import { bookParts, sheetOf, writeBook as writeParts } from './testing/write-book.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'spreadsheet-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Writes a workbook with one sheet from its XML; `parts` adds or replaces others. */
const writeBook = (name: string, sheet: string | Buffer, parts: Record<string, string> = {}): Promise<string> =>
  writeParts(join(folder, name), bookParts(sheet, parts));

const RUN = `<r><t>${'长'.repeat(9_000)}</t></r>`;

async function read(path: string, limits: Partial<Limits> = {}): Promise<Row[] | string> {
  const opened = await openWorkbook(path, limits);
  if (!opened.ok) return opened.problems[0]!.code;
  const rows: Row[] = [];
  try {
    for await (const row of opened.value.sheets[0]!.rows()) rows.push(row);
    return rows;
  } catch (fault) {
    return fault instanceof SpreadsheetRefused ? fault.problem.code : String(fault);
  } finally {
    await opened.value.close();
  }
}

async function cells(path: string): Promise<(readonly Cell[])[]> {
  const rows = await read(path);
  if (typeof rows === 'string') throw new Error(rows);
  return rows.map((row) => row.cells);
}

async function textRows(name: string, content: string | Buffer): Promise<string[][] | string> {
  const path = join(folder, name);
  await writeFile(path, content);
  const rows = await read(path);
  return typeof rows === 'string' ? rows : rows.map((row) => row.cells.map(textOf));
}

describe('cells of .xlsx', () => {
  it('without references are numbered in order, rows too', async () => {
    const data = '<row><c><v>1</v></c><c t="str"><v>甲</v></c></row><row><c/><c><v>2</v></c></row>';
    const path = await writeBook('unreferenced.xlsx', sheetOf(data));
    expect(await read(path)).toEqual([
      {
        number: 1,
        cells: [
          { kind: 'number', value: 1, raw: '1' },
          { kind: 'text', text: '甲' },
        ],
      },
      { number: 2, cells: [{ kind: 'blank' }, { kind: 'number', value: 2, raw: '2' }] },
    ]);
  });

  it('keep a damaged identity number recognisable, mark formulas, and separate errors from booleans', async () => {
    const path = await writeBook(
      'kinds.xlsx',
      sheetOf(
        '<row r="5"><c r="B5"><v>5.227251999021646E+17</v></c><c r="C5"><f>1+1</f><v>2</v></c>' +
          '<c r="D5" t="e"><v>#N/A</v></c><c r="E5" t="b"><v>1</v></c><c r="F5"><f>A1</f></c>' +
          '<c r="G5" t="inlineStr"><is><r><t>周</t></r><r><t>艳</t></r>' +
          '<rPh sb="0" eb="1"><t>zhou</t></rPh></is></c></row>',
      ),
    );
    expect(await read(path)).toEqual([
      {
        number: 5,
        cells: [
          { kind: 'blank' },
          { kind: 'number', value: 522725199902164600, raw: '5.227251999021646E+17' },
          { kind: 'formula', formula: '1+1', cached: { kind: 'number', value: 2, raw: '2' } },
          { kind: 'error', code: '#N/A' },
          { kind: 'boolean', value: true },
          { kind: 'formula', formula: 'A1', cached: { kind: 'blank' } },
          { kind: 'text', text: '周艳' },
        ],
      },
    ]);
  });

  it('are dates by their format, Chinese ones included', async () => {
    const styles =
      '<styleSheet><numFmts>' +
      '<numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/>' +
      '<numFmt numFmtId="177" formatCode="[Red]0.00&quot;days&quot;"/></numFmts>' +
      '<cellXfs><xf numFmtId="0"/><xf numFmtId="176"/><xf numFmtId="177"/>' +
      '<xf numFmtId="31"/><xf numFmtId="22"/></cellXfs></styleSheet>';
    const data = [1, 2, 3, 4].map((style) => `<c s="${style}"><v>46364.5</v></c>`).join('');
    const path = await writeBook('dates.xlsx', sheetOf(`<row>${data}</row>`), { 'xl/styles.xml': styles });
    expect((await cells(path))[0]?.map(textOf)).toEqual([
      '2026-12-08 12:00:00',
      '46364.5',
      '2026-12-08 12:00:00',
      '2026-12-08 12:00:00',
    ]);
  });
});

describe('a refusal', () => {
  it('a file of 200 MB, before it is read', async () => {
    const path = join(folder, 'large.xlsx');
    await writeFile(path, 'PK\u0003\u0004');
    await truncate(path, 200 * 1024 * 1024);
    expect(await read(path)).toBe('FILE_TOO_LARGE');
  });

  it('a zip bomb by its ratio, or by its size', async () => {
    const blank = Buffer.alloc(20 * 1024 * 1024, ' ');
    const sheet = Buffer.concat([Buffer.from('<worksheet>'), blank, Buffer.from('</worksheet>')]);
    const path = await writeBook('bomb.xlsx', sheet);
    expect(await read(path)).toBe('ZIP_BOMB');
    expect(await read(path, { compressionRatio: 1e9, unzippedBytes: 10 * 1024 * 1024 })).toBe('ZIP_BOMB');
  });

  it.each([
    ['a document type', `<!DOCTYPE x [<!ENTITY a "b">]>${sheetOf('<row><c><v>&a;</v></c></row>')}`, 'XML_ENTITIES'],
    ['an unknown entity', sheetOf('<row><c t="str"><v>&a;</v></c></row>'), 'DAMAGED_WORKBOOK'],
    ['a sheet cut short', '<worksheet><sheetData><row><c><v>1</v></c></row>', 'DAMAGED_WORKBOOK'],
    ['a long cell', sheetOf(`<row><c t="str"><v>${'长'.repeat(32_768)}</v></c></row>`), 'CELL_TOO_LONG'],
    ['a cell of endless runs', sheetOf(`<row><c t="inlineStr"><is>${RUN.repeat(30)}</is></c></row>`), 'CELL_TOO_LONG'],
    ['endless nesting', sheetOf(`${'<a>'.repeat(200)}${'</a>'.repeat(200)}`), 'DAMAGED_WORKBOOK'],
    ['a far column', sheetOf('<row r="1"><c r="XFD1"><v>1</v></c></row>'), 'TOO_MANY_COLUMNS'],
    ['a far row', sheetOf('<row r="1048577"><c><v>1</v></c></row>'), 'TOO_MANY_ROWS'],
    ['a string that is not there', sheetOf('<row><c t="s"><v>7</v></c></row>'), 'DAMAGED_WORKBOOK'],
  ])('%s', async (name, sheet, code) => {
    expect(await read(await writeBook(`${name}.xlsx`, sheet))).toBe(code);
  });

  it.each([
    ['nothing', '', 'EMPTY_FILE'],
    ['a PDF', '%PDF-1.7\n', 'NOT_A_SPREADSHEET'],
    ['a page saved as .xls', '<html><table><tr><td>1</td></tr></table></html>', 'NOT_A_SPREADSHEET'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0]), 'NOT_A_SPREADSHEET'],
    ['an old .xls', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]), 'OLD_FORMAT'],
    ['half a zip', 'PK\u0003\u0004 and no more', 'DAMAGED_WORKBOOK'],
    ['text of no known encoding', Buffer.from([0x6e, 0x61, 0xef, 0x76, 0x65, 0x0a, 0xff, 0xff]), 'UNKNOWN_ENCODING'],
    ['a quotation mark never closed', '姓名,备注\n周艳明,"甲\n谭红敏,乙\n', 'QUOTE_NOT_CLOSED'],
  ])('%s', async (name, content, code) => {
    expect(await textRows(`${name}.xlsx`, content)).toBe(code);
  });

  it('says in both languages what to do', async () => {
    const path = join(folder, 'empty');
    await writeFile(path, '');
    const result = await openWorkbook(path);
    expect(result.ok ? undefined : result.problems[0]?.message).toEqual({
      zh: '文件是空的。确认表格已保存，再上传有内容的文件。',
      en: 'The file is empty. Check that the table was saved and upload the file with its content.',
    });
  });
});

describe('text files', () => {
  const gb18030 = Buffer.from('d0d5c3fb2cb1b8d7a20ad6dc2c310a', 'hex');

  it('in GB18030 are read, even when the first 300 KB are plain ASCII', async () => {
    const expected = [
      ['姓名', '备注'],
      ['周', '1'],
    ];
    expect(await textRows('gb.csv', gb18030)).toEqual(expected);
    const mark = Buffer.from([0x84, 0x31, 0x95, 0x33]);
    expect(await textRows('gb-marked.csv', Buffer.concat([mark, gb18030]))).toEqual(expected);
    const long = Buffer.concat([Buffer.from('a,b\n'.repeat(75_000)), gb18030]);
    expect((await textRows('gb-late.csv', long)).slice(-2)).toEqual(expected);
  });

  it.each([
    [
      'semicolons',
      'a;b\r\n"1;2";3,5\r\n',
      [
        ['a', 'b'],
        ['1;2', '3,5'],
      ],
    ],
    [
      'tabs',
      'a\tb\n1\t2,5\n',
      [
        ['a', 'b'],
        ['1', '2,5'],
      ],
    ],
    [
      'an end-of-file mark and rare characters',
      'a,b\n\uE863,\uFFFD\n\u001A',
      [
        ['a', 'b'],
        ['\uE863', '\uFFFD'],
      ],
    ],
    [
      'CR alone',
      'a,b\r1,2\r',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['a line sep=', 'sep=;\r\na;b\r\n', [['a', 'b']]],
    ['digits kept as text', '号码\r\n="522729198301259528"\r\n', [['号码'], ['522729198301259528']]],
    [
      'a mark and line breaks in cells',
      '\uFEFFa,b\n"1\n2","say ""x"""\n',
      [
        ['a', 'b'],
        ['1\n2', 'say "x"'],
      ],
    ],
  ])('with %s', async (name, content, expected) => {
    expect(await textRows(`${name}.csv`, content)).toEqual(expected);
  });

  it('count blank lines as rows', async () => {
    const path = join(folder, 'blank.csv');
    await writeFile(path, 'a,b\n\n,,\n1,2\n');
    const rows = await read(path);
    expect(typeof rows === 'string' ? rows : rows.map(({ number }) => number)).toEqual([1, 4]);
  });
});

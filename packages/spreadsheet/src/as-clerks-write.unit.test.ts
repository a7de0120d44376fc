import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textOf } from './cell.ts';
import type { Cell, Row } from './cell.ts';
import { findHeader } from './find-header.ts';
import { openWorkbook } from './open-workbook.ts';
import { readAsClerk } from './read-as-clerk.ts';
import { bookParts, sheetOf, textCell, writeBook } from './testing/write-book.ts';
import type { Sheet, Workbook } from './workbook.ts';
import { numberFormatOf } from './xlsx/cell-formats.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'spreadsheet-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function opened(path: string): Promise<Workbook> {
  const result = await openWorkbook(path);
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message.zh).join());
  return result.value;
}

async function onlySheet(name: string, sheet: string, parts: Record<string, string> = {}): Promise<Sheet> {
  const workbook = await opened(await writeBook(join(folder, name), bookParts(sheet, parts)));
  return workbook.sheets[0]!;
}

async function rowsOf(sheet: Sheet): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const row of sheet.rows()) rows.push(row);
  return rows;
}

async function refusal(path: string): Promise<string> {
  const result = await openWorkbook(path);
  if (result.ok) throw new Error('it was opened');
  return `${result.problems[0]?.code}: ${result.problems[0]?.message.zh}`;
}

const text = (value: string): Cell => (value === '' ? { kind: 'blank' } : { kind: 'text', text: value });
const row = (number: number, ...values: string[]): Row => ({ number, cells: values.map(text) });

describe('the content of a cell', () => {
  it('includes how it is shown', () => {
    const shown = ['0.00', '#,##0', '¥#,##0.00', '0%', '"约"0.0_ ', '[红色]0.00;-0.00'].map(numberFormatOf);
    expect(shown).toEqual([
      { decimals: 2 },
      { decimals: 0 },
      { decimals: 2 },
      { decimals: 0, percent: true },
      { decimals: 1, words: '约' },
      { decimals: 2 },
    ]);
    expect(
      ['0.00"万元"', '0.00万', '#,##0"元/年"', '[$$-409]#,##0.00', '[$¥-804]#,##0.00', '0\\元'].map(
        (code) => numberFormatOf(code)?.words,
      ),
    ).toEqual(['万元', '万', '元/年', '$', undefined, '元']);
    expect(['000000', '0', '00-000', '#,##0'].map((code) => numberFormatOf(code)?.digits)).toEqual([
      6,
      undefined,
      undefined,
      undefined,
    ]);
    expect(['0!.0,', '0!.0,"万元"'].map(numberFormatOf)).toEqual([undefined, undefined]);
    expect(['General', '@', '# ?/?', '0.00E+00', '0.0,', ''].map(numberFormatOf)).toEqual(Array(6).fill(undefined));
  });

  it('of the first day of a 1904 book is a date', async () => {
    const styles = '<styleSheet><cellXfs><xf numFmtId="14"/></cellXfs></styleSheet>';
    const parts = bookParts(sheetOf('<row r="1"><c r="A1" s="0"><v>0</v></c></row>'), { 'xl/styles.xml': styles });
    const book = String(parts['xl/workbook.xml']).replace('<sheets>', '<workbookPr date1904="1"/><sheets>');
    const { sheets } = await opened(await writeBook(join(folder, '1904.xlsx'), { ...parts, 'xl/workbook.xml': book }));
    expect((await rowsOf(sheets[0]!))[0]?.cells).toEqual([
      { kind: 'date', date: '1904-01-01', time: '00:00:00', raw: '0' },
    ]);
  });

  it('may be a formula never computed, one without a text result, or one shared with the cell above', async () => {
    const sheet = await onlySheet(
      'formulas.xlsx',
      sheetOf(
        '<row r="1"><c r="A1"><f>900/F2</f><v/></c><c r="B1" t="str"><f>""</f><v></v></c>' +
          '<c r="C1"><f t="shared" si="0" ref="C1:C2">VLOOKUP(A1,Z:Z,2,0)</f><v>7</v></c></row>' +
          '<row r="2"><c r="C2"><f t="shared" si="0"/><v>0</v></c></row>',
      ),
    );
    const [first, second] = await rowsOf(sheet);
    expect(first?.cells.slice(0, 2)).toEqual([
      { kind: 'formula', formula: '900/F2', cached: { kind: 'blank' } },
      { kind: 'formula', formula: '""', cached: { kind: 'text', text: '' } },
    ]);
    expect(second?.cells[2]).toMatchObject({ formula: 'VLOOKUP(A1,Z:Z,2,0)', cached: { raw: '0' } });
  });

  it('that is too long is named by its place, even when its text is stored elsewhere', async () => {
    const strings = `<sst><si><t>短</t></si><si><t>${'长'.repeat(32_768)}</t></si></sst>`;
    const sheet = sheetOf('<row r="7"><c r="F7" t="s"><v>0</v></c><c r="G7" t="s"><v>1</v></c></row>');
    const path = await writeBook(join(folder, 'long.xlsx'), bookParts(sheet, { 'xl/sharedStrings.xml': strings }));
    expect(await refusal(path)).toBe(
      'CELL_TOO_LONG: 工作表“表”单元格 G7 的文字超过 32767 个字符。缩短该单元格后上传。',
    );
  });
});

describe('hidden rows and columns', () => {
  it('are marked: rows hidden by a filter, by hand or by zero height, and columns', async () => {
    const rows = ['hidden="1"', 'ht="0" customHeight="1"', 'hidden="false"', 'ht="20" customHeight="1"'].map(
      (attributes, at) => `<row r="${at + 1}" ${attributes}><c r="A${at + 1}"><v>1</v></c></row>`,
    );
    const head = '<cols><col min="2" max="3" hidden="1"/><col min="5" max="5" width="9"/></cols>';
    const sheet = await onlySheet('hidden.xlsx', sheetOf(rows.join(''), head));
    expect((await rowsOf(sheet)).map(({ hidden }) => hidden)).toEqual([true, true, undefined, undefined]);
    expect([...(await sheet.hiddenColumns())]).toEqual([2, 3]);
  });
});

describe('cells merged downwards', () => {
  it('repeat their value in all their rows; cells merged across, or above the data, do not', async () => {
    const data = [
      ['A1', '标题'],
      ['A2', '姓名'],
      ['B2', '身份证号码'],
      ['C2', '工作单位'],
      ['D2', '备注'],
      ['A3', '甲'],
      ['B3', '1'],
      ['C3', '县农机厂'],
      ['A4', '乙'],
      ['B4', '2'],
      ['A6', '丙'],
      ['C6', '酒厂'],
      ['D6', '困难'],
      ['A7', '丁'],
      ['B7', '4'],
    ];
    const xml = [1, 2, 3, 4, 6, 7].map(
      (number) =>
        `<row r="${number}">${data
          .filter(([at = '']) => at.slice(1) === String(number))
          .map(([at = '', words = '']) => textCell(at, words))
          .join('')}</row>`,
    );
    const tail = '<mergeCells><mergeCell ref="A1:D1"/><mergeCell ref="C3:C6"/><mergeCell ref="C6:D7"/></mergeCells>';
    const sheet = await onlySheet('merged.xlsx', sheetOf(xml.join(''), '', tail));
    const header = (await findHeader(sheet.rows(), { name: ['姓名'], number: ['身份证号码'], unit: ['工作单位'] }))!;
    const read: unknown[] = [];
    for await (const each of readAsClerk(sheet.rows(), header, { merged: await sheet.mergedRanges() })) {
      if (each.kind === 'data') read.push([each.row.cells.map(textOf).join('|'), each.filled]);
    }
    expect(read).toEqual([
      ['甲|1|县农机厂', []],
      ['乙|2|县农机厂', [{ column: 3, from: 'C3' }]],
      ['丙||酒厂|困难', []],
      ['丁|4|酒厂', [{ column: 3, from: 'C6' }]],
    ]);
  });
});

describe('headings that may mean something else', () => {
  const vocabulary = {
    name: ['姓名', '户主姓名'],
    income: ['家庭月人均收入', '月人均收入'],
    phone: ['联系电话', '电话'],
    unit: ['工作单位'],
  };
  const hints = { income: ['人均收入'] };
  const columnsOf = async (...headings: string[]) =>
    (await findHeader([row(1, ...headings)], vocabulary, hints))?.columns.map(({ field, sure, doubled }) =>
      doubled === undefined ? (field === undefined ? '—' : `${sure ? '' : '?'}${field}`) : `2×${doubled}`,
    );

  it.each([
    ['家庭年人均收入', '—'],
    ['家庭月人均收入（元/年）', '—'],
    ['人均收入(年)', '—'],
    ['季人均收入', '—'],
    ['月人均收入（万元）', '—'],
    ['家庭人均收入', '?income'],
    ['家庭月人均收入(元)', 'income'],
    ['2026年家庭月人均收入', '?income'],
    ['2026年人均收入', '—'],
    ['代领人姓名', '—'],
    ['经办人电话', '—'],
    ['联系电话（监护人）', '—'],
    ['紧急联系人电话', '—'],
    ['配偶工作单位', '—'],
    ['月人均收入（百元）', '?income'],
    ['月人均收入（全家）', '?income'],
    ['月人均收入（户）', '?income'],
    ['家庭成员姓名', '—'],
    ['成员联系电话', '—'],
    ['户主联系电话', '?phone'],
    ['联系\u0000电话', 'phone'],
    ['联系电话（必填）', 'phone'],
  ])('%s is read as %s', async (heading, field) => {
    const others = heading.includes('姓名')
      ? ['工作单位', '联系电话']
      : ['姓名', heading.includes('单位') ? '联系电话' : '工作单位'];
    expect((await columnsOf(...others, heading))?.at(2)).toBe(field);
  });

  it('are left to the clerk when two name one field, in whatever words', async () => {
    expect(await columnsOf('姓名', '工作单位', '家庭月人均收入', '月人均收入')).toEqual([
      'name',
      'unit',
      '2×income',
      '2×income',
    ]);
    expect(await columnsOf('姓名', '工作单位', '联系电话', '备注', '联系电话')).toEqual([
      'name',
      'unit',
      '2×phone',
      '—',
      '2×phone',
    ]);
  });

  it('in two rows keep the group that assigns them to another person', async () => {
    const header = await findHeader(
      [row(1, '姓名', '工作单位', '配偶', ''), row(2, '', '', '姓名', '工作单位')],
      vocabulary,
    );
    expect(header?.mapping).toEqual({ name: 1, unit: 2 });
    expect(header?.columns.map(({ heading }) => heading)).toEqual(['姓名', '工作单位', '配偶姓名', '配偶工作单位']);
  });
});

describe('headings in two rows', () => {
  const vocabulary = { name: ['姓名'], number: ['身份证号码'], income: ['月人均收入'], cause: ['致困原因'] };

  it('are recognised by a group that the lower row divides, although the group’s words name no field', async () => {
    const header = await findHeader(
      [row(1, '姓名', '身份证号码', '收入情况', '', '致困原因'), row(2, '', '', '月人均', '年人均', '')],
      vocabulary,
    );
    expect(header?.headerRows).toEqual([1, 2]);
    expect(header?.columns.map(({ heading }) => heading)).toEqual([
      '姓名',
      '身份证号码',
      '收入情况月人均',
      '收入情况年人均',
      '致困原因',
    ]);
  });

  it('are not taken from a row of data with only its end filled', async () => {
    const header = await findHeader(
      [row(1, '姓名', '身份证号码', '月人均收入', '致困原因'), row(2, '', '', '面议', '大病')],
      vocabulary,
    );
    expect(header?.headerRows).toEqual([1]);
  });
});

describe('rows that are not data', () => {
  const vocabulary = { name: ['姓名'], number: ['身份证号码'], income: ['家庭月人均收入'] };
  async function skippedOf(...rows: string[][]): Promise<string[]> {
    const all = [
      row(1, '县花名册'),
      row(2, '序号', '姓名', '身份证号码', '家庭月人均收入'),
      ...rows.map((each, at) => row(at + 3, ...each)),
    ];
    const header = (await findHeader(all, vocabulary))!;
    const read: string[] = [];
    const person = { name: header.mapping.name, identity: header.mapping.number };
    for await (const each of readAsClerk(all, header, { person })) read.push(each.kind === 'data' ? 'DATA' : each.why);
    return read;
  }

  it('include page footers, groups, subtotals, notes and repeated titles', async () => {
    expect(
      await skippedOf(
        ['一、城关镇'],
        ['城关镇'],
        ['河口乡', '共12户'],
        ['城关镇小计', '', '2户'],
        ['', '小计', '', '600'],
        ['第1页 共3页'],
        ['- 2 -'],
        ['制表：王某', '', '第 2 页'],
        ['打印时间：2026-12-01'],
        ['县花名册'],
        ['序号', '姓名', '身份证号码', '家庭月人均收入'],
        ['以上名单经公示无异议。'],
        ['3', '王强', '510101199003071232', '100'],
        ['', '合计', '', '700'],
        ['按月填写'],
      ),
    ).toEqual([
      'SECTION',
      'SECTION',
      'SECTION',
      'TOTAL',
      'TOTAL',
      'PAGE_FOOTER',
      'PAGE_FOOTER',
      'SIGNATURE',
      'PAGE_FOOTER',
      'TITLE',
      'REPEATED_HEADING',
      'NOTE',
      'DATA',
      'TOTAL',
      'NOTE',
    ]);
  });

  it('include rows that number the columns', async () => {
    expect(
      await skippedOf(
        ['1', '2', '3', '4'],
        ['甲', '乙', '1', '2'],
        ['（1）', '（2）', '（3）', '（4）'],
        ['1', '2', '4', '3'],
      ),
    ).toEqual(['NUMBER_ONLY', 'NUMBER_ONLY', 'NUMBER_ONLY', 'DATA']);
  });

  it('do not include people with only a name, before or after a total, or with a name like a total', async () => {
    expect(
      await skippedOf(
        ['1', '合计前', '510101199003071232'],
        ['2', '小计'],
        ['', '只有姓名二'],
        ['', '合计', '', '1'],
        ['', '只有姓名'],
        ['', '古丽·阿不都'],
        ['', '', '510101199003071232'],
      ),
    ).toEqual(['DATA', 'TOTAL', 'DATA', 'TOTAL', 'DATA', 'DATA', 'DATA']);
  });
});

describe('text files with an odd character', () => {
  async function read(name: string, content: Buffer): Promise<string[][]> {
    const path = join(folder, name);
    await writeFile(path, content);
    const workbook = await opened(path);
    return (await rowsOf(workbook.sheets[0]!)).map(({ cells }) => cells.map(textOf));
  }

  it('are read without that character: NUL, a control character, half a surrogate pair, broken bytes', async () => {
    const table = (cell: string): string =>
      `姓名,工作单位,联系电话\n周艳明,县农机厂和其他若干单位,13800000001\n谭红敏,${cell},13800000002\n`;
    const lines = async (name: string, content: Buffer) => (await read(name, content)).map((cells) => cells[1]);
    const whole = ['工作单位', '县农机厂和其他若干单位'];
    expect(await lines('nul.csv', Buffer.from(table('农\u0000机')))).toEqual([...whole, '农\u0000机']);
    expect(await lines('bell.csv', Buffer.from(`\uFEFF${table('农\u0007机')}`))).toEqual([...whole, '农\u0007机']);
    expect(await lines('half.csv', Buffer.from(`\uFEFF${table('农\uD842机')}`, 'utf16le'))).toEqual([
      ...whole,
      '农\uFFFD机',
    ]);
    const broken = Buffer.from(table('农@机'));
    broken[broken.indexOf('@')] = 0xed;
    expect(await lines('broken.csv', broken)).toEqual([...whole, '农\uFFFD机']);
  });

  it('count the fields of a row, trailing blank ones too', async () => {
    const path = join(folder, 'wide.csv');
    await writeFile(path, 'a,b,c\n1,2,3\n1,250.50,x,\n');
    expect((await rowsOf((await opened(path)).sheets[0]!)).map(({ width }) => width)).toEqual([3, 3, 4]);
  });
});

describe('a file that is not a table', () => {
  it.each([
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0]), '图片'],
    ['a PDF', Buffer.from('%PDF-1.7'), 'PDF'],
    ['a page', Buffer.from('<html><body>'), '网页'],
    ['an archive', Buffer.from('Rar!\u001a\u0007\u0000'), '压缩包'],
    [
      'an old document',
      Buffer.concat([
        Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
        Buffer.from('WordDocument', 'utf16le'),
      ]),
      'Word',
    ],
  ])('is called what it is: %s', async (name, content, words) => {
    const path = join(folder, name);
    await writeFile(path, content);
    expect(await refusal(path)).toMatch(new RegExp(`^NOT_A_SPREADSHEET: 此文件不是表格，而是.*${words}`));
  });

  it('is reported as what it is: a new document', async () => {
    const path = await writeBook(join(folder, '名单.xlsx'), {
      '[Content_Types].xml': '<Types/>',
      '_rels/.rels': '<Relationships/>',
      'word/document.xml': '<d/>',
    });
    expect(await refusal(path)).toMatch(/^NOT_A_SPREADSHEET: 此文件不是表格，而是文字文档/);
  });
});

import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import expectation from './__fixtures__/roster-county-winter.expected.json' with { type: 'json' };
import { textOf } from './cell.ts';
import type { Cell, Row } from './cell.ts';
import { findHeader } from './find-header.ts';
import { openWorkbook } from './open-workbook.ts';
import { readAsClerk } from './read-as-clerk.ts';
import type { ReadRow } from './read-as-clerk.ts';
import { describeSkip } from './skipped-row.ts';

const ROSTER = join(import.meta.dirname, '__fixtures__/roster-county-winter.xlsx');

const vocabulary = {
  name: ['姓名', '职工姓名'],
  identityNumber: ['身份证号码', '身份证号', '公民身份号码'],
  employer: ['工作单位', '单位'],
  size: ['家庭人口', '家庭人口数'],
  income: ['家庭月人均收入', '月人均收入'],
  phone: ['联系电话', '手机号码'],
};

const text = (value: string): Cell => (value === '' ? { kind: 'blank' } : { kind: 'text', text: value });
const row = (number: number, ...values: string[]): Row => ({ number, cells: values.map(text) });

async function readAll(rows: Iterable<Row>): Promise<{ data: number[]; skipped: [number, string][] }> {
  const all = [...rows];
  const header = await findHeader(all, vocabulary);
  if (header === undefined) throw new Error('no headings');
  const read: ReadRow[] = [];
  for await (const each of readAsClerk(all, header)) read.push(each);
  return {
    data: read.flatMap((each) => (each.kind === 'data' ? [each.row.number] : [])),
    skipped: read.flatMap((each) => (each.kind === 'skipped' ? [[each.row, each.why] as [number, string]] : [])),
  };
}

describe('the roster of a county', () => {
  it('is read as 347 rows, with titles, blank rows, total and signatures named', async () => {
    const opened = await openWorkbook(ROSTER);
    if (!opened.ok) throw new Error(opened.problems[0]?.code);
    const sheet = opened.value.sheets[0]!;
    const header = await findHeader(sheet.rows(), vocabulary);
    expect(header).toMatchObject({
      headerRow: 3,
      mapping: { name: 2, identityNumber: 4, employer: 5, size: 6, income: 7, phone: 12 },
      skipped: [
        { row: 1, why: 'TITLE' },
        { row: 2, why: 'TITLE' },
      ],
    });
    const data: Row[] = [];
    const skipped: unknown[] = [];
    for await (const read of readAsClerk(sheet.rows(), header!)) {
      if (read.kind === 'data') data.push(read.row);
      else skipped.push([read.row, read.why]);
    }
    expect(data.map(({ number }) => number)).toEqual(expectation.expect.map(({ row }) => row));
    expect(data).toHaveLength(347);
    expect(skipped).toEqual([
      [61, 'BLANK'],
      [195, 'BLANK'],
      [353, 'TOTAL'],
      [354, 'SIGNATURE'],
    ]);
    const good = expectation.expect.find(({ row }) => row === 4)!;
    expect(textOf(data[0]!.cells[3])).toBe(good.identity);
    expect((await sheet.mergedRanges()).map(({ reference }) => reference).sort()).toEqual(['A1:N1', 'A2:N2']);
    await opened.value.close();
  });

  it('shows identity numbers that lost their digits as they are in the file', async () => {
    const opened = await openWorkbook(ROSTER);
    if (!opened.ok) throw new Error(opened.problems[0]?.code);
    const numbers: string[] = [];
    for await (const { cells } of opened.value.sheets[0]!.rows()) {
      if (cells[3]?.kind === 'number') numbers.push(cells[3].raw);
    }
    await opened.value.close();
    expect(numbers).toEqual(['5.227251999021646e+17', '5.227291977100521e+17', '5.227321965032122e+17']);
  });
});

describe('headings', () => {
  it.each([
    ['spaces and line breaks', '身 份 证\n号 码'],
    ['full-width brackets with a unit', '家庭月人均收入（元）'],
    ['an asterisk', '*姓名'],
    ['a colon', '姓名：'],
  ])('are recognised through %s', async (_, heading) => {
    const other = heading.includes('姓名') ? '工作单位' : '姓名';
    const header = await findHeader([row(1, '花名册'), row(2, heading, other)], vocabulary);
    expect(header?.columns.map(({ sure }) => sure)).toEqual([true, true]);
    expect(header?.headerRow).toBe(2);
  });

  it('are guessed, and marked as guesses, from words within a text; never those of a spouse', async () => {
    const header = await findHeader([row(1, '姓名', '工作单位', '户主身份证号码', '配偶联系电话')], vocabulary);
    expect(header?.columns).toEqual([
      { column: 1, heading: '姓名', field: 'name', sure: true },
      { column: 2, heading: '工作单位', field: 'employer', sure: true },
      { column: 3, heading: '户主身份证号码', field: 'identityNumber', sure: false },
      { column: 4, heading: '配偶联系电话', sure: false },
    ]);
  });

  it('in two rows are read together', async () => {
    const rows = [
      row(1, '名册'),
      row(2, '姓名', '身份证号码', '家庭', '', '联系电话'),
      row(3, '', '', '人口', '月人均收入'),
      row(4, '周艳明', '522729198301259528', '5', '0', '185'),
    ];
    const header = await findHeader(rows, vocabulary);
    expect(header?.headerRows).toEqual([2, 3]);
    expect(header?.mapping).toEqual({ name: 1, identityNumber: 2, size: 3, income: 4, phone: 5 });
  });

  it('are not found when no row names two fields', async () => {
    expect(await findHeader([row(1, '姓名'), row(2, '周艳明', '县农机厂')], vocabulary)).toBeUndefined();
  });
});

describe('rows under the headings', () => {
  it('are classified as a clerk would', async () => {
    const read = await readAll([
      row(1, '序号', '姓名', '身份证号码', '工作单位'),
      row(2, '一、城镇职工'),
      row(3, '1', '周艳明', '522729198301259528', '县农机厂'),
      row(4, '2'),
      row(5, '小 计', '1人'),
      row(6, '序号', '姓名', '身份证号码', '工作单位'),
      row(7, '3', '合计强', '522727198503045656', '县建筑公司'),
      row(8, '', '总计：2户'),
      row(9, '备注：1.收入按月填写'),
      row(10, '2.身份证号码填18位'),
      row(12, '填表人（签字）：', '', '审核人：'),
    ]);
    expect(read.data).toEqual([3, 7]);
    expect(read.skipped).toEqual([
      [2, 'SECTION'],
      [4, 'NUMBER_ONLY'],
      [5, 'TOTAL'],
      [6, 'REPEATED_HEADING'],
      [8, 'TOTAL'],
      [9, 'NOTE'],
      [10, 'NOTE'],
      [11, 'BLANK'],
      [12, 'SIGNATURE'],
    ]);
  });

  it('with only a name are data for the caller to refuse, not skipped silently', async () => {
    const read = await readAll([row(1, '姓名', '身份证号码'), row(2, '周艳明'), row(3, '', '522729198301259528')]);
    expect(read).toEqual({ data: [2, 3], skipped: [] });
  });

  it('that are skipped say why in both languages', () => {
    expect(describeSkip('TOTAL')).toEqual({ zh: '合计行', en: 'totals row' });
  });
});

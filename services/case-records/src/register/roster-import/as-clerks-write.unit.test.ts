import { describe, expect, test } from 'vitest';
import { formatYuan } from '@nuangong/primitives';
import { findHeader } from '@nuangong/spreadsheet';
import {
  proposedColumns,
  rosterHints,
  rosterVocabulary,
  withRememberedFields,
  type RosterField,
} from './roster-columns.ts';
import { readRosterRow, type RosterCell } from './roster-row.ts';
import { codes, fields, good, mapping, read, today } from '../../testing/roster-row-of.ts';

describe('numbers', () => {
  test.each<[RosterCell, string]>([
    ['300元/月', '300.00'],
    ['每月300元', '300.00'],
    ['300元/人/月', '300.00'],
    ['3600元/年', '300.00'],
    ['全年3600', '300.00'],
    ['１，２５０．５０', '1250.50'],
    [{ number: '333.33333333333331', formula: '1000/3' }, '333.33'],
    [{ number: '333.33333333333331', formula: '1000/3', decimals: 0 }, '333.00'],
    [{ number: '333.335', decimals: 2 }, '333.34'],
    [{ number: '333.33333333333331' }, 'INCOME_TOO_PRECISE'],
    [{ number: '3', percent: true, decimals: 0 }, 'INCOME_PERCENT'],
    [{ number: '0', formula: 'VLOOKUP(D3,Sheet2!A:B,2,0)' }, 'LOOKUP_EMPTY'],
    [{ number: '0', formula: '基础表!C5' }, 'LOOKUP_EMPTY'],
    [{ number: '0', formula: 'A2-B2' }, '0.00'],
    ['人均300元', '300.00'],
    [{ number: '0', formula: 'SUMIFS(C:C,A:A,B2)' }, 'LOOKUP_EMPTY'],
    [{ number: '440.5', decimals: 0 }, '440.50'],
    [{ number: '440.456', decimals: 2 }, '440.46'],
    [{ number: '0.35', decimals: 2, words: '万元' }, 'INCOME_UNIT_SHOWN'],
    [{ number: '5400', decimals: 0, words: '元/年' }, 'INCOME_UNIT_SHOWN'],
    [{ number: '500', words: '$' }, 'INCOME_UNIT_SHOWN'],
    [{ number: '500', words: '元' }, '500.00'],
    ['人均300元/月', '300.00'],
    ['3.5千', 'INCOME_NOT_A_NUMBER'],
    ['2000-2500', 'INCOME_NOT_A_NUMBER'],
    ['无', 'INCOME_NOT_A_NUMBER'],
    ['约300', 'INCOME_NOT_A_NUMBER'],
    ['1.250,50', 'INCOME_NOT_A_NUMBER'],
  ])('income %j is %s', (cell, answer) => {
    const reading = read({ INCOME: cell });
    expect(codes(reading) || formatYuan(reading.facts!.perCapitaIncome)).toBe(answer);
  });

  test.each([
    ['无', '没有收入的填 0'],
    ['无收入', '没有收入的填 0'],
    ['3.5千', '换算成元'],
    ['0.35万元', '换算成元'],
    ['约2000', '确数'],
    ['2000-2500', '确数'],
    ['2026-03-05', '日期'],
    ['1.250,50', '如 300 或 1,250.50'],
  ])('income “%s” is refused with what to do: %s', (text, words) => {
    const [reason] = read({ INCOME: text }).reasons;
    expect(reason?.message.zh).toContain(words);
  });

  test('an amount that is displayed differently from its value is reported', () => {
    expect(read({ INCOME: { number: '440.5', decimals: 0 } }).readings).toEqual([
      '月人均收入显示为 441，按单元格里的 440.5 元',
    ]);
  });

  test('a yearly income is divided by twelve to the fen, and one marked as monthly is not', () => {
    const yearly = Object.fromEntries(
      Object.entries(mapping).map(([field, at]) => [field === 'INCOME' ? 'INCOME_YEARLY' : field, at]),
    );
    expect(formatYuan(read({ INCOME: '1000' }, yearly).facts!.perCapitaIncome)).toBe('83.33');
    expect(formatYuan(read({ INCOME: '300元/月' }, yearly).facts!.perCapitaIncome)).toBe('300.00');
  });

  test.each<[RosterCell, string]>([
    [{ number: '522729198301259528' }, '522729198301259528'],
    [{ number: '5.22729198301259E+17' }, 'IDENTITY_LOST_AS_NUMBER'],
    ['522729198301259528（本人）', '522729198301259528'],
    ['身份证522729198301259528、', '522729198301259528'],
    ['“522729198301259528”', '522729198301259528'],
    ['522729198301259528.0', '522729198301259528'],
    ['522729198301259528/522729198301259528', 'LENGTH'],
    ['5227291983012595281', 'LENGTH'],
    ['5227291983O1259528', 'FORMAT'],
    [{ number: '522729198301259000' }, 'IDENTITY_LOST_AS_NUMBER'],
    ['5.22729E+17', 'IDENTITY_LOST_AS_NUMBER'],
  ])('identity number %j is %s', (cell, answer) => {
    const reading = read({ IDENTITY: cell });
    expect(codes(reading) || reading.identity?.number).toBe(answer);
  });

  test('a letter in an identity number is named with its place', () => {
    expect(read({ IDENTITY: '5227291983O1259528' }).reasons[0]?.message.zh).toBe(
      '身份证号第 11 位是“O”，不是数字；照原件重录',
    );
  });

  test.each<[RosterCell, string]>([
    [{ number: '3' }, '3'],
    ['３人', '3'],
    ['三', '3'],
    ['三人', '3'],
    ['两人', '2'],
    ['十二人', '12'],
    ['3（含本人）', '3'],
    ['3.0', '3'],
    ['共3人', '3'],
    ['3名', '3'],
    ['一家三口', '3'],
    ['三口之家', '3'],
    ['3（不含本人）', 'SIZE_NOT_A_NUMBER'],
    ['3-4', 'SIZE_NOT_A_NUMBER'],
    ['约3', 'SIZE_NOT_A_NUMBER'],
    ['三十一', 'SIZE_NOT_A_NUMBER'],
    [{ number: '3.9000000000000004' }, 'SIZE_NOT_A_NUMBER'],
    ['3.9', 'SIZE_NOT_A_NUMBER'],
  ])('size %j is %s', (cell, answer) => {
    const reading = read({ HOUSEHOLD_SIZE: cell });
    expect(codes(reading) || String(reading.facts?.declaredSize)).toBe(answer);
  });

  test.each<[RosterCell, string, string | null]>([
    ['13800000111/13900000222', '13800000111', '另一电话：13900000222'],
    ['13800000111 13900000222', '13800000111', '另一电话：13900000222'],
    ['1380000011113900000222', '13800000111', '另一电话：13900000222'],
    ['8222333、13800000111', '13800000111', '另一电话：8222333'],
    [{ number: '13800000111' }, '13800000111', null],
    ['185 8659 4364', '18586594364', null],
    ['12345', '', '联系电话写作：12345'],
    ['13800000111（本人）13900000222（妻）', '13800000111', '联系电话写作：13800000111(本人)13900000222(妻)'],
    ['本人13800000111', '13800000111', '联系电话写作：本人13800000111'],
  ])('telephone %j gives %s, the rest to the remark', (cell, phone, remark) => {
    const reading = read({ PHONE: cell });
    expect([reading.phone ?? '', reading.facts?.remark]).toEqual([phone, remark]);
    if (remark !== null) expect(reading.readings.join()).toContain('记入备注');
  });

  test.each<[RosterCell, string | undefined]>([
    [{ number: '6222020000000000101' }, '6222020000000000101'],
    [{ number: '6.22202E+18' }, 'BANK_ACCOUNT_FORMAT'],
    [{ number: '6222020000000000000' }, 'BANK_ACCOUNT_FORMAT'],
    ['无', undefined],
    ['00000000', 'BANK_ACCOUNT_PLACEHOLDER'],
    [{ number: '101234567890', digits: 14 }, '00101234567890'],
    ['’6222020000000000101', '6222020000000000101'],
  ])('account %j is %s', (cell, answer) => {
    const reading = read({ BANK_ACCOUNT: cell });
    expect(codes(reading) || reading.bankAccount).toBe(answer ?? undefined);
  });
});

describe('names and texts', () => {
  test.each([
    ['<script>alert(1)</script>', 'NAME_NOT_A_NAME'],
    ['=HYPERLINK("http://x")', 'NAME_NOT_A_NAME'],
    ['0', 'NAME_NOT_A_NAME'],
    ['#N/A', 'CELL_ERROR'],
    ['@张三', 'NAME_NOT_A_NAME'],
    ['张\uD842三', 'TEXT_DAMAGED'],
    ['张\uFFFD三', 'TEXT_DAMAGED'],
    ['𠮷田', ''],
    ['古丽巴哈尔·阿不都热依木', ''],
    ["O'Brien", ''],
    ['欧阳（小）', 'NAME_NOT_A_NAME'],
    ['张三\n李四', 'NAME_TWO'],
    ['张三 李四', 'NAME_TWO'],
    ['欧阳 娜娜', ''],
    ['张 三', ''],
    ['张三丶李四', 'NAME_NOT_A_NAME'],
    ['1.张三', 'NAME_NOT_A_NAME'],
    ['张三2', ''],
    ['张三 330102', 'NAME_NOT_A_NAME'],
    ['无', 'NAME_NOT_GIVEN'],
    ['同上', 'DITTO'],
    ['示例', 'NAME_NOT_GIVEN'],
    ['张某', 'NAME_NOT_GIVEN'],
    ['张某某', 'NAME_NOT_GIVEN'],
    ['张xx', 'NAME_NOT_GIVEN'],
    ['王O', 'NAME_NOT_GIVEN'],
    ['王〇', ''],
    ['王⼀', ''],
    ['㛃䶮', ''],
    ['某某某', 'NAME_NOT_GIVEN'],
  ])('name %j: %s', (name, code) => expect(codes(read({ NAME: name }))).toBe(code));

  test('every kind of dot becomes the name dot, and radicals become the characters they look like; both are reported', () => {
    for (const dot of '•・‧∙⋅･˙▪●◦﹒．.⸱ᐧ') {
      const { name, readings } = read({ NAME: `古丽${dot}阿不都` });
      expect([dot, name, readings]).toEqual([dot, '古丽·阿不都', [`姓名“古丽${dot}阿不都”读作“古丽·阿不都”`]]);
    }
    expect(read({ NAME: '王⼀' }).name).toBe('王一');
    expect(read({ NAME: 'J. Smith' }).name).toBe('J. Smith');
  });

  test('a name of characters and letters is accepted and marked to be checked', () => {
    expect(read({ NAME: '周Yan明' }).readings).toEqual(['姓名“周Yan明”中有字母，照身份证核对']);
  });

  test('a name or number from a merged cell does not make another household', () => {
    expect(codes(read({ NAME: { text: '周艳明', from: 'A2' } }))).toBe('MERGED_PERSON');
    expect(codes(read({ HOUSEHOLD_SIZE: { number: '3', from: 'C2' } }))).toBe('MERGED_PERSON');
    expect(codes(read({ UNIT: { text: '县农机厂', from: 'K2' }, INCOME: { number: '300', from: 'D2' } }))).toBe('');
    expect(codes(read({ IDENTITY: { text: '522729198301259528', from: 'B2' }, INCOME: '' }))).toBe('MERGED_PERSON');
  });

  test('a refusal names the cell', () => {
    expect(read({ NAME: '<b>' }).reasons[0]?.message.zh).toBe('A7 姓名有“<”，不是姓名用字；照身份证填写');
    expect(read({ UNIT: '农\uDFB7机' }).reasons[0]?.message.zh).toBe('K7 的文字已损坏，有字读不出；照原件重录');
  });

  test('a long unit is cut between characters, and that is reported', () => {
    const reading = read({ UNIT: '𠮷'.repeat(101) });
    expect(reading.facts?.unitName).toBe('𠮷'.repeat(100));
    expect(reading.readings).toEqual(['工作单位超过 100 字，只录入前 100 字']);
  });

  test('a control character is removed and reported, wherever it is', () => {
    for (const field of ['NAME', 'IDENTITY', 'UNIT', 'REMARK', 'CAUSES'] as const) {
      const cell = good[field] ?? '两子在读';
      const reading = read({ [field]: `${String(cell).slice(0, 1)}\u0000${String(cell).slice(1)}` });
      expect([field, codes(reading), reading.readings[0]]).toEqual([
        field,
        '',
        `${'ABCDEFGHIJKL'[fields.indexOf(field)]}7 去掉看不见的控制字符后读取`,
      ]);
    }
  });

  test('a sign for “same as above” is refused', () => {
    for (const field of ['UNIT', 'PHONE', 'CAUSES', 'INCOME', 'IDENTITY', 'BANK_ACCOUNT'] as const) {
      for (const ditto of ['同上', '〃', '"'])
        expect([field, codes(read({ [field]: ditto }))]).toEqual([field, 'DITTO']);
    }
    expect(read({ UNIT: '同上' }).reasons[0]?.message.zh).toBe('K7 写“同上”；每行写明，没有的留空');
    expect(read({ REMARK: '同上' }).facts?.remark).toBe('同上');
  });

  test('a unit without words is refused; an empty one, or 0, counts as none', () => {
    expect(codes(read({ UNIT: '13800000111' }))).toBe('UNIT_NO_WORDS');
    expect(read({ UNIT: '0' }).facts?.unitName).toBe('');
  });
});

describe('a roster with a row for each person', () => {
  const as = { ...mapping, RELATION: fields.length };
  const relation = (text: string, changed: Partial<Record<RosterField, RosterCell>> = {}) =>
    readRosterRow([...fields.map((field) => ({ ...good, ...changed })[field] ?? ''), text], as, today, {
      row: 7,
      width: fields.length + 1,
    });

  test.each(['户主', '本人', '户主（本人）'])('takes %s', (text) => expect(codes(relation(text))).toBe(''));

  test.each(['妻', '配偶', '长子', '女', '父亲', '母', '其他', '儿媳', '孙女'])(
    'refuses the row of a member, %s, for that alone',
    (text) => {
      expect(codes(relation(text, { INCOME: '', CAUSES: '' }))).toBe('MEMBER_ROW');
    },
  );

  test('refuses a wrong relation, and reads a missing one as the head, with a note', () => {
    expect(codes(relation('3'))).toBe('RELATION_UNCLEAR');
    expect(relation('').readings).toEqual(['与户主关系没有填写，按户主读']);
  });

  test('recognises the column, but not when members have their own columns', async () => {
    const fieldsOf = async (...headings: string[]) =>
      proposedColumns(
        (await findHeader(
          [{ number: 1, cells: headings.map((text) => ({ kind: 'text' as const, text })) }],
          rosterVocabulary,
          rosterHints,
        ))!,
      ).map(({ field }) => field);
    expect(await fieldsOf('姓名', '身份证号码', '与户主关系')).toEqual(['NAME', 'IDENTITY', 'RELATION']);
    expect(await fieldsOf('户主姓名', '身份证号码', '家庭成员姓名', '与户主关系')).toEqual([
      'NAME',
      'IDENTITY',
      null,
      null,
    ]);
  });

  test.each(['职工身份', '身份', '人员类别'])(
    'recognises the head’s standing under %s, and does not confuse it with an identity card',
    async (heading) => {
      const cells = ['姓名', '身份证号码', heading, '身份证照片'].map((text) => ({ kind: 'text' as const, text }));
      const columns = proposedColumns((await findHeader([{ number: 1, cells }], rosterVocabulary, rosterHints))!);
      expect(columns.map(({ field }) => field)).toEqual(['NAME', 'IDENTITY', 'STANDING', null]);
      const without = proposedColumns(
        (await findHeader([{ number: 1, cells: cells.toSpliced(2, 1) }], rosterVocabulary, rosterHints))!,
      );
      expect(without.map(({ field }) => field)).toEqual(['NAME', 'IDENTITY', null]);
    },
  );
});

test('a column ignored in another file is used when it is the only one with a needed field', () => {
  const column = { index: 0, heading: '人均月收入', field: 'INCOME' } as const;
  expect(withRememberedFields([column], new Map([['人均月收入', null]]))).toEqual([column]);
  const remark = { index: 1, heading: '备注', field: 'REMARK' } as const;
  expect(withRememberedFields([remark], new Map([['备注', null]]))).toEqual([{ ...remark, field: null }]);
});

import { describe, expect, test } from 'vitest';
import { formatYuan, localDate } from '@nuangong/primitives';
import { withRememberedFields, type RosterField, type RosterMapping } from './roster-columns.ts';
import { readRosterRow, type RosterCell, type RosterReading } from './roster-row.ts';

const today = localDate('2026-12-08');
const fields: readonly RosterField[] = [
  'NAME', 'IDENTITY', 'HOUSEHOLD_SIZE', 'INCOME', 'CAUSES', 'DIBAO', 'MIGRANT', 'MODEL_WORKER', 'PHONE', 'BANK_ACCOUNT', 'UNIT', 'REMARK',
];
const mapping: RosterMapping = Object.fromEntries(fields.map((field, at) => [field, at]));
const good: Partial<Record<RosterField, RosterCell>> = {
  NAME: '周艳明', IDENTITY: '522729198301259528', HOUSEHOLD_SIZE: '5', INCOME: '440', CAUSES: '大病', UNIT: '县农机厂',
};

function read(changed: Partial<Record<RosterField, RosterCell>>, as: RosterMapping = mapping): RosterReading {
  const row = { ...good, ...changed };
  return readRosterRow(fields.map((field) => row[field] ?? ''), as, today, { row: 7, width: fields.length });
}

const codes = ({ reasons }: RosterReading): string => reasons.map(({ code }) => code).join(' ');

describe('answers', () => {
  test.each([
    ['享受低保', 'DIBAO'], ['是（省内）', 'DIBAO'], ['城市低保', 'DIBAO'], ['是', 'DIBAO'], ['边缘户', 'MARGINAL'], ['低保边缘', 'MARGINAL'],
    ['非低保', 'NONE'], ['未享受低保', 'NONE'], ['否（已就业）', 'NONE'], ['无', 'NONE'], ['', 'NONE'],
    ['否 已退出', 'NONE'], ['是。', 'DIBAO'], ['没有享受', 'NONE'], ['申请中', 'ANSWER_UNCLEAR'], ['不清楚', 'ANSWER_UNCLEAR'],
    ['待定', 'ANSWER_UNCLEAR'], ['原低保', 'ANSWER_UNCLEAR'], ['已取消低保', 'ANSWER_UNCLEAR'], ['省内', 'ANSWER_UNCLEAR'], ['2', 'ANSWER_UNCLEAR'],
  ])('低保“%s” is %s', (text, answer) => {
    const reading = read({ DIBAO: text });
    expect(codes(reading) || reading.facts?.dibaoStatus).toBe(answer);
  });

  test.each([
    ['是', true], ['是（省内）', true], ['√', true], ['农民工', true], ['进城务工', true], ['不是', false], ['非农民工', false], ['×', false],
    ['农村户口', 'ANSWER_UNCLEAR'], ['不详', 'ANSWER_UNCLEAR'],
  ])('农民工“%s” is %s', (text, answer) => {
    const reading = read({ MIGRANT: text });
    expect(codes(reading) || reading.facts?.migrantWorker).toBe(answer);
  });

  test.each([
    ['省劳模', 'PROVINCIAL'], ['全国劳动模范', 'NATIONAL'], ['市级', 'CITY'], ['省部级', 'PROVINCIAL'], ['无', 'NONE'], ['县劳模', 'NONE'],
    ['省三八红旗手', 'NONE'], ['优秀党员', 'NONE'], ['是', 'ANSWER_UNCLEAR'], ['劳模', 'ANSWER_UNCLEAR'],
  ])('劳模“%s” is %s', (text, answer) => {
    const reading = read({ MODEL_WORKER: text });
    expect(codes(reading) || reading.facts?.modelWorkerHonour).toBe(answer);
  });

  test.each([
    ['无大病', 'CAUSES_MISSING'], ['没有人患病、子女上学', 'SCHOOLING'], ['非残疾；下岗', 'UNEMPLOYMENT'], ['无业', 'UNEMPLOYMENT'], ['无劳动能力', 'OTHER'],
    ['未成年子女上学', 'SCHOOLING'], ['无重大疾病', 'CAUSES_MISSING'], ['未发生意外、失业', 'UNEMPLOYMENT'], ['不困难', 'CAUSES_MISSING'], ['无房', 'OTHER'],
    ['无', 'CAUSES_MISSING'], ['250.50', 'CAUSES_NO_WORDS'], ['家属患病(尿毒症)', 'MAJOR_ILLNESS'],
  ])('致困原因“%s” is %s', (text, answer) => {
    const reading = read({ CAUSES: text });
    expect(codes(reading) || reading.facts?.causes.join()).toBe(answer);
  });
});

describe('numbers', () => {
  test.each<[RosterCell, string]>([
    ['300元/月', '300.00'], ['每月300元', '300.00'], ['300元/人/月', '300.00'], ['3600元/年', '300.00'], ['全年3600', '300.00'], ['１，２５０．５０', '1250.50'],
    [{ number: '333.33333333333331', formula: '1000/3' }, '333.33'], [{ number: '333.33333333333331', formula: '1000/3', decimals: 0 }, '333.00'],
    [{ number: '333.335', decimals: 2 }, '333.34'], [{ number: '333.33333333333331' }, 'INCOME_TOO_PRECISE'], [{ number: '3', percent: true, decimals: 0 }, 'INCOME_PERCENT'],
    [{ number: '0', formula: "VLOOKUP(D3,Sheet2!A:B,2,0)" }, 'LOOKUP_EMPTY'], [{ number: '0', formula: '基础表!C5' }, 'LOOKUP_EMPTY'], [{ number: '0', formula: 'A2-B2' }, '0.00'],
    ['人均300元', '300.00'], [{ number: '0', formula: 'SUMIFS(C:C,A:A,B2)' }, 'LOOKUP_EMPTY'],
    ['约300', 'INCOME_NOT_A_NUMBER'], ['1.250,50', 'INCOME_NOT_A_NUMBER'],
  ])('income %j is %s', (cell, answer) => {
    const reading = read({ INCOME: cell });
    expect(codes(reading) || formatYuan(reading.facts!.monthlyIncome)).toBe(answer);
  });

  test('a yearly income is a twelfth to the fen, and what says so of itself is a month’s', () => {
    const yearly = Object.fromEntries(Object.entries(mapping).map(([field, at]) => [field === 'INCOME' ? 'INCOME_YEARLY' : field, at]));
    expect(formatYuan(read({ INCOME: '1000' }, yearly).facts!.monthlyIncome)).toBe('83.33');
    expect(formatYuan(read({ INCOME: '300元/月' }, yearly).facts!.monthlyIncome)).toBe('300.00');
  });

  test.each<[RosterCell, string]>([
    [{ number: '522729198301259528' }, '522729198301259528'], [{ number: '5.22729198301259E+17' }, 'IDENTITY_LOST_AS_NUMBER'],
    [{ number: '522729198301259000' }, 'IDENTITY_LOST_AS_NUMBER'], ['5.22729E+17', 'IDENTITY_LOST_AS_NUMBER'],
  ])('identity number %j is %s', (cell, answer) => {
    const reading = read({ IDENTITY: cell });
    expect(codes(reading) || reading.identity?.number).toBe(answer);
  });

  test.each<[RosterCell, string]>([
    [{ number: '3' }, '3'], ['３人', '3'], [{ number: '3.9000000000000004' }, 'SIZE_NOT_A_NUMBER'], ['3.9', 'SIZE_NOT_A_NUMBER'],
  ])('size %j is %s', (cell, answer) => {
    const reading = read({ HOUSEHOLD_SIZE: cell });
    expect(codes(reading) || String(reading.facts?.declaredSize)).toBe(answer);
  });

  test.each<[RosterCell, string, string | null]>([
    ['13800000111/13900000222', '13800000111', '另一电话：13900000222'], ['13800000111 13900000222', '13800000111', '另一电话：13900000222'],
    ['1380000011113900000222', '13800000111', '另一电话：13900000222'], ['8222333、13800000111', '13800000111', '另一电话：8222333'],
    [{ number: '13800000111' }, '13800000111', null], ['185 8659 4364', '18586594364', null], ['12345', '', '联系电话写作：12345'],
    ['13800000111（本人）13900000222（妻）', '13800000111', '联系电话写作：13800000111(本人)13900000222(妻)'],
    ['本人13800000111', '13800000111', '联系电话写作：本人13800000111'],
  ])('telephone %j gives %s, the rest to the remark', (cell, phone, remark) => {
    const reading = read({ PHONE: cell });
    expect([reading.phone ?? '', reading.facts?.remark]).toEqual([phone, remark]);
    if (remark !== null) expect(reading.readings.join()).toContain('记入备注');
  });

  test.each<[RosterCell, string | undefined]>([
    [{ number: '6222020000000000101' }, '6222020000000000101'], [{ number: '6.22202E+18' }, 'BANK_ACCOUNT_FORMAT'], [{ number: '6222020000000000000' }, 'BANK_ACCOUNT_FORMAT'], ['无', undefined],
  ])('account %j is %s', (cell, answer) => {
    const reading = read({ BANK_ACCOUNT: cell });
    expect(codes(reading) || reading.bankAccount).toBe(answer ?? undefined);
  });
});

describe('names and texts', () => {
  test.each([
    ['<script>alert(1)</script>', 'NAME_NOT_A_NAME'], ['=HYPERLINK("http://x")', 'NAME_NOT_A_NAME'], ['0', 'NAME_NOT_A_NAME'], ['#N/A', 'CELL_ERROR'], ['@张三', 'NAME_NOT_A_NAME'],
    ['张\uD842三', 'TEXT_DAMAGED'], ['张\uFFFD三', 'TEXT_DAMAGED'], ['𠮷田', ''], ['古丽巴哈尔·阿不都热依木', ''], ["O'Brien", ''], ['欧阳（小）', 'NAME_NOT_A_NAME'],
  ])('name %j: %s', (name, code) => expect(codes(read({ NAME: name }))).toBe(code));

  test('a refusal names the cell', () => {
    expect(read({ NAME: '<b>' }).reasons[0]?.message.zh).toBe('A7 姓名有“<”，不是姓名用字；照身份证填写');
    expect(read({ UNIT: '农\uDFB7机' }).reasons[0]?.message.zh).toBe('K7 的文字已损坏，有字读不出；照原件重录');
  });

  test('a long unit is cut by characters, never within one, and said', () => {
    const reading = read({ UNIT: '𠮷'.repeat(101) });
    expect(reading.facts?.unitName).toBe('𠮷'.repeat(100));
    expect(reading.readings).toEqual(['工作单位超过 100 字，只录入前 100 字']);
  });

  test('a control character is cut and said, wherever it stands', () => {
    for (const field of ['NAME', 'IDENTITY', 'UNIT', 'REMARK', 'CAUSES'] as const) {
      const cell = good[field] ?? '两子在读';
      const reading = read({ [field]: `${String(cell).slice(0, 1)}\u0000${String(cell).slice(1)}` });
      expect([field, codes(reading), reading.readings[0]]).toEqual([field, '', `${'ABCDEFGHIJKL'[fields.indexOf(field)]}7 去掉看不见的控制字符后读取`]);
    }
  });

  test('a unit of no words is refused, an empty one by 0 is none', () => {
    expect(codes(read({ UNIT: '13800000111' }))).toBe('UNIT_NO_WORDS');
    expect(read({ UNIT: '0' }).facts?.unitName).toBe('');
  });
});

test('a column passed over in another file is still the only one that has a needed field', () => {
  const column = { index: 0, heading: '人均月收入', field: 'INCOME' } as const;
  expect(withRememberedFields([column], new Map([['人均月收入', null]]))).toEqual([column]);
  const remark = { index: 1, heading: '备注', field: 'REMARK' } as const;
  expect(withRememberedFields([remark], new Map([['备注', null]]))).toEqual([{ ...remark, field: null }]);
});

import { expect, test } from 'vitest';
import { localDate } from '@nuangong/primitives';
import { readName } from '../person/read-name.ts';
import { readBankAccount } from '../person/read-bank-account.ts';
import { readMember } from './read-registration.ts';

const outcome = (text: string): string => {
  const read = readName(text);
  return read.ok ? read.value : (read.problems[0]?.code ?? '');
};

test.each([
  ['<script>alert(1)</script>', 'NAME_NOT_A_NAME'],
  ['=HYPERLINK("x")', 'NAME_NOT_A_NAME'],
  ['@张三', 'NAME_NOT_A_NAME'],
  ['0', 'NAME_NOT_A_NAME'],
  ['-', 'NAME_NOT_A_NAME'],
  ['张三、李四', 'NAME_NOT_A_NAME'],
  ['张三丶李四', 'NAME_NOT_A_NAME'],
  ['张三（已故）', 'NAME_NOT_A_NAME'],
  ['张😀', 'NAME_NOT_A_NAME'],
  ['张\uFFFD三', 'NAME_NOT_A_NAME'],
  ['\u200B', 'NAME_MISSING'],
  ['张\u3000三', '张三'],
  ['张\u202E三', '张三'],
  ['王⼀', '王一'],
  ['钟\uFE00离', '钟离'],
  ['𠮷田', '𠮷田'],
  ['\uE863某', '\uE863某'],
  ['王〇', '王〇'],
  ['ZHANG  San', 'ZHANG San'],
  ["O'Brien", "O'Brien"],
  ['J. Smith', 'J. Smith'],
  ['欧阳-司马', '欧阳-司马'],
])('a name typed as %j is %s', (text, expected) => expect(outcome(text)).toBe(expected));

test('every typed dot becomes the name dot', () => {
  for (const dot of '·•・‧∙⋅･˙▪●◦﹒．.⸱ᐧ') expect([dot, outcome(`古丽 ${dot} 阿不都`)]).toEqual([dot, '古丽·阿不都']);
});

test('an account of one digit, and the head as a member of the own household, are refused', () => {
  expect(readBankAccount('0000 0000', 'bankAccount')).toMatchObject({
    problems: [{ code: 'BANK_ACCOUNT_PLACEHOLDER', field: 'bankAccount' }],
  });
  const member = (relation: string) =>
    readMember({ name: '子甲', relation, identityNumber: '' }, 'members.0', localDate('2026-12-08'));
  expect(member('本人')).toMatchObject({ problems: [{ code: 'RELATION_OF_HEAD', field: 'members.0.relation' }] });
  expect(member('子').ok).toBe(true);
});

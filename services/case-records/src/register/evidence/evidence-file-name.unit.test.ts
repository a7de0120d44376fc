import { expect, test } from 'vitest';
import { caseFilesFor, cluesOf, type NamedPerson } from './evidence-file-name.ts';

test.each([
  ['张三_诊断证明.pdf', '张三', 'DIAGNOSIS'],
  ['诊断书（李小四）2.PNG', '李小四', 'DIAGNOSIS'],
  ['王桂芳低保证.jpg', '王桂芳', 'DIBAO_CERTIFICATE'],
  ['  欧阳 建国-学费收据（第一页）.jpeg', '欧阳建国', 'TUITION_RECEIPT'],
  ['阿依•古丽 收入证明.pdf', '阿依·古丽', 'INCOME_PROOF'],
  ['失业证-赵六.jpg', '赵六', 'UNEMPLOYMENT_CERTIFICATE'],
  ['扫描件12钱进.pdf', '钱进', undefined],
  ['IMG_20261201_0001 孙七.jpg', '孙七', undefined],
  ['住院费用清单 周八.pdf', '周八', 'EXPENSE_LIST'],
  ['𠮷田一郎 工资单.pdf', '𠮷田一郎', 'INCOME_PROOF'],
])('%s tells of %s and its kind', (fileName, name, kind) => {
  const clues = cluesOf(fileName);
  expect(clues.names).toContain(name);
  expect(clues.kind).toBe(kind);
});

test('numbers are read, and are not parts of names', () => {
  const clues = cluesOf('510107-2026-00012 11010519491231002X 残疾证.pdf');
  expect(clues.fileNumbers).toEqual(['510107-2026-00012']);
  expect(clues.identityNumbers).toEqual(['11010519491231002X']);
  expect(clues.kind).toBe('DISABILITY_CERTIFICATE');
  expect(cluesOf('110105194912310021.pdf').identityNumbers).toEqual([]);
});

test('a file name without a word tells nothing', () => {
  for (const name of ['', '.pdf', 'scan0001.pdf', '诊断.pdf', '😀.png', '-_-']) expect(cluesOf(name).names).toEqual([]);
});

test('a name of any length is cut into few parts', () => {
  expect(cluesOf(`${'张'.repeat(50)}${'王李赵钱孙周吴郑'.repeat(40)}.pdf`).names.length).toBeLessThanOrEqual(120);
});

const person = (caseFileId: string, name: string, identityIndex = ''): NamedPerson => ({
  caseFileId,
  fileNumber: `510107-2026-0000${caseFileId}`,
  name,
  identityIndex,
});
const people = [
  person('1', '王小', 'aa'),
  person('2', '王小明', 'bb'),
  person('3', '王小明', 'cc'),
  person('4', '李四'),
];
const indexesOf = (number: string) => (number === '11010519491231002X' ? ['bb'] : []);
const filesOf = (fileName: string) => caseFilesFor(cluesOf(fileName), people, indexesOf);

test('the number decides before the name, the longest name before a shorter one; namesakes are all named', () => {
  expect(filesOf('王小明 11010519491231002X 病历.pdf')).toEqual(['2']);
  expect(filesOf('王小明病历.pdf')).toEqual(['2', '3']);
  expect(filesOf('王小病历.pdf')).toEqual(['1']);
  expect(filesOf('李四 510107-2026-00001.pdf')).toEqual(['1']);
  expect(filesOf('陈九病历.pdf')).toEqual([]);
});

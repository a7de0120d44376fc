import { expect, test } from 'vitest';
import { dateReasonField } from './date-reason.ts';
import { faultsIn, fieldsAsked, type Field } from './field.ts';

const fields: readonly Field[] = [
  { name: 'amount', label: '金额', kind: 'money' },
  { name: 'year', label: '年度', kind: 'number' },
  { name: 'ratio', label: '比例', when: (typed) => typed['requirement'] === 'RATIO' },
  { name: 'memo', label: '摘要', optional: true },
  { name: 'agreed', label: '同意', kind: 'tick' },
];

const words = (fault: string, label: string): string => `${label}:${fault}`;

test('a field is shown only when its condition holds', () => {
  expect(fieldsAsked(fields, {}).map((field) => field.name)).toEqual(['amount', 'year', 'memo', 'agreed']);
  expect(fieldsAsked(fields, { requirement: 'RATIO' }).map((field) => field.name)).toContain('ratio');
});

test('an empty required field and a wrong number are reported at their field; amounts are checked by the server', () => {
  expect(faultsIn(fields, { year: '二零二六', amount: '-1' }, words)).toEqual([
    { code: 'notNumber', field: 'year', zh: '年度:notNumber', en: '年度:notNumber' },
  ]);
  expect(faultsIn(fields, { year: ' ' }, words).map((fault) => fault.field)).toEqual(['amount', 'year']);
});

test('a day before 1 January of last year asks for a reason', () => {
  const asked = (exitedOn: string) =>
    fieldsAsked([dateReasonField('exitedOn', '原因', new Date('2026-12-08T02:00:00Z'))], { exitedOn }).length;
  expect([asked('2024-12-31'), asked('2025-01-01'), asked(''), asked('2024')]).toEqual([1, 0, 0, 0]);
});

test('a day before the one it depends on asks for a reason', () => {
  const asked = (recoveredOn: string, claimedOn: string) =>
    fieldsAsked([dateReasonField('recoveredOn', '原因', new Date('2026-12-08T02:00:00Z'), claimedOn)], { recoveredOn })
      .length;
  expect([asked('2026-11-30', '2026-12-01'), asked('2026-12-01', '2026-12-01')]).toEqual([1, 0]);
  expect(asked('2024-12-31', '2024-01-01')).toBe(1);
});

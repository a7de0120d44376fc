import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import type { Words } from '../../base/i18n/define-messages.ts';
import { messages } from '../../messages.ts';
import { changeInWords } from './change-in-words.ts';
import { codeInWords } from './code-in-words.ts';

const termAt = (path: string): string | undefined => {
  const found = path
    .split('.')
    .reduce<string | Words | undefined>(
      (within, key) => (typeof within === 'object' ? within[key] : undefined),
      messages.zh,
    );
  return typeof found === 'string' ? found : undefined;
};

const words = {
  fieldOf: (name: string) => termAt(`auditField.${name}`),
  codeOf: (recordType: string, code: string) => codeInWords(termAt, recordType, code),
  yes: '是',
  no: '否',
  separator: '、',
};

test('an entry shows before and after in words and units, without ids', () => {
  const entry = {
    recordType: 'CaseFile',
    before: { status: 'POSTED', totalFen: '9750000', active: true },
    after: {
      status: 'ACTIVE',
      postingId: '01a22fc2-a4bd-7ce3-8b1f-7387010d8b09',
      paidOn: '2026-12-01',
      totalFen: '30000',
    },
  };
  expect(changeInWords(entry, words)).toEqual([
    { name: '状态', before: '公示中', after: '在档' },
    { name: '合计', before: '¥97,500.00', after: '¥300.00' },
    { name: '在用', before: '是', after: null },
    { name: '付款日期', before: null, after: '2026-12-01' },
  ]);
});

test('a status has the word of its kind of record', () => {
  const said = (recordType: string, status: string) => codeInWords(termAt, recordType, status);
  expect(said('DisbursementBatch', 'PREPARED')).toBe('待复核');
  expect(said('CaseFile', 'REJECTED')).toBe('不予建档');
  expect(said('AidApplication', 'REJECTED')).toBe('已驳回');
  expect(said('Staff', 'CLERK')).toBe('工会干事');
});

test('every value in the services’ audit entries has a text', () => {
  const root = resolve(import.meta.dirname, '../../../../..');
  const kept = globSync('services/*/src/**/*.ts', {
    cwd: root,
    exclude: ['**/*.test.ts', '**/generated/**', '**/testing/**'],
  })
    .filter((path) => !/\.test\.ts$|\/generated\/|\/testing\//.test(path))
    .map((path) => readFileSync(join(root, path), 'utf8'))
    .filter((text) => text.includes('recordAudit('))
    .flatMap((text) => [...text.matchAll(/\b(?:before|after): \{([^{}]*)\}/g)])
    .flatMap(([, body = '']) =>
      [...body.matchAll(/(?:^|[,{]|\n)\s*(\w+)(?=\s*(?:[:,}]|$))/g)].map(([, name = '']) => name),
    );
  const unsaid = [...new Set(kept)].filter((name) => !/^id$|Ids?$/.test(name) && words.fieldOf(name) === undefined);
  expect(kept.length).toBeGreaterThan(100);
  expect(unsaid).toEqual([]);
});

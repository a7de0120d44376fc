import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nameForSheet } from './sheet-name.ts';

test.each([
  ['送温暖工程统计表', '送温暖工程统计表'],
  ['2026/2027 年[试行]：表?*', '2026 2027 年 试行 ：表'],
  ["'表'", '表'],
  ['a\u0000b', 'a b'],
  ['[]', '表'],
  ['History', 'History表'],
  ['长'.repeat(40), '长'.repeat(31)],
  [`${'长'.repeat(30)}𠮷`, '长'.repeat(30)],
])('given the title %j, then its sheet is named %j', (title, name) => {
  expect(nameForSheet(title)).toBe(name);
});

test('given any title, then the sheet name is valid', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (title) => {
      const name = nameForSheet(title);
      expect(name).toMatch(/^[^\\/?*[\]:\p{Cc}\p{Cs}]{1,31}$/u);
      expect(name.length).toBeLessThanOrEqual(31);
      expect(name).not.toMatch(/^'|'$/);
    }),
  );
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { entryName, uniqueNames } from './entry-name.ts';

describe('a name within an archive', () => {
  test.each([
    ['诊断证明.pdf', '诊断证明.pdf'],
    ['../../etc/passwd', '__.._etc_passwd'],
    ['C:\\Users\\x.pdf', 'C__Users_x.pdf'],
    ['con.pdf', '_con.pdf'],
    ['.htaccess', '_htaccess'],
    ['x. ', 'x_'],
    [`${'长'.repeat(190)}.pdf`, `${'长'.repeat(65)}.pdf`],
    ['𠮷'.repeat(190), '𠮷'.repeat(49)],
    [`x.${'𠮷'.repeat(10)}`, `x.${'𠮷'.repeat(10)}`],
    ['', '_'],
  ])('%s becomes %s', (name, expected) => expect(entryName(name)).toBe(expected));

  test('is valid on every file system, stays in its folder, and is unique', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 120 }), { maxLength: 8 }), (wanted) => {
        const nameFor = uniqueNames();
        const names = wanted.map(nameFor);
        for (const name of names) expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
        for (const name of names) expect(name).toMatch(/^[^\p{Cc}<>:"/\\|?*.][^\p{Cc}<>:"/\\|?*]*$/u);
        expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
      }),
    );
  });

  test('gets a number when it is already taken', () => {
    const nameFor = uniqueNames();
    expect(['诊断.pdf', '诊断.pdf', 'A.PDF', 'a.pdf'].map(nameFor)).toEqual([
      '诊断.pdf',
      '诊断 (2).pdf',
      'A.PDF',
      'a (2).pdf',
    ]);
  });

  test('takes as little time for the last of many equal names as for the first', () => {
    const nameFor = uniqueNames();
    const names = Array.from({ length: 20_000 }, (_, at) => nameFor(at === 5_000 ? '诊断 (9000).pdf' : '诊断.pdf'));
    expect([new Set(names).size, names.at(-1)]).toEqual([20_000, '诊断 (20000).pdf']);
  }, 2_000);
});

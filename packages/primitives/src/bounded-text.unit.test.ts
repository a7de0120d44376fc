import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readName, readText } from './bounded-text.ts';

const codes = (read: ReturnType<typeof readText>) => (read.ok ? [] : read.problems.map(({ code }) => code));
const nameOf = (typed: string) => readName(typed, { what: '名称', least: 2, most: 10 });

test('given line ends in a short text, then it becomes one line; a long one keeps them', () => {
  expect(readText(' 张村\r\n 二组\t东头 ', 'place', 200)).toEqual({ ok: true, value: '张村 二组 东头' });
  expect(readText('一\n二', 'remark', 1000)).toEqual({ ok: true, value: '一\n二' });
});

test('given any text, then a short one has no line end', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (typed) => {
      const read = readText(typed, 'place', 200);
      if (read.ok) expect(read.value).not.toMatch(/[\t\n\r\u2028\u2029]/u);
    }),
  );
});

test.each([
  ['工', ['NAME_LENGTH']],
  ['  ', ['NAME_LENGTH']],
  ['工会', []],
  ['𠮷'.repeat(10), []],
  ['长'.repeat(11), ['NAME_LENGTH']],
  ['工会\ud83d', ['TEXT_BROKEN']],
])('given the name %j, then it is refused with %j', (typed, refused) => {
  expect(codes(nameOf(typed))).toEqual(refused);
});

import { expect, test } from 'vitest';
import { filesOf } from './source-files.ts';
import { chineseWords, englishWords, readersOfOthers, wordedFiles, type AvoidedWord } from './words-to-avoid.ts';

const files = wordedFiles
  .flatMap((pattern) => filesOf(pattern))
  .filter(({ path }) => !readersOfOthers.test(path) && !/\/(generated|dist)\//.test(path));

/** The lines that hold a word to avoid, each with the word to use. */
function found(words: readonly AvoidedWord[], isText: (line: string) => boolean): readonly string[] {
  return files.flatMap(({ path, text }) =>
    text
      .split('\n')
      .flatMap((line, index) =>
        words
          .filter(({ avoid, elsewhere }) => isText(line) && avoid.test(line) && !elsewhere?.test(path))
          .map(({ avoid, use }) => `${path}:${index + 1} says ${avoid.exec(line)?.[0]}; use ${use}`),
      ),
  );
}

test('one word for one thing: Chinese texts use the glossary’s words', () => {
  expect(files.length).toBeGreaterThan(500);
  expect(found(chineseWords, (line) => /\p{Script=Han}/u.test(line))).toEqual([]);
});

test('one word for one thing: English texts use the glossary’s words', () => {
  expect(found(englishWords, (line) => /['"`“]/.test(line))).toEqual([]);
});

test('a word to avoid is found in a text', () => {
  const [role] = chineseWords;
  expect(role?.avoid.test('全部角色')).toBe(true);
  expect(chineseWords.every(({ use, avoid }) => !avoid.test(use.replaceAll(/[（(].*?[)）]/g, '')))).toBe(true);
});

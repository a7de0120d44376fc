import { expect, test } from 'vitest';
import { spoken, textAt } from './speech.ts';

test('a text is found by its dotted path; a group of texts is not a text', () => {
  const words = { auth: { title: '登录', wide: { x: 'y' } } };
  expect(textAt(words, 'auth.title')).toBe('登录');
  expect(textAt(words, 'auth.wide.x')).toBe('y');
  expect(textAt(words, 'auth.wide')).toBeUndefined();
  expect(textAt(words, 'auth.title.x')).toBeUndefined();
  expect(textAt(words, 'nothing.at.all')).toBeUndefined();
});

test('placeholders are filled literally, also with characters that are special in patterns', () => {
  expect(spoken('%{name}，共 %{count} 户，%{count}', { name: '$& $1 %{count}', count: 3 })).toBe(
    '$& $1 %{count}，共 3 户，3',
  );
  expect(spoken('%{missing}')).toBe('%{missing}');
});

test('one has its own form, all other numbers the last one', () => {
  const files = '%{count} file |||| %{count} files';
  expect(spoken(files, { count: 1, smart_count: 1 })).toBe('1 file');
  expect(spoken(files, { count: 0, smart_count: 0 })).toBe('0 files');
  expect(spoken(files, { count: 2, smart_count: 2 })).toBe('2 files');
});

import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Words } from './base/i18n/define-messages.ts';
import { messages } from './messages.ts';
import { reactAdminInChinese } from './base/i18n/react-admin-in-chinese.ts';

function flat(words: Words, path = ''): readonly (readonly [string, string])[] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${path}${key}`, value] as const] : flat(value, `${path}${key}.`),
  );
}

const placesIn = (text: string): readonly string[] =>
  [...text.matchAll(/%\{(\w+)\}/g)].map((match) => match[1] ?? '').toSorted();

const chinese = flat(messages.zh);
const english = new Map(flat(messages.en));

test('every message exists in both languages with the same placeholders', () => {
  expect(chinese.length).toBeGreaterThan(300);
  for (const [key, text] of chinese) {
    const forms = (english.get(key) ?? '').split('||||');
    for (const form of forms) expect(placesIn(form), key).toEqual(placesIn(text));
  }
});

test('Chinese messages have no pronoun, no 请, no ！ and no scolding words', () => {
  const unwanted = /你|您|请(?!求)|！|!|非法|无效|失败|登陆|其它|帐号|^确定$/;
  const spared = /申请/g;
  const offenders = [...chinese, ...flat(reactAdminInChinese as unknown as Words)].filter(([, text]) =>
    unwanted.test(text.replaceAll(spared, '')),
  );
  expect(offenders).toEqual([]);
});

test('Chinese messages are in Chinese, and English ones are not', () => {
  const exempt = new Set(['display.missing', 'display.progress']);
  const withoutHan = chinese.filter(
    ([key, text]) =>
      !exempt.has(key) &&
      !/\p{Script=Han}/u.test(text.replaceAll(/%\{\w+\}/g, '')) &&
      /[A-Za-z]/.test(text.replaceAll(/%\{\w+\}/g, '')),
  );
  const terms = /送温暖|万元/g;
  const withHan = [...english].filter(([, text]) => /\p{Script=Han}/u.test(text.replaceAll(terms, '')));
  expect(withoutHan).toEqual([]);
  expect(withHan).toEqual([]);
});

const screens = globSync('**/*.tsx', { cwd: import.meta.dirname }).map(
  (path) => [path, readFileSync(join(import.meta.dirname, path), 'utf8')] as const,
);

test('a unit is shown once: beside a label with （元） the amount has no currency sign', () => {
  const words = new Map(chinese);
  const twice = screens.flatMap(([path, text]) =>
    [...text.matchAll(/(?:name|head|label): say\('([\w.]+)'[^{}]*?\bmoney\(/g)].flatMap(([, key = '']) =>
      words.get(key)?.includes('（元）') === true ? `${path}: ${key}` : [],
    ),
  );
  expect(twice).toEqual([]);
});

test('days and files are chosen with the console’s controls, not in the browser’s language', () => {
  const native = screens.filter(([path, text]) =>
    /type="date"/.test(text) && path !== 'base/form/DayInput.tsx'
      ? true
      : /<input(?![^>]*hidden)[^>]*type="file"/.test(text) && !/component="label"/.test(text),
  );
  expect(native.map(([path]) => path)).toEqual([]);
});

test('a button’s accessible name contains its visible text', () => {
  const apart = screens.flatMap(([path, text]) =>
    [...text.matchAll(/aria-label=\{say\('([\w.]+)'[^>]*>\s*\{say\('([\w.]+)'\)\}/g)].flatMap(
      ([, name = '', shown = '']) => {
        const said = new Map(chinese);
        return said.get(name)?.includes(said.get(shown) ?? '') === true
          ? []
          : `${path}: ${name} does not hold ${shown}`;
      },
    ),
  );
  expect(apart).toEqual([]);
});

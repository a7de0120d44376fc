import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { readyPolicyCodes, readReadyPolicy } from './read-ready-policy.ts';

/** The articles that the ready policies cite, as the source documents hold them: by document and article. */
const file = new URL('./__fixtures__/source-passages.json', import.meta.url);
const passages: Readonly<Record<string, string>> = JSON.parse(await readFile(file, 'utf8'));

const traditional =
  '動勞協參員問單嚴場壓學實專對導屬崗幫後從戶擔擴會條業極標檔權歲殘沒況減準濟災為無狀現療監確種積範級組結絡給經維緊緣縣總織繼職聯臨與處藥親許該認調證護負財貧費資輟辦農進過邊醫開關際隨險雙難項須題體則內並於籌徑羣睏旳門堅個圍礎時發';
const simplified =
  '动劳协参员问单严场压学实专对导属岗帮后从户担扩会条业极标档权岁残没况减准济灾为无状现疗监确种积范级组结络给经维紧缘县总织继职联临与处药亲许该认调证护负财贫费资辍办农进过边医开关际随险双难项须题体则内并于筹径群困的门坚个围础时发';

/** Passages of one document that were decoded wrongly, with the original text. */
const garbled: Readonly<Record<string, string>> = {
  '“低?!贝鰰A': '“低保”待遇的',
  '“低?!睏l件': '“低保”条件',
  '“低?!睉羟覇挝淮_': '“低保”户且单位确',
  '“低?!迸R界': '“低保”临界',
};

/** The text alone: simplified, without the pinyin that the copies have in brackets, without punctuation. */
function wordsOf(text: string): string {
  const whole = Object.entries(garbled).reduce((mended, [wrong, right]) => mended.replaceAll(wrong, right), text);
  return [...whole.replaceAll(/\([a-zǎàáāèéěēìíǐīòóǒōùúǔūüǘǚǜ]+\)/g, '')]
    .map((character) => simplified[[...traditional].indexOf(character)] ?? character)
    .join('')
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}

test('each traditional character has a simplified one', () => {
  expect([...traditional]).toHaveLength([...simplified].length);
});

const clauses = (await Promise.all(readyPolicyCodes.map(readReadyPolicy))).flatMap((policy) =>
  policy.clauses.map((clause) => [`${policy.code} ${clause.code}`, clause] as const),
);

test.each(clauses)('%s quotes the source’s words at the article it cites, apart from its reading', (_name, clause) => {
  const passage = wordsOf(passages[clause.source] ?? '');
  for (const part of (clause.text ?? '').split('……')) expect(passage).toContain(wordsOf(part));
  expect(clause.text).not.toBe('');
  expect(clause.note).not.toBe(clause.text);
  expect(clause.noteEn).toMatch(/^[\x20-\x7e’“”–]+$/);
});

import { foldedName, withNameDots } from '../person/folded-name.ts';

/** What a person's keys must hold: all of some, or any of others. */
export interface SoughtKeys {
  readonly all: readonly string[];
  readonly any: readonly string[];
}

/** A name typed in letters of pinyin or initials: wangxm, wxm, zhang san. */
const inLetters = /^[a-z]{2,40}$/u;

/**
 * The keys by which people are found who are meant by a typed text: two or more characters of the name in their order,
 * its reading from the beginning (wangxiao), of the given name (xiaoming), initials (wxm, xm), or the surname's reading
 * with initials (wangxm). Undefined if the text is none of these.
 */
export function soughtKeysOf(search: string): SoughtKeys | undefined {
  const folded = foldedName(withNameDots(search)).replaceAll('ü', 'v');
  const letters = folded.replaceAll(/['’-]/gu, '');
  if (inLetters.test(letters)) return { all: [], any: ['p', 'i', 'm'].map((kind) => kind + letters) };
  const characters = [...folded];
  if (characters.length < 2 || characters.length > 24 || !/\p{Script=Han}/u.test(folded)) return undefined;
  return { all: characters.slice(1).map((character, place) => `n${characters[place]}${character}`), any: [] };
}

/** A whole telephone or account number, as typed with spaces or dashes; undefined if the text is neither. */
export function soughtNumberOf(search: string): { readonly phone?: string; readonly account?: string } | undefined {
  const digits = search.normalize('NFKC').replaceAll(/[\s-]/gu, '');
  if (/^(?:1\d{10}|0\d{9,11})$/u.test(digits)) return { phone: digits };
  return /^\d{12,19}$/u.test(digits) ? { account: digits } : undefined;
}

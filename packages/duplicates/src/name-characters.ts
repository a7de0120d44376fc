import { Converter } from 'opencc-js/t2cn';
import { pinyin } from 'pinyin-pro';
import { plainText } from '@nuangong/primitives';
import { nameVariants } from './name-variants.ts';

/** One character of a name, or one run of Latin letters. */
export interface NameCharacter {
  /** In simplified form, one form for variants; undefined for a sign that stands for an unreadable character. */
  readonly character: string | undefined;
  /** Its readings without tones and without what dialects confuse; of a Latin run, its letters. */
  readonly sounds: readonly string[];
}

/** A name as it is compared. */
export interface NameCharacters {
  readonly characters: readonly NameCharacter[];
  /** The whole name's sound in one word, so that zhang wei is 张伟. */
  readonly sound: string;
}

const simplified = Converter({ from: 't', to: 'cn' });
/** What clerks and programs write in place of a character they do not have. */
const unreadable = /[?□■○●◯◻*×�￭▢]/u;
const notes = /[([{〔【《<][^)\]}〕】》>]*[)\]}〕】》>]?/gu;
const tokens = /\p{Script=Latin}+|[?□■○●◯◻*×�￭▢]|[\p{L}\p{Co}〇]/gu;
const glyphChoices = /[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/gu;
const longest = 40;

/** A text in simplified characters, one form for variants, one width and one case. */
export function foldedText(text: string): string {
  const plain = plainText(text).normalize('NFKC').replace(glyphChoices, '').toLowerCase();
  return Array.from(plain, folded).join('');
}

const foldedCharacters = new Map<string, string>();

function folded(character: string): string {
  const known = foldedCharacters.get(character);
  if (known !== undefined) return known;
  const first = nameVariants.get(character) ?? character;
  const simple = simplified(first);
  const one = nameVariants.get(simple) ?? simple;
  foldedCharacters.set(character, one);
  return one;
}

/**
 * Reads a name for comparison: notes in brackets, digits for namesakes, dots and spaces do not count. Undefined if
 * nothing is left.
 */
export function readNameCharacters(text: string): NameCharacters | undefined {
  const found = foldedText(text.slice(0, 500)).replace(notes, '').match(tokens)?.slice(0, longest) ?? [];
  if (!found.some((token) => !unreadable.test(token))) return undefined;
  const characters = found.map(characterOf);
  const whole = pinyin(found.join(''), { toneType: 'none', surname: 'head', v: true, separator: '' });
  return { characters, sound: withoutDialect(whole.replaceAll(/[^a-z]/g, '') || found.join('')) };
}

const charactersRead = new Map<string, NameCharacter>();

function characterOf(token: string): NameCharacter {
  const known = charactersRead.get(token);
  if (known !== undefined) return known;
  const read = unreadable.test(token)
    ? { character: undefined, sounds: [] }
    : { character: token, sounds: soundsOf(token) };
  charactersRead.set(token, read);
  return read;
}

function soundsOf(token: string): readonly string[] {
  if (/^\p{Script=Latin}/u.test(token)) return [syllable(plainLetters(token))];
  const options = { toneType: 'none', type: 'array', v: true } as const;
  const readings = [
    ...pinyin(token, { ...options, surname: 'head' }),
    ...pinyin(token, { ...options, multiple: true }).slice(0, 4),
  ];
  return [...new Set(readings.map(syllable))];
}

const plainLetters = (text: string): string => text.replaceAll('ü', 'v').normalize('NFD').replaceAll(/\p{M}/gu, '');

/** A syllable without what southern speakers and typists confuse: zh/z, ch/c, sh/s, -ng/-n, n-/l-. */
const syllable = (sound: string): string => withoutDialect(sound).replace(/^n(?=.)/, 'l');

const withoutDialect = (sound: string): string =>
  plainLetters(sound)
    .replaceAll(/([zcs])h/g, '$1')
    .replaceAll('ng', 'n');

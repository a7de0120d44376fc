import { ok, problem, refuse, type Bilingual, type Result } from './result.ts';
import { charactersIn, keptText } from './typed-text.ts';

/** Texts of at most this many characters are one line: names, places, duties. */
const longestLine = 200;

/**
 * A text of at most `most` characters; empty if it is left out. In one of up to 200, line ends and tabs become spaces.
 * Refuses with TEXT_TOO_LONG or TEXT_BROKEN.
 */
export function readText(typed: string | null | undefined, field: string, most: number): Result<string> {
  const kept = keptText(typed ?? '');
  const text = most > longestLine ? kept : kept.replace(/\s*[\t\n\r\u2028\u2029]\s*/gu, ' ');
  if (!text.isWellFormed()) return refuse(problem('TEXT_BROKEN', brokenText, field));
  if (charactersIn(text) <= most) return ok(text);
  const zh = `此项不超过 ${most} 个字，缩短后重录`;
  return refuse(problem('TEXT_TOO_LONG', { zh, en: `Use at most ${most} characters.` }, field));
}

/**
 * A text that must not be empty. Refuses with TEXT_MISSING, TEXT_TOO_LONG or TEXT_BROKEN.
 *
 * @param what the name of the text, if the refusal of an empty one should mention it.
 */
export function readRequiredText(
  typed: string | null | undefined,
  field: string,
  most: number,
  what: Bilingual = { zh: '此项', en: 'This' },
): Result<string> {
  if (keptText(typed ?? '') !== '') return readText(typed, field, most);
  const words = { zh: `${what.zh}没有填写，补填后提交`, en: `${what.en} is empty; fill it in.` };
  return refuse(problem('TEXT_MISSING', words, field));
}

/** An optional text; null if it is empty. Refuses with TEXT_TOO_LONG or TEXT_BROKEN. */
export function readOptionalText(typed: string | null | undefined, field: string, most: number): Result<string | null> {
  return keptText(typed ?? '') === '' ? ok(null) : readText(typed, field, most);
}

/** A name of `least` to `most` characters, at most 200, on one line. Refuses with NAME_LENGTH or TEXT_BROKEN. */
export function readName(
  typed: string,
  { field = 'name', what, least, most }: { field?: string; what: string; least: number; most: number },
): Result<string> {
  const name = readText(typed, field, most);
  if (!name.ok && name.problems[0]?.code !== 'TEXT_TOO_LONG') return name;
  if (name.ok && charactersIn(name.value) >= least) return name;
  const zh = `${what}应为 ${least} 至 ${most} 个字，改后重录`;
  return refuse(problem('NAME_LENGTH', { zh, en: `Enter a name of ${least} to ${most} characters.` }, field));
}

/** The message for a text that contains half a character. */
export const brokenText: Bilingual = {
  zh: '文字中有一个字只剩一半，删去该字后重录',
  en: 'This text contains half of a character. Delete it and enter it again.',
};

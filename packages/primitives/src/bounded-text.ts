import { ok, problem, refuse, type Bilingual, type Result } from './result.ts';
import { charactersIn, keptText } from './typed-text.ts';

/** A text of at most `most` characters; empty if it is left out. Refuses with TEXT_TOO_LONG or TEXT_BROKEN. */
export function readText(typed: string | null | undefined, field: string, most: number): Result<string> {
  const text = keptText(typed ?? '');
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

/** The message for a text that contains half a character. */
export const brokenText: Bilingual = {
  zh: '文字中有一个字只剩一半，删去该字后重录',
  en: 'One character of this text is cut in half. Delete it and enter it again.',
};

import { plainText, problem, readText, refuse, type Bilingual, type Result } from '@nuangong/primitives';
import { withNameDots } from './folded-name.ts';

/** Radicals, which text copied from PDF has in place of the characters that they look like, and variation selectors. */
const radicals = /[\u2F00-\u2FD5]/g;
const glyphChoices = /[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/gu;
/** The characters allowed in a name: letters of any script, digits for namesakes, dot, hyphen, apostrophe. */
const nameSign = /^[\p{L}\p{M}\p{N}\p{Co} ·.'’-]$/u;
const longest = 60;

/**
 * Reads a person's name: spaces within Chinese names are removed, others collapsed; every dot becomes ·, radicals
 * become characters. Refuses with NAME_MISSING, TEXT_TOO_LONG, or NAME_NOT_A_NAME if it has no letters or contains a
 * sign not allowed in names.
 */
export function readName(text: string, field = 'name'): Result<string> {
  const plain = plainText(text)
    .replace(/ +/g, ' ')
    .replace(glyphChoices, '')
    .replace(radicals, (radical) => radical.normalize('NFKC'));
  const dotted = withNameDots(plain);
  const name = /[A-Za-z]/.test(dotted) ? dotted : dotted.replaceAll(' ', '');
  if (name === '') return refuse(problem('NAME_MISSING', nameMissing, field));
  const read = readText(name, field, longest);
  if (!read.ok) return read;
  // Clerks separate two names by the stroke 丶, which looks like a comma.
  const strange = [...name].find((sign) => !nameSign.test(sign) || sign === '丶');
  if (strange !== undefined) return refuse(problem('NAME_NOT_A_NAME', strangeSign(strange), field));
  return /[\p{L}\p{Co}]/u.test(name) ? read : refuse(problem('NAME_NOT_A_NAME', noLetters, field));
}

const nameMissing: Bilingual = { zh: '姓名没有填写，补填后提交', en: 'The name is missing; fill it in.' };
const noLetters: Bilingual = {
  zh: '姓名没有文字；照身份证填写',
  en: 'The name has no letters. Enter it from the identity card.',
};
const strangeSign = (sign: string): Bilingual => ({
  zh: `姓名有“${sign}”，不是姓名用字；照身份证填写`,
  en: `The name contains “${sign}”, which is not allowed. Enter it from the identity card.`,
});

const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g;
const FULL_WIDTH = /[\uff01-\uff5e]/g;

/**
 * Text as a clerk typed or pasted it, made plain: full-width letters, digits and signs become ASCII, every kind of
 * space becomes one,
 * invisible characters and the ends' spaces go. Chinese characters stay as they are.
 */
export function plainText(text: string): string {
  return text
    .replace(INVISIBLE, '')
    .replace(FULL_WIDTH, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(/\uffe5/g, '¥')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s/g, ' ')
    .trim();
}

/** Plain text without any spaces: for numbers that are typed in groups. */
export function withoutSpaces(text: string): string {
  return plainText(text).replaceAll(' ', '');
}

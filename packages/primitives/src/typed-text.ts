const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;
const FULL_WIDTH = /[\uff01-\uff5e]/g;
/** Characters that databases, spreadsheets and printed pages do not accept; tabs and line ends are accepted. */
const CONTROLS = /(?![\t\n\v\f\r])[\p{Cc}\ufffe\uffff]/gu;

/**
 * Text without control characters, which come from other programs' cells and clipboards. A word processor's line or
 * page break becomes a line end.
 */
export function withoutControls(text: string): string {
  return text.replace(CONTROLS, '').replace(/[\v\f]/g, '\n');
}

/**
 * Normalises text as a clerk typed or pasted it: full-width letters, digits and signs become ASCII, every kind of space
 * becomes a single space, control and invisible characters and surrounding spaces are removed. Chinese characters do
 * not change.
 */
export function plainText(text: string): string {
  return withoutControls(text)
    .replace(INVISIBLE, '')
    .replace(FULL_WIDTH, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(/\uffe5/g, '¥')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s/g, ' ')
    .trim();
}

/** Plain text without any spaces, for numbers that are typed in groups. */
export function withoutSpaces(text: string): string {
  return plainText(text).replaceAll(' ', '');
}

/** Text for storage: letters and lines as typed, without invisible characters and surrounding spaces. */
export function keptText(text: string): string {
  return withoutControls(text).replace(INVISIBLE, '').trim();
}

/** The number of characters as people and databases count them: a rare character is one, not two code units. */
export function charactersIn(text: string): number {
  let count = 0;
  for (const _character of text) count += 1;
  return count;
}

/** The first `most` characters of a text, never half a character. */
export function cutText(text: string, most: number): string {
  if (text.length <= most) return text;
  return Array.from(text.slice(0, 2 * most))
    .slice(0, most)
    .join('');
}

const longestFileName = 200;

/**
 * The name under which an uploaded file is stored; `otherwise` if nothing readable is left of its original name. Half a
 * character becomes the replacement character.
 */
export function fileNameOf(uploaded: string, otherwise: string): string {
  return cutText(plainText(uploaded).toWellFormed(), longestFileName) || otherwise;
}

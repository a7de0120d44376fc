const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;
const FULL_WIDTH = /[\uff01-\uff5e]/g;
/** What a database, a spreadsheet or a printed page does not take; tabs and line ends it does. */
const CONTROLS = /(?![\t\n\v\f\r])[\p{Cc}\ufffe\uffff]/gu;

/**
 * Text without control characters, which nobody typed: they come from other programs' cells and copies. A line or page
 * break of a word processor becomes the end of a line.
 */
export function withoutControls(text: string): string {
  return text.replace(CONTROLS, '').replace(/[\v\f]/g, '\n');
}

/**
 * Text as a clerk typed or pasted it, made plain: full-width letters, digits and signs become ASCII, every kind of
 * space becomes one,
 * control and invisible characters and the ends' spaces go. Chinese characters stay as they are.
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

/** Plain text without any spaces: for numbers that are typed in groups. */
export function withoutSpaces(text: string): string {
  return plainText(text).replaceAll(' ', '');
}

/** Text as it is kept: its letters and lines as they were typed, without what nobody sees and the ends' spaces. */
export function keptText(text: string): string {
  return withoutControls(text).replace(INVISIBLE, '').trim();
}

/** How many characters a text has, as people and databases count them: a rare one is one, not two code units. */
export function charactersIn(text: string): number {
  let count = 0;
  for (const _character of text) count += 1;
  return count;
}

/** The first `most` characters of a text, never half of one. */
export function cutText(text: string, most: number): string {
  if (text.length <= most) return text;
  return Array.from(text.slice(0, 2 * most))
    .slice(0, most)
    .join('');
}

const longestFileName = 200;

/**
 * The name under which an uploaded file is kept; `otherwise` where nothing readable is left of the one it came under.
 * Half of a character becomes the sign for one that cannot be read.
 */
export function fileNameOf(uploaded: string, otherwise: string): string {
  return cutText(plainText(uploaded).toWellFormed(), longestFileName) || otherwise;
}

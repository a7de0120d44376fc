/** Dots of keyboards and fonts that stand for the one within names (·), and the full stop between Chinese characters. */
const nameDots = /[•・‧∙⋅･˙▪●◦﹒⸱ᐧ]|(?<=\p{Script=Han}) ?\. ?(?=\p{Script=Han})/gu;

/** A name with the one dot that names have (·), whichever was typed. */
export function withNameDots(name: string): string {
  return name.replace(nameDots, '·');
}

/**
 * A name as it is compared and sought: without spaces and dots of whatever kind, capitals or not. The same as the
 * database's `folded_name`.
 */
export function foldedName(name: string): string {
  return name
    .normalize('NFKC')
    .replaceAll(/[ ·•・‧∙⋅･.]/g, '')
    .toLowerCase();
}

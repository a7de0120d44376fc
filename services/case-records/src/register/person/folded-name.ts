/** Characters typed in place of the dot within names (·), and the full stop between Chinese characters. */
const nameDots = /[•・‧∙⋅･˙▪●◦﹒⸱ᐧ]|(?<=\p{Script=Han}) ?\. ?(?=\p{Script=Han})/gu;

/** A name with every variant of the dot replaced by ·. */
export function withNameDots(name: string): string {
  return name.replace(nameDots, '·');
}

/**
 * A name normalised for comparison and search: without spaces and dots, in one case. The same as the database's
 * `folded_name`.
 */
export function foldedName(name: string): string {
  return name
    .normalize('NFKC')
    .replaceAll(/[ ·•・‧∙⋅･.]/g, '')
    .toLowerCase();
}

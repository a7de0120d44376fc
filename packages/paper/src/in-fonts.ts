import { paperFont, type PaperFont } from './fonts.ts';

/** Which font has a character; undefined where none has. */
export type FontOf = (character: string) => PaperFont | undefined;

/** A document whose texts are set in fonts that have their characters, and the characters that no font has. */
export interface SetDocument {
  readonly document: unknown;
  readonly fonts: ReadonlySet<PaperFont>;
  readonly unprintable: ReadonlySet<string>;
}

/**
 * Sets every text of a pdfmake document: one with characters that only the rare font has becomes runs, each in its
 * font. Nothing else of the document changes.
 */
export function inFonts(document: unknown, fontOf: FontOf): SetDocument {
  const fonts = new Set<PaperFont>([paperFont]);
  const unprintable = new Set<string>();
  const known = new Map<string, PaperFont | undefined>();

  const fontFor = (character: string): PaperFont => {
    if (!known.has(character)) known.set(character, fontOf(character));
    const font = known.get(character);
    if (font === undefined) unprintable.add(character);
    else fonts.add(font);
    return font ?? paperFont;
  };

  const setText = (text: string): unknown => {
    const runs: { text: string; font: PaperFont }[] = [];
    for (const character of text) {
      const font = fontFor(character);
      const last = runs.at(-1);
      if (last?.font === font) last.text += character;
      else runs.push({ text: character, font });
    }
    return runs.every(({ font }) => font === paperFont) ? text : runs;
  };

  const set = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(set);
    if (typeof node !== 'object' || node === null) return node;
    return Object.fromEntries(
      Object.entries(node).map(([key, value]: [string, unknown]) => [
        key,
        key === 'text' && typeof value === 'string' ? setText(value) : set(value),
      ]),
    );
  };

  return { document: set(document), fonts, unprintable };
}

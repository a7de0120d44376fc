import { paperFont, type PaperFont } from './fonts.ts';

/** Finds the font that contains a character; undefined if none does. */
export type FontOf = (character: string) => PaperFont | undefined;

/** A document whose texts use fonts that contain their characters, and the characters that no font contains. */
export interface SetDocument {
  readonly document: unknown;
  readonly fonts: ReadonlySet<PaperFont>;
  readonly unprintable: ReadonlySet<string>;
}

/**
 * Sets the font of every text in a pdfmake document: a text with characters that only the fallback font contains is
 * split into runs, each in its font. The rest of the document does not change.
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

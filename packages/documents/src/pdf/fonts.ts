import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { brotliDecompressSync } from 'node:zlib';
import { openSync, type Font } from 'fontkit';

/** The font of every printed paper, and the fallback for characters of the CJK Extension B that it lacks. */
export const paperFont = 'NotoSansSC';
export const rareFont = 'HanExtensionB';
export type PaperFont = typeof paperFont | typeof rareFont;

const resolve = createRequire(import.meta.url);
const weight = (name: string) => resolve.resolve(`@expo-google-fonts/noto-sans-sc/${name}/NotoSansSC_${name}.ttf`);

/** The files of the ordinary font. */
export const paperFontFiles = { normal: weight('400Regular'), bold: weight('700Bold') } as const;

/** The content of the fallback font: 22 MB, read only when one of its characters is printed. */
export function readRareFont(): Buffer {
  return brotliDecompressSync(readFileSync(new URL('../../fonts/han-extension-b.ttf.br', import.meta.url)));
}

let ordinary: Font | undefined;

/** The font that contains a character; undefined if none does. Spaces and line ends need none. */
export function fontOf(character: string): PaperFont | undefined {
  if (/\s/u.test(character)) return paperFont;
  const code = character.codePointAt(0) ?? 0;
  ordinary ??= openSync(paperFontFiles.normal) as Font;
  if (ordinary.hasGlyphForCodePoint(code)) return paperFont;
  return code >= 0x20000 && code <= 0x2a6d6 ? rareFont : undefined;
}

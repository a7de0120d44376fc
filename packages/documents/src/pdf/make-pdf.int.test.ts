import { describe, expect, test } from 'vitest';
import { fontOf, paperFont, rareFont } from './fonts.ts';
import { makePdf } from './make-pdf.ts';

const document = (text: string) => ({ defaultStyle: { font: paperFont }, content: [{ text }] });
const fontsIn = (bytes: Uint8Array) =>
  [
    ...Buffer.from(bytes)
      .toString('latin1')
      .matchAll(/\/BaseFont \/[A-Z]{6}\+([\w-]+)/g),
  ].map(([, name]) => name);

describe('the fonts of printed papers', () => {
  test.each([
    ['王', paperFont],
    ['𬭎', paperFont],
    ['𠮷', rareFont],
    ['𪚥', rareFont],
    ['𠀀', rareFont],
    ['·', paperFont],
    ['\n', paperFont],
    ['🧧', undefined],
    ['\u{30000}', undefined],
  ])('%s is in %s', (character, font) => expect(fontOf(character)).toBe(font));

  test('every character of Extension B has a glyph', () => {
    const missing = Array.from({ length: 0x2a6d7 - 0x20000 }, (_, at) => String.fromCodePoint(0x20000 + at)).filter(
      (character) => fontOf(character) === undefined,
    );
    expect(missing).toEqual([]);
  });

  test('are embedded as subsets of the used characters', async () => {
    const plain = await makePdf(document('周小明'));
    const rare = await makePdf(document('周𠮷明'));
    expect(plain.ok && new Set(fontsIn(plain.bytes))).toEqual(new Set(['NotoSansSC-Regular']));
    expect(rare.ok && new Set(fontsIn(rare.bytes))).toEqual(new Set(['NotoSansSC-Regular', 'NuangongHanExtensionB']));
    expect(rare.ok && rare.bytes.length).toBeLessThan(100_000);
  });

  test('a character without a glyph is named in an error, not printed as a box', async () => {
    expect(await makePdf(document('周🧧明\u{30000}'))).toEqual({ ok: false, unprintable: ['🧧', '\u{30000}'] });
  });
});

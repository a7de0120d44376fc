import { describe, expect, test } from 'vitest';
import { paperFont, rareFont } from './fonts.ts';
import { inFonts } from './in-fonts.ts';

const fontOf = (character: string) => (character === '𠮷' ? rareFont : character === '𪚥' ? undefined : paperFont);

describe('a document set in fonts', () => {
  test('stays unchanged when the ordinary font has every character', () => {
    const document = { content: [{ text: '周小明', bold: true }, { table: { body: [['甲', { text: '乙' }]] } }] };
    expect(inFonts(document, fontOf)).toEqual({ document, fonts: new Set([paperFont]), unprintable: new Set() });
  });

  test('sets a rare character in its own font, between runs of the ordinary one', () => {
    const { document, fonts } = inFonts({ stack: [{ text: '周𠮷𠮷明', bold: true }] }, fontOf);
    expect(document).toEqual({
      stack: [
        {
          text: [
            { text: '周', font: paperFont },
            { text: '𠮷𠮷', font: rareFont },
            { text: '明', font: paperFont },
          ],
          bold: true,
        },
      ],
    });
    expect(fonts).toContain(rareFont);
  });

  test('lists each character that no font has once', () => {
    const { unprintable } = inFonts([{ text: '𪚥𠮷' }, { text: [{ text: '𪚥' }] }], fontOf);
    expect([...unprintable]).toEqual(['𪚥']);
  });
});

import pdfmake from 'pdfmake';
import { fontOf, paperFont, paperFontFiles, rareFont, readRareFont } from './fonts.ts';
import { inFonts } from './in-fonts.ts';

/** A PDF, or the characters that no font contains: each would print as an empty box. */
export type MadePdf =
  | { readonly ok: true; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly ok: false; readonly unprintable: readonly string[] };

const rareFile = 'han-extension-b.ttf';
/** pdfmake's in-memory files, which its types do not include. */
const memory = Reflect.get(pdfmake, 'virtualfs') as { writeFileSync(name: string, content: Buffer): void };

/**
 * Lays out a pdfmake document as PDF with the used parts of the fonts embedded. Takes 250 KB of memory per page and a
 * full processor, so call it in a worker.
 */
export async function makePdf(document: object): Promise<MadePdf> {
  const set = inFonts(document, fontOf);
  if (set.unprintable.size > 0) return { ok: false, unprintable: [...set.unprintable] };
  if (set.fonts.has(rareFont)) memory.writeFileSync(rareFile, readRareFont());
  pdfmake.setFonts({ [paperFont]: { ...paperFontFiles }, [rareFont]: { normal: rareFile, bold: rareFile } });
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => Object.values<string>(paperFontFiles).includes(path));
  return {
    ok: true,
    bytes: new Uint8Array(await pdfmake.createPdf(set.document as Parameters<typeof pdfmake.createPdf>[0]).getBuffer()),
  };
}

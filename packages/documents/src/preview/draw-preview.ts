import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { createCanvas, GlobalFonts, loadImage } from '@napi-rs/canvas';
import { paperFont, paperFontFiles } from '../pdf/fonts.ts';
import { pictureSize } from './picture-size.ts';
import { fittingScale, mostPixels, type MadePreview, type WantedPreview } from './preview.ts';

/** JPEG quality of previews, of 100. */
const quality = 82;
const assets = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
const asset = (folder: string): string => join(assets, folder) + sep;

/** Draws one page of a document. Takes a full processor and the decoded picture in memory: call it in a worker. */
export async function drawPreview({ bytes, type, page }: WantedPreview): Promise<MadePreview> {
  try {
    return type === 'application/pdf' ? await drawPdfPage(bytes, page) : await drawPicture(bytes, page);
  } catch {
    return { ok: false, reason: 'UNREADABLE' };
  }
}

async function drawPicture(bytes: Uint8Array, page: number): Promise<MadePreview> {
  const declared = pictureSize(bytes);
  if (declared === undefined) return { ok: false, reason: 'UNREADABLE' };
  if (declared.width * declared.height > mostPixels) return { ok: false, reason: 'TOO_LARGE' };
  if (page !== 1) return { ok: false, reason: 'NO_SUCH_PAGE' };
  // Rotated as the camera recorded; its location and other metadata are dropped.
  const picture = await loadImage(bytes);
  const scale = fittingScale(picture.width, picture.height, false);
  const [width, height] = [roundUp(picture.width * scale), roundUp(picture.height * scale)];
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, width, height);
  context.drawImage(picture, 0, 0, width, height);
  return { ok: true, pages: 1, picture: Uint8Array.from(await canvas.encode('jpeg', quality)) };
}

async function drawPdfPage(bytes: Uint8Array<ArrayBuffer>, number: number): Promise<MadePreview> {
  // For fonts that the document names without embedding them, on machines without Chinese fonts.
  GlobalFonts.registerFromPath(paperFontFiles.normal, paperFont);
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const loading = getDocument({
    data: bytes,
    cMapUrl: asset('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: asset('standard_fonts'),
    wasmUrl: asset('wasm'),
    iccUrl: asset('iccs'),
    disableFontFace: true,
    enableXfa: false,
    maxImageSize: mostPixels,
    verbosity: 0,
  });
  const document = await loading.promise;
  if (number > document.numPages) return { ok: false, reason: 'NO_SUCH_PAGE' };
  const page = await document.getPage(number);
  const size = page.getViewport({ scale: 1 });
  const viewport = page.getViewport({ scale: fittingScale(size.width, size.height, true) });
  const canvas = createCanvas(roundUp(viewport.width), roundUp(viewport.height));
  await page.render({ canvas: canvas as unknown as HTMLCanvasElement, viewport }).promise;
  return { ok: true, pages: document.numPages, picture: Uint8Array.from(await canvas.encode('jpeg', quality)) };
}

const roundUp = (length: number): number => Math.max(1, Math.ceil(length - 0.001));

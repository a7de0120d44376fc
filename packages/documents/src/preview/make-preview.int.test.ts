import { deflateSync } from 'node:zlib';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { describe, expect, test } from 'vitest';
import { paperFont } from '../pdf/fonts.ts';
import { makePdf } from '../pdf/make-pdf.ts';
import { makePreview as makePreviewOf, mostWaiting } from './make-preview.ts';
import type { WantedPreview } from './preview.ts';

const makePreview = (wanted: WantedPreview) => makePreviewOf(() => Promise.resolve(wanted));
const bytesOf = (buffer: Buffer): Uint8Array<ArrayBuffer> => Uint8Array.from(buffer);

/** A red and a blue half side by side. */
function halves(width: number, height: number): Buffer {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#ff0000';
  context.fillRect(0, 0, width / 2, height);
  context.fillStyle = '#0000ff';
  context.fillRect(width / 2, 0, width / 2, height);
  return canvas.toBuffer('image/jpeg', 90);
}

/** As a camera held upright writes it: orientation 6, a quarter turn clockwise; with a position, which is private. */
function turned(jpeg: Buffer): Buffer {
  const tiff = Buffer.from('4d4d002a00000008000101120003000000010006000000000000', 'hex');
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, Buffer.from('104.06E 30.67N')]);
  const head = Buffer.from([0xff, 0xe1, (body.length + 2) >> 8, (body.length + 2) & 255]);
  return Buffer.concat([jpeg.subarray(0, 2), head, body, jpeg.subarray(2)]);
}

async function shown(made: Awaited<ReturnType<typeof makePreview>>) {
  if (!made.ok) throw new Error(made.reason);
  const picture = await loadImage(made.picture);
  const canvas = createCanvas(picture.width, picture.height);
  const context = canvas.getContext('2d');
  context.drawImage(picture, 0, 0);
  const { data } = context.getImageData(0, 0, picture.width, picture.height);
  let ink = 0;
  for (let at = 0; at < data.length; at += 4) if ((data[at] ?? 255) < 128) ink += 1;
  return { width: picture.width, height: picture.height, ink, first: [...data.subarray(0, 3)] };
}

async function threePages(): Promise<Uint8Array<ArrayBuffer>> {
  const made = await makePdf({
    defaultStyle: { font: paperFont, fontSize: 40 },
    content: ['疾病诊断证明', { text: '第二页', pageBreak: 'before' }, { text: '', pageBreak: 'before' }],
  });
  if (!made.ok) throw new Error('not printed');
  return made.bytes;
}

/** A PNG of zeros that declares 50,000 by 50,000 pixels. */
function bomb(): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(50_000, 0);
  header.writeUInt32BE(50_000, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const chunk = (name: string, body: Buffer) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(body.length);
    return Buffer.concat([length, Buffer.from(name), body, Buffer.alloc(4)]);
  };
  const start = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([start, chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.alloc(1e6)))]);
}

describe('a preview', () => {
  test('of a large picture has a bounded size, upright orientation and no camera metadata', async () => {
    const made = await makePreview({ bytes: bytesOf(turned(halves(4_000, 2_000))), type: 'image/jpeg', page: 1 });
    const { width, height, first } = await shown(made);
    expect([width, height]).toEqual([800, 1_600]);
    expect([first[0]! > 200, first[2]! < 60]).toEqual([true, true]);
    expect(made.ok && Buffer.from(made.picture).includes('104.06E')).toBe(false);
  });

  test('of a PDF shows one page with Chinese text, and says how many pages there are', async () => {
    const bytes = await threePages();
    const page = (number: number) =>
      makePreview({ bytes: Uint8Array.from(bytes), type: 'application/pdf', page: number });
    const [one, two, three, four] = [await page(1), await page(2), await page(3), await page(4)];
    expect(one).toMatchObject({ ok: true, pages: 3 });
    const [first, second, third] = [await shown(one), await shown(two), await shown(three)];
    expect(Math.max(first.width, first.height)).toBe(1_600);
    expect(first.ink).toBeGreaterThan(2_000);
    expect(second.ink).toBeGreaterThan(800);
    expect(second.ink).toBeLessThan(first.ink);
    expect(third.ink).toBe(0);
    expect(four).toEqual({ ok: false, reason: 'NO_SUCH_PAGE' });
  });

  test.each([
    ['a PDF without pages', 'application/pdf', Buffer.from('%PDF-1.7\n1 0 obj\n%%EOF\n'), 'UNREADABLE'],
    ['a picture cut short', 'image/png', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), 'UNREADABLE'],
    ['a picture of more pixels than memory', 'image/png', bomb(), 'TOO_LARGE'],
  ])('of %s is refused, and the service continues', async (_what, type, content, reason) => {
    expect(await makePreview({ bytes: bytesOf(content), type, page: 1 })).toEqual({ ok: false, reason });
  });

  test('is made in turn; requests beyond the queue’s limit are refused, and those whose caller has left are dropped', async () => {
    const jpeg = halves(40, 20);
    let read = 0;
    const ask = async (left?: AbortSignal) => {
      const made = await makePreviewOf(() => {
        read += 1;
        return Promise.resolve({ bytes: bytesOf(jpeg), type: 'image/jpeg', page: 1 });
      }, left);
      return made.ok ? 'MADE' : made.reason;
    };
    const leaver = new AbortController();
    const leaves = ask(leaver.signal);
    const alsoLeaves = Promise.allSettled([leaves, ...Array.from({ length: 9 }, () => ask(leaver.signal))]);
    const answers = Array.from({ length: 2 + mostWaiting }, () => ask());
    expect(read).toBe(2);
    leaver.abort();
    expect((await alsoLeaves).every(({ status }) => status === 'rejected')).toBe(true);
    const counted = Map.groupBy(await Promise.all(answers), (answer) => answer);
    expect([counted.get('MADE')?.length, counted.get('BUSY')?.length]).toEqual([12, 10]);
    expect(read).toBe(14);
  });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cipherNames } from './cipher.ts';
import { makeFileKey, openStream, sealStream } from './sealed-stream.ts';

async function* inChunks(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}

async function gather(source: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of source) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const sealed = (key: string, bytes: Uint8Array, boundTo = 'file 1', size = 10_000) =>
  gather(sealStream(key, inChunks(bytes, size), boundTo));
const opened = (key: string, bytes: Uint8Array, boundTo = 'file 1', size = 7_777) =>
  gather(openStream(key, inChunks(bytes, size), boundTo));

const lengths = fc.constantFrom(0, 1, 65_535, 65_536, 65_537, 131_072, 200_000);
const sizes = fc.integer({ min: 1_000, max: 150_000 });

test.each(cipherNames)('a file of any length in any chunks opens unchanged: %s', async (cipher) => {
  await fc.assert(
    fc.asyncProperty(lengths, sizes, sizes, async (length, one, other) => {
      const bytes = Buffer.alloc(length, '暖工');
      const key = makeFileKey(cipher);
      expect((await opened(key, await sealed(key, bytes, 'file 1', one), 'file 1', other)).equals(bytes)).toBe(true);
    }),
    { numRuns: 20 },
  );
});

test('a file does not open when changed, truncated, extended or reordered, nor as another file or under another key', async () => {
  const key = makeFileKey('AES256GCM');
  const whole = await sealed(key, Buffer.alloc(150_000, 7));
  const piece = whole.readUInt32BE(0) + 4;
  const changed = Buffer.from(whole);
  changed[100_000]! ^= 1;
  const exchanged = Buffer.concat([
    whole.subarray(piece, 2 * piece),
    whole.subarray(0, piece),
    whole.subarray(2 * piece),
  ]);
  const withoutLast = whole.subarray(0, 2 * piece);
  const twiceLast = Buffer.concat([whole, whole.subarray(2 * piece)]);
  for (const wrong of [
    changed,
    exchanged,
    withoutLast,
    twiceLast,
    whole.subarray(0, -1),
    Buffer.concat([whole, Buffer.alloc(1)]),
  ]) {
    await expect(opened(key, wrong)).rejects.toThrow();
  }
  await expect(opened(key, whole, 'file 2')).rejects.toThrow();
  await expect(opened(makeFileKey('AES256GCM'), whole)).rejects.toThrow();
  expect(whole.includes(Buffer.alloc(64, 7))).toBe(false);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCanvas } from '@napi-rs/canvas';
import { pictureSize } from './picture-size.ts';

test('the declared size of a picture is its real size', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 300 }),
      fc.integer({ min: 1, max: 300 }),
      fc.constantFrom('image/jpeg' as const, 'image/png' as const),
      (width, height, type) => {
        const canvas = createCanvas(width, height);
        const bytes = type === 'image/png' ? canvas.toBuffer('image/png') : canvas.toBuffer('image/jpeg');
        expect(pictureSize(bytes)).toEqual({ width, height });
      },
    ),
    { numRuns: 30 },
  );
});

test('it ends for any bytes, and finds no size in what is not a picture', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void pictureSize(bytes)));
  expect(pictureSize(Buffer.from('%PDF-1.7 and more than twenty-four bytes'))).toBeUndefined();
  expect(pictureSize(Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0xff, 0xff, 0, 0, 0, 0, 0, 0]))).toBeUndefined();
});

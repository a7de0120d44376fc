import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fitted } from './fitted.ts';

const box = { width: 168, height: 30 };

describe('a text that has to fit its box', () => {
  test('keeps the wanted size when it fits', () => {
    expect(fitted('县农机厂工会', box, 9.5)).toEqual({ text: '县农机厂工会', fontSize: 9.5 });
  });

  test('is set smaller, without a cut, when it does not fit', () => {
    const long = fitted('长'.repeat(60), box, 9.5);
    expect(long.text).toHaveLength(60);
    expect(long.fontSize).toBeLessThan(9.5);
  });

  test('is cut when even the smallest readable size does not fit', () => {
    const { text, fontSize } = fitted('长'.repeat(5_000), box, 9.5);
    expect([text.endsWith('…'), fontSize]).toEqual([true, 4.5]);
  });

  test('never exceeds its box, and is never cut within a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('长', 'a', '𠮷', ' '), maxLength: 2_000 }), (given) => {
        const { text, fontSize } = fitted(given, box, 9.5);
        const lines = Math.ceil(([...text].length * 0.7 * fontSize) / box.width);
        expect(lines * fontSize * 1.15).toBeLessThanOrEqual(box.height);
        expect(text).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/);
      }),
    );
  });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { soughtKeysOf, soughtNumberOf } from './sought-keys.ts';

test('characters are sought in pairs, in their order', () => {
  expect(soughtKeysOf('小明')).toEqual({ all: ['n小明'], any: [] });
  expect(soughtKeysOf('王 小明')).toEqual({ all: ['n王小', 'n小明'], any: [] });
  expect(soughtKeysOf('阿依·古')?.all).toEqual(['n阿依', 'n依古']);
  expect(soughtKeysOf('𠮷田')?.all).toEqual(['n𠮷田']);
});

test('letters are sought as a reading, as initials and as both', () => {
  expect(soughtKeysOf('Wang XM')?.any).toEqual(['pwangxm', 'iwangxm', 'mwangxm']);
  expect(soughtKeysOf("xi'an")?.any).toContain('pxian');
  expect(soughtKeysOf('LÜ')?.any).toContain('plv');
});

test.each(['', '王', 'w', '123', '%', '_', '510101-2026-00001', 'li_w'])('“%s” is none of these', (text) => {
  expect(soughtKeysOf(text)).toBeUndefined();
});

test('whole numbers of telephone and account are known by their length', () => {
  expect(soughtNumberOf('139 0000-1111')).toEqual({ phone: '13900001111' });
  expect(soughtNumberOf('0810-8101066')).toEqual({ phone: '08108101066' });
  expect(soughtNumberOf('6217 0000 0000 0000 017')).toEqual({ account: '6217000000000000017' });
  expect(soughtNumberOf('1390000')).toBeUndefined();
});

test('any text is read without a fault', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      soughtKeysOf(text);
      soughtNumberOf(text);
    }),
  );
});

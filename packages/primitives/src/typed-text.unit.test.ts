import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  charactersIn,
  cutText,
  fileNameOf,
  plainText,
  readOptionalText,
  readRequiredText,
  readText,
  withoutControls,
} from './index.ts';

const anyText = fc
  .string({ unit: 'binary', maxLength: 60 })
  .chain((text) => fc.constantFrom(text, `${text}\ud842`, `\udfb7${text}\u0000`));

describe('characters that databases and spreadsheets refuse', () => {
  test('control characters are removed, lines stay: a line or page break of Word becomes a line break', () => {
    expect(withoutControls('张\u0000三\u0007\u007f\u0085\uffff')).toBe('张三');
    expect(withoutControls('第一行\r\n第二行\t格')).toBe('第一行\r\n第二行\t格');
    expect(withoutControls('第一行\u000b第二行\u000c第三行')).toBe('第一行\n第二行\n第三行');
  });

  test('plain text has no such character', () => {
    expect(plainText(' 张\u0000三\u001f ')).toBe('张三');
    fc.assert(
      fc.property(anyText, (text) => {
        expect(plainText(text)).not.toMatch(/[\p{Cc}\ufffe\uffff]/u);
      }),
    );
  });
});

describe('cutText', () => {
  test('cuts between characters, never within one', () => {
    expect(cutText('𠮷𠮷𠮷', 2)).toBe('𠮷𠮷');
    expect(cutText(`${'一'.repeat(99)}𠮷`, 100)).toBe(`${'一'.repeat(99)}𠮷`);
    expect(cutText('短', 100)).toBe('短');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat({ max: 40 }), (text, most) => {
        const whole = text.toWellFormed();
        const cut = cutText(whole, most);
        expect(cut.isWellFormed()).toBe(true);
        expect(whole.startsWith(cut)).toBe(true);
        expect(charactersIn(cut)).toBe(Math.min(most, charactersIn(whole)));
      }),
    );
  });
});

test('an uploaded file keeps a readable name, or gets another one', () => {
  expect(fileNameOf('名单\u0000（一）.xlsx', 'roster')).toBe('名单(一).xlsx');
  expect(fileNameOf('\u0000\u202e ', 'roster')).toBe('roster');
  expect(fileNameOf(`${'一'.repeat(199)}𠮷.xlsx`, 'roster')).toBe(`${'一'.repeat(199)}𠮷`);
  fc.assert(
    fc.property(anyText, (name) => {
      expect(fileNameOf(name, 'roster').isWellFormed()).toBe(true);
    }),
  );
});

describe('a text within its bound', () => {
  test('counts characters as the database does', () => {
    expect(readText('𠮷'.repeat(60), 'name', 60)).toEqual({ ok: true, value: '𠮷'.repeat(60) });
    expect(readText('𠮷'.repeat(61), 'name', 60)).toMatchObject({
      problems: [{ code: 'TEXT_TOO_LONG', field: 'name' }],
    });
  });

  test('is cleaned, or refused when half of a character is left', () => {
    expect(readText(' 两\u0000行\u202e\n', 'remark', 10)).toEqual({ ok: true, value: '两行' });
    expect(readText('张\ud842', 'name', 60)).toMatchObject({ problems: [{ code: 'TEXT_BROKEN', field: 'name' }] });
    fc.assert(
      fc.property(anyText, (text) => {
        const read = readText(text, 'remark', 20);
        if (!read.ok) return;
        expect(read.value.isWellFormed()).toBe(true);
        expect(read.value).not.toContain('\u0000');
        expect(charactersIn(read.value)).toBeLessThanOrEqual(20);
      }),
    );
  });

  test('that is required counts as missing when it has only spaces and invisible signs', () => {
    for (const empty of [null, undefined, '', ' \u3000\u200b', '\u0000']) {
      expect(readRequiredText(empty, 'reason', 200)).toMatchObject({
        problems: [{ code: 'TEXT_MISSING', field: 'reason' }],
      });
      expect(readOptionalText(empty, 'reason', 200)).toEqual({ ok: true, value: null });
      expect(readText(empty, 'reason', 200)).toEqual({ ok: true, value: '' });
    }
  });
});

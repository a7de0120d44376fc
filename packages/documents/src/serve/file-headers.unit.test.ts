import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contentDisposition, fileHeaders, fileTypes } from './file-headers.ts';

const extended = (header: string) => decodeURIComponent(/filename\*=UTF-8''(\S+)$/.exec(header)?.[1] ?? '');
const plain = (header: string) => /; filename="([^"]*)";/.exec(header)?.[1] ?? '';

describe('the headers of a file', () => {
  test('give the whole Chinese name, and an ASCII one for old clients', () => {
    const header = contentDisposition('困难补助资金发放凭证-01 (副本).pdf', 'attachment');
    expect(extended(header)).toBe('困难补助资金发放凭证-01 (副本).pdf');
    expect(plain(header)).toBe('__________-01 (__).pdf');
  });

  test('give any name in one header line, without a folder', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 80 }), (name) => {
        const header = contentDisposition(name, 'inline');
        expect(header).toMatch(/^inline; filename="[ !#-$&-[\]-~]*"; filename\*=UTF-8''[\w!.~%-]*$/);
        expect(extended(header)).toBe(name.toWellFormed().replace(/[\p{Cc}/\\]/gu, '_'));
      }),
    );
  });

  test.each([
    ['a picture', fileTypes.png, true, 'inline'],
    ['a PDF to be saved', fileTypes.pdf, false, 'attachment'],
    ['a workbook that somebody wants to show', fileTypes.xlsx, true, 'attachment'],
  ])('%s is shown inline only when that is safe', (_what, type, inline, kind) => {
    const headers = fileHeaders({ name: 'x', type, inline, size: 12 });
    expect(headers['content-disposition']).toMatch(new RegExp(`^${kind};`));
    expect(headers).toMatchObject({
      'content-type': type,
      'content-length': 12,
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining('sandbox'),
      'cache-control': 'private, no-store',
    });
  });
});

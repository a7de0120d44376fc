import { expect, test } from 'vitest';
import { safeFileHeaders } from './safe-file-headers.ts';

const always = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': expect.stringContaining('sandbox'),
  'cache-control': 'private, no-store',
};

test.each([
  ['application/pdf', 'inline; filename="a.pdf"', 'application/pdf', 'inline; filename="a.pdf"'],
  ['image/png', undefined, 'image/png', undefined],
  [
    'text/csv; charset=utf-8',
    'attachment; filename="a.csv"',
    'text/csv; charset=utf-8',
    'attachment; filename="a.csv"',
  ],
  ['text/csv', 'inline; filename="a.csv"', 'text/csv', 'attachment; filename="a.csv"'],
  ['text/html', 'inline', 'application/octet-stream', 'attachment'],
  ['TEXT/HTML; charset=utf-8', 'inline; filename="a"', 'application/octet-stream', 'attachment; filename="a"'],
  ['image/svg+xml', undefined, 'application/octet-stream', 'attachment'],
  ['application/json', undefined, 'application/json', undefined],
])('%s, %s leaves as %s, %s', (type, disposition, safeType, safeDisposition) => {
  const headers = safeFileHeaders({ 'content-type': type, 'content-disposition': disposition, etag: 'x' });
  expect(headers).toMatchObject({ ...always, etag: 'x', 'content-type': safeType });
  expect(headers['content-disposition']).toBe(safeDisposition);
});

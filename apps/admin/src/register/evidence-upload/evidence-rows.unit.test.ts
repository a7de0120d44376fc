import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countsOf, inParts, isReady, rowsOf } from './evidence-rows.ts';

const caseFile = (id: string) => ({
  id,
  number: `510107-2026-${id}`,
  household: { id, unitName: '县农机厂', head: { id, name: '张三', maskedIdentityNumber: '5****************1' } },
});
const files = ['张三_诊断.pdf', '李四.pdf', 'x.pdf'].map((name) => new File(['x'], name));
const rows = rowsOf(
  files,
  [
    { fileName: '张三_诊断.pdf', kind: 'DIAGNOSIS', caseFiles: [caseFile('1')] },
    { fileName: '李四.pdf', kind: null, caseFiles: [caseFile('2'), caseFile('3')] },
    { fileName: 'x.pdf', kind: null, caseFiles: [] },
  ],
  0,
);

test('the only one whom a name means is chosen; namesakes are not', () => {
  expect(rows.map(({ owner, owners }) => [owner?.caseFileId, owners.length])).toEqual([
    ['1', 1],
    [undefined, 2],
    [undefined, 0],
  ]);
});

test('what lacks a household or a kind is not sent, and what was sent is not sent again', () => {
  expect(rows.map((row) => isReady(row))).toEqual([true, false, false]);
  expect(countsOf(rows)).toEqual({ ready: 1, households: 1, sent: 0, lacking: 2 });
  const sent = rows.map((row) => (isReady(row) ? { ...row, state: { is: 'SENT' as const } } : row));
  expect(countsOf(sent)).toEqual({ ready: 0, households: 0, sent: 1, lacking: 2 });
});

test('parts hold everything in its order, none more than the most', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.integer({ min: 1, max: 9 }), (list, most) => {
      const parts = inParts(list, most);
      expect(parts.flat()).toEqual(list);
      expect(parts.every((part) => part.length > 0 && part.length <= most)).toBe(true);
    }),
  );
});

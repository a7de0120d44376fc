import { expect, test } from 'vitest';
import { codeOf, countyOf, isSeat, organizationKinds, pathsAtOrAbove } from './organization-path.ts';

test('given a path, then its code is the last part, and the paths at or above it start at the top', () => {
  expect(codeOf('51/5101/510101/')).toBe('510101');
  expect(pathsAtOrAbove('51/5101/510101/')).toEqual(['51/', '51/5101/', '51/5101/510101/']);
});

test('given base unions and stations, then they belong to the nearest superior that keeps files and a book', () => {
  expect(organizationKinds.filter((kind) => !isSeat(kind))).toEqual(['BASE_UNION', 'AID_STATION']);
  const alone = { path: '51/', kind: 'BASE_UNION' } as const;
  expect(countyOf([alone])).toBe(alone);
});

import { expect, test } from 'vitest';
import { blankRegistration, familyOf, faultOfSize, sizeTyped } from './registration.ts';

test.each([
  ['3', 3],
  ['３', 3],
  [' １２ ', 12],
])('a size of “%s” is read as %d', (typed, size) => {
  expect(sizeTyped(typed)).toBe(size);
  expect(familyOf({ ...blankRegistration, declaredSize: typed }).declaredSize).toBe(size);
  expect(faultOfSize({ ...blankRegistration, declaredSize: typed }, '应为整数')).toEqual([]);
});

test.each(['3.9', '３．９', '3人', '-3', '1e1', '三'])('“%s” is refused, not changed to another number', (typed) => {
  expect(sizeTyped(typed)).toBeUndefined();
  expect(faultOfSize({ ...blankRegistration, declaredSize: typed }, '应为整数')).toMatchObject([
    { code: 'HOUSEHOLD_SIZE', field: 'declaredSize' },
  ]);
});

import { expect, test } from 'vitest';
import { isReached, medianAndSpread } from './measurement.ts';

test('the median of an even number of runs is the mean of the two in the middle', () => {
  expect(medianAndSpread([3, 1, 2, 10])).toEqual({ median: 2.5, lowest: 1, highest: 10 });
  expect(medianAndSpread([0.7, 0.6, 0.9])).toEqual({ median: 0.7, lowest: 0.6, highest: 0.9 });
});

test('an aim is a minimum or a maximum', () => {
  expect(isReached({ zh: '导入', en: 'import', ratios: [0.5, 0.61, 0.7], aim: { least: 0.6 } })).toBe(true);
  expect(isReached({ zh: '过账', en: 'posting', ratios: [1.4, 1.6, 1.7], aim: { most: 1.5 } })).toBe(false);
  expect(isReached({ zh: '列表', en: 'a list', ratios: [7, 8] })).toBeUndefined();
});

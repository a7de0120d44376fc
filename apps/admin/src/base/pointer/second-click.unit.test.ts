import { expect, test } from 'vitest';
import { isSecondClickOnNew, isStillIgnored, type FirstPress, type Target } from './second-click.ts';

const save: Target = {
  control: 'save',
  layer: undefined,
  about: 'household 1',
  words: 'save',
  corner: { left: 100, top: 100 },
};
const box: Target = { ...save, control: 'box', corner: { left: 100, top: 130 } };
const first: FirstPress = { at: 1_000, lastAt: 1_000, x: 110, y: 110, target: save, around: [save, box] };
const second = (target: Target, at = 1_150) => ({ at, x: 112, y: 111, target });

test('the second click of a double click is ignored on an element that appeared, moved, or acts on another record', () => {
  for (const target of [
    { ...save, control: 'appeared' },
    { ...save, corner: { left: 100, top: 140 } },
    { ...save, about: 'household 2' },
    { ...save, words: 'confirm' },
    { ...box, corner: save.corner },
    { ...save, layer: 'dialog' },
  ])
    expect(isSecondClickOnNew(first, second(target))).toBe(true);
});

test('a second click takes effect on an unchanged element, after a pause, or elsewhere', () => {
  expect(isSecondClickOnNew(undefined, second(save))).toBe(false);
  expect(isSecondClickOnNew(first, second(save))).toBe(false);
  expect(isSecondClickOnNew(first, second(box))).toBe(false);
  expect(isSecondClickOnNew(first, second({ ...save, control: 'appeared' }, 1_401))).toBe(false);
  expect(isSecondClickOnNew(first, { ...second({ ...save, control: 'appeared' }), x: 400 })).toBe(false);
});

test('a third click soon after an ignored one is ignored too', () => {
  const target = { ...save, control: 'appeared' };
  expect(isSecondClickOnNew({ ...first, lastAt: 1_300 }, second(target, 1_600))).toBe(true);
});

test('an ignored press ends with its 400 ms: a click that comes later takes effect', () => {
  const ignored: FirstPress = { ...first, lastAt: 1_300 };
  expect(isStillIgnored(ignored, 1_320)).toBe(true);
  expect(isStillIgnored(ignored, 1_701)).toBe(false);
  expect(isStillIgnored(undefined, 1_320)).toBe(false);
});

import { expect, test } from 'vitest';
import { handWords } from './hand.ts';

test('a hand is named with the minute in China, whether its instant is a date or its text', () => {
  const said = { zh: '李建国于 2026-12-01 14:08 ', en: '李建国, 2026-12-01 14:08' };
  expect(handWords({ by: '李建国', at: new Date('2026-12-01T06:08:59Z') })).toEqual(said);
  expect(handWords({ by: '李建国', at: '2026-12-01T06:08:59.123+00:00' })).toEqual(said);
});

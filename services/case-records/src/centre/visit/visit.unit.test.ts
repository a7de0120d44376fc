import fc from 'fast-check';
import { expect, test } from 'vitest';
import { faultOfEmptyVisit, readSafety, safetyPoints, safetyStates } from './visit.ts';

const nothing = { GAS: 'NOT_CHECKED', FIRE: 'NOT_CHECKED', COLLAPSE: 'NOT_CHECKED', DWELLING: 'NOT_CHECKED' } as const;

test('a point left out was not looked at', () => {
  expect(readSafety([], 'safety')).toEqual({ ok: true, value: nothing });
  expect(readSafety([{ point: 'FIRE', state: 'HAZARD' }], 'safety')).toEqual({
    ok: true,
    value: { ...nothing, FIRE: 'HAZARD' },
  });
});

test('every checklist with each point at most once is read as it was given, in any order', () => {
  const checks = fc
    .uniqueArray(fc.constantFrom(...safetyPoints))
    .chain((points) =>
      fc.tuple(
        ...points.map((point) => fc.record({ point: fc.constant(point), state: fc.constantFrom(...safetyStates) })),
      ),
    );
  fc.assert(
    fc.property(checks, (given) => {
      const read = readSafety(given, 'safety');
      const expected = { ...nothing, ...Object.fromEntries(given.map(({ point, state }) => [point, state])) };
      expect(read).toEqual({ ok: true, value: expected });
    }),
  );
});

test('a point given twice is refused at its field', () => {
  const twice = readSafety(
    [
      { point: 'GAS', state: 'SAFE' },
      { point: 'GAS', state: 'HAZARD' },
    ],
    'safety',
  );
  expect(twice).toMatchObject({ ok: false, problems: [{ code: 'DUPLICATE_POINT', field: 'safety' }] });
});

test('a visit says something by what it brought, found, or looked at', () => {
  const empty = { brought: '', findings: '', safety: nothing };
  expect(faultOfEmptyVisit(empty)).toMatchObject({ code: 'EMPTY_VISIT', field: 'findings' });
  expect(faultOfEmptyVisit({ ...empty, brought: '棉被两床' })).toBeUndefined();
  expect(faultOfEmptyVisit({ ...empty, findings: '屋顶漏雨' })).toBeUndefined();
  expect(faultOfEmptyVisit({ ...empty, safety: { ...nothing, GAS: 'SAFE' } })).toBeUndefined();
});

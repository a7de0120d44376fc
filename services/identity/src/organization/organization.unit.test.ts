import { expect, test } from 'vitest';
import { decideRegistration } from './organization.ts';

const county = { kind: 'COUNTY', path: '51/5101/510101/' } as const;

test('given a county, when a base union is registered under it, then its path follows the county’s', () => {
  const decided = decideRegistration({ code: '510101-09', name: ' 县酒厂工会 ', kind: 'BASE_UNION' }, county);
  expect(decided).toEqual({
    ok: true,
    value: { code: '510101-09', name: '县酒厂工会', kind: 'BASE_UNION', path: '51/5101/510101/510101-09/' },
  });
});

test('given a county, when a city is registered under it with a slash in its code, then both are refused at their fields', () => {
  const decided = decideRegistration({ code: '51/02', name: '某市总工会', kind: 'CITY' }, county);
  expect(decided.ok ? [] : decided.problems.map((one) => [one.code, one.field])).toEqual([
    ['CODE_SHAPE', 'code'],
    ['KIND_NOT_UNDER_PARENT', 'kind'],
  ]);
});

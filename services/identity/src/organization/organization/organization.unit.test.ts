import { expect, test } from 'vitest';
import { localDate } from '@nuangong/primitives';
import { decideClosing, decideRegistration, decideRenaming } from './organization.ts';

const today = localDate('2026-12-08');

const county = { kind: 'COUNTY', path: '51/5101/510101/' } as const;

test('given a county, when a base union is registered under it, then its path follows the county’s', () => {
  const decided = decideRegistration({ code: '510101-09', name: ' 县酒厂工会 ', kind: 'BASE_UNION' }, county, today);
  expect(decided).toEqual({
    ok: true,
    value: {
      code: '510101-09',
      name: '县酒厂工会',
      kind: 'BASE_UNION',
      stationKind: null,
      path: '51/5101/510101/510101-09/',
      from: today,
    },
  });
});

test('given a county, when a city is registered under it with a slash in its code, then both are refused at their fields', () => {
  const decided = decideRegistration({ code: '51/02', name: '某市总工会', kind: 'CITY' }, county, today);
  expect(decided.ok ? [] : decided.problems.map((one) => [one.code, one.field])).toEqual([
    ['CODE_SHAPE', 'code'],
    ['KIND_NOT_UNDER_PARENT', 'kind'],
  ]);
});

const problemsOf = (decided: { ok: boolean; problems?: readonly { code: string; field?: string | undefined }[] }) =>
  (decided.problems ?? []).map(({ code, field }) => [code, field]);

test('given a county, when a station is registered, then its kind and first day are required and kept', () => {
  const station = { code: '510101-53', name: '西门社区帮扶站点', kind: 'AID_STATION' } as const;
  expect(problemsOf(decideRegistration({ ...station, from: '2026-02-30' }, county, today))).toEqual([
    ['STATION_KIND_MISSING', 'stationKind'],
    ['DATE_IMPOSSIBLE', 'from'],
  ]);
  const decided = decideRegistration({ ...station, stationKind: 'COMMUNITY', from: '2014-05-01' }, county, today);
  expect(decided).toMatchObject({ ok: true, value: { stationKind: 'COMMUNITY', from: '2014-05-01' } });
});

const standing = {
  path: '51/5101/510101/510101-09/',
  name: '县酒厂工会',
  from: localDate('2010-01-01'),
  to: null,
  changedOn: localDate('2020-01-01'),
};

test('given an open organisation, then a new name starts on a day from the present name’s first day to today', () => {
  expect(decideRenaming(standing, { name: '县酒业公司工会', from: '2026-11-01' }, today)).toEqual({
    ok: true,
    value: { name: '县酒业公司工会', from: '2026-11-01' },
  });
  expect(problemsOf(decideRenaming(standing, { name: '县酒厂工会' }, today))).toEqual([['NAME_UNCHANGED', 'name']]);
  expect(problemsOf(decideRenaming(standing, { name: '新名', from: '2019-12-31' }, today))).toEqual([
    ['DATE_BEFORE_BASIS', 'from'],
  ]);
  expect(problemsOf(decideRenaming(standing, { name: '新名', from: '2026-12-09' }, today))).toEqual([
    ['DATE_TOO_FAR', 'from'],
  ]);
});

test('given an open organisation, then a superior closes it once, not before its first day, and nobody closes their own', () => {
  const close = (to: string, scope = '51/5101/510101/', change = {}) =>
    problemsOf(decideClosing({ ...standing, ...change }, { to }, { scope }, today));
  expect(close('2026-12-08')).toEqual([]);
  expect(close('2019-12-31')).toEqual([['DATE_BEFORE_BASIS', 'to']]);
  expect(close('2026-12-08', standing.path)).toEqual([['CLOSED_BY_SUPERIOR', undefined]]);
  expect(close('2026-12-08', '51/', { to: today })).toEqual([['CLOSED_ALREADY', undefined]]);
});

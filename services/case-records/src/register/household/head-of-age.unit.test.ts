import { expect, test } from 'vitest';
import { localDate } from '@nuangong/primitives';
import { headUnderAge, type PossibleGuardian } from './head-of-age.ts';

const today = localDate('2026-12-08');
const grandfather: PossibleGuardian = { relation: '祖父（监护人）', birthDate: localDate('1958-03-01') };

test.each([
  ['a grown-up', '1975-01-01', [], undefined],
  ['sixteen today', '2010-12-08', [], undefined],
  ['sixteen tomorrow', '2010-12-09', [], 'HEAD_UNDER_AGE'],
  ['ten months old', '2026-02-08', [], 'HEAD_UNDER_AGE'],
  ['an orphan with a guardian', '2018-02-08', [grandfather], undefined],
  ['a guardian without a number', '2018-02-08', [{ ...grandfather, birthDate: undefined }], 'HEAD_UNDER_AGE'],
  ['a guardian under age', '2018-02-08', [{ ...grandfather, birthDate: localDate('2010-01-01') }], 'HEAD_UNDER_AGE'],
  ['a relative who is no guardian', '2018-02-08', [{ ...grandfather, relation: '祖父' }], 'HEAD_UNDER_AGE'],
])('%s, born %s', (_, born, members, code) => {
  expect(headUnderAge(localDate(born), members, today, 'identityNumber')?.code).toBe(code);
});

import { expect, test } from 'vitest';
import { incompatibleRoles } from '@nuangong/access';
import { decideEnrolment, decideRoles } from './staff.ts';

const codes = (result: { ok: boolean; problems?: readonly { code: string }[] }) =>
  (result.problems ?? []).map((one) => one.code);

test('given each incompatible pair of roles, when one person would hold both, then it is refused with the reason', () => {
  for (const { roles, why } of incompatibleRoles) {
    const decided = decideRoles([...roles, 'EMPLOYMENT']);
    expect([roles, codes(decided)]).toEqual([roles, ['ROLES_INCOMPATIBLE']]);
    expect(codes(decideRoles([roles[1], roles[0]]))).toEqual(['ROLES_INCOMPATIBLE']);
    expect(why.zh).not.toBe('');
  }
  expect(codes(decideRoles([]))).toEqual(['ROLES_MISSING']);
  expect(decideRoles(['CLERK', 'WINDOW_CLERK', 'CLERK'])).toEqual({ ok: true, value: ['CLERK', 'WINDOW_CLERK'] });
});

test('given a short password and a username with spaces, when enrolling, then each is refused at its field', () => {
  const decided = decideEnrolment({ username: 'a b', name: '王秀英', roles: ['CLERK'], password: 'short' });
  expect(codes(decided)).toEqual(['USERNAME_SHAPE', 'PASSWORD_LENGTH']);
});

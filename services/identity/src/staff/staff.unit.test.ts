import { expect, test } from 'vitest';
import { decideEnrolment, decideRoles } from './staff.ts';

const codes = (result: { ok: boolean; problems?: readonly { code: string }[] }) =>
  (result.problems ?? []).map((one) => one.code);

test('given finance and its head, when one person is to hold both, then maker is not checker', () => {
  expect(codes(decideRoles(['FINANCE', 'FINANCE_LEAD']))).toEqual(['ROLES_INCOMPATIBLE']);
  expect(codes(decideRoles(['ADMINISTRATOR', 'FINANCE']))).toEqual(['ROLES_INCOMPATIBLE']);
  expect(decideRoles(['CLERK', 'REVIEWER', 'CLERK'])).toEqual({ ok: true, value: ['CLERK', 'REVIEWER'] });
});

test('given a short password and a username with spaces, when enrolling, then each is named', () => {
  const decided = decideEnrolment({ username: 'a b', name: '王秀英', roles: ['CLERK'], password: 'short' });
  expect(codes(decided)).toEqual(['USERNAME_SHAPE', 'PASSWORD_LENGTH']);
});

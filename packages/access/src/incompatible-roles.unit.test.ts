import { expect, test } from 'vitest';
import { incompatiblePairIn, incompatibleRoles } from './incompatible-roles.ts';
import { permits, type Action } from './permissions.ts';
import { roles, type Role } from './role.ts';

const together = (...held: readonly Role[]): boolean => incompatiblePairIn(held) === undefined;

/** The steps of aid, in order: who registers, reviews, approves, prepares a payment, approves it. */
const chain = [['CLERK', 'WINDOW_CLERK'], ['REVIEWER'], ['APPROVER'], ['FINANCE'], ['FINANCE_LEAD']] as const;

test('given two steps of the chain, when one person would do both, then the roles are incompatible', () => {
  const steps = chain.flatMap((names, step) => names.map((role) => ({ role, step })));
  for (const one of steps) {
    for (const other of steps)
      expect([one.role, other.role, together(one.role, other.role)]).toEqual([
        one.role,
        other.role,
        one.step === other.step,
      ]);
  }
});

test('given an administrator, when a role of cases or money is added, then it is refused; only statistics is compatible', () => {
  const beside = roles.filter((role) => role !== 'ADMINISTRATOR' && together('ADMINISTRATOR', role));
  expect(beside).toEqual(['STATISTICS']);
  expect(roles.filter((role) => role !== 'AUDITOR' && together('AUDITOR', role))).toEqual([]);
});

test('given any compatible roles, when one person holds them all, then that person can do at most one step of a grant', () => {
  const steps: readonly Action[] = [
    'household.register',
    'case-file.review',
    'application.approve',
    'batch.prepare',
    'batch.approve',
    'staff.manage',
  ];
  const subsets = roles.reduce<readonly (readonly Role[])[]>(
    (all, role) => [...all, ...all.map((one) => [...one, role])],
    [[]],
  );
  const held = subsets.filter((one) => together(...one));
  expect(held.length).toBeGreaterThan(40);
  for (const one of held) expect([one, steps.filter((step) => permits(one, step)).length > 1]).toEqual([one, false]);
});

test('no pair is listed twice', () => {
  const pairs = incompatibleRoles.map(({ roles: pair }) => pair.toSorted().join(' '));
  expect(new Set(pairs).size).toBe(pairs.length);
});

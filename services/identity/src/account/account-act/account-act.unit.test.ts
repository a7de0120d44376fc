import fc from 'fast-check';
import { expect, test } from 'vitest';
import { guardedRoles, roles } from '@nuangong/access';
import { mayConfirm, mayRefuse, mayWithdraw, noLongerWaiting, stateOf, waitsForSecondPerson } from './account-act.ts';

const kinds = ['ENROL', 'CHANGE_ROLES', 'RESET_PASSWORD', 'REMOVE_SECOND_FACTOR', 'LINK_OUTSIDE', 'LEND'] as const;
const act = (kind: (typeof kinds)[number]) => ({ kind, staffId: 'owner', askedById: 'maker' });
const as = (staffId: string, ...held: (typeof roles)[number][]) => ({ staffId, roles: held });

test('given an account, when an administrator acts on it, then the act waits only if the account has a guarded role', () => {
  for (const kind of kinds) {
    for (const role of roles) {
      expect([kind, role, waitsForSecondPerson(kind, [role])]).toEqual([
        kind,
        role,
        kind === 'LEND' || guardedRoles.includes(role),
      ]);
    }
    expect(waitsForSecondPerson(kind, ['CLERK', 'REVIEWER'])).toBe(true);
  }
});

test('given any act, then neither its maker nor the account’s owner may confirm it, except the lender a delegation', () => {
  for (const kind of kinds) {
    expect(mayConfirm(act(kind), as('maker', 'ADMINISTRATOR'))).toBe(false);
    expect(mayConfirm(act(kind), as('owner', 'ADMINISTRATOR'))).toBe(kind === 'LEND');
    expect(mayConfirm(act(kind), as('second', 'ADMINISTRATOR'))).toBe(kind !== 'LEND');
    expect(mayConfirm(act(kind), as('clerk', 'CLERK'))).toBe(false);
    expect(mayWithdraw(act(kind), as('maker'))).toBe(true);
    expect(mayWithdraw(act(kind), as('second', 'ADMINISTRATOR'))).toBe(false);
  }
});

test('given an act that would let somebody else into an account, then its owner may refuse it; not an act on roles or ranks', () => {
  expect(kinds.filter((kind) => mayRefuse(act(kind), as('owner', 'FINANCE_LEAD')))).toEqual([
    'RESET_PASSWORD',
    'REMOVE_SECOND_FACTOR',
    'LINK_OUTSIDE',
    'LEND',
  ]);
});

test('given an undecided act, then it waits until it lapses, and cannot be decided afterwards', () => {
  const expiresAt = new Date('2026-12-07T00:00:00Z');
  fc.assert(
    fc.property(fc.integer({ min: -1_000, max: 1_000 }), (ms) => {
      const state = stateOf({ outcome: null, expiresAt }, new Date(expiresAt.getTime() + ms));
      expect(state).toBe(ms < 0 ? 'WAITING' : 'EXPIRED');
      expect(noLongerWaiting(state) === undefined).toBe(ms < 0);
    }),
  );
  expect(stateOf({ outcome: 'WITHDRAWN', expiresAt }, new Date(0))).toBe('WITHDRAWN');
});

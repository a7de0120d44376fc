import fc from 'fast-check';
import { expect, test } from 'vitest';
import { incompatiblePairIn, roles, type Role } from '@nuangong/access';
import { addDays, localDate } from '@nuangong/primitives';
import { decideDelegation, rolesInForce, type BorrowedFrom, type LentRoles, type Party } from './delegation.ts';

const today = localDate('2026-11-26');
const approver: Party = { id: 'a', organizationId: 'county', active: true, roles: ['APPROVER'] };
const placement: Party = { id: 'w', organizationId: 'county', active: true, roles: ['EMPLOYMENT'] };
const wanted = { roles: ['APPROVER'] as Role[], firstDay: '2026-11-26', lastDay: '2026年12月10日', reason: '出差' };

const decide = (
  change: Partial<typeof wanted>,
  to: Party = placement,
  makerId = 'a',
  borrowed: readonly LentRoles[] = [],
) => {
  const decided = decideDelegation({ ...wanted, ...change }, { from: approver, to, makerId }, borrowed, today);
  return decided.ok ? decided.value : decided.problems.map(({ code, field }) => `${code} ${field}`);
};

test('given an approver who travels, when the role is delegated to a colleague for two weeks, then it is accepted', () => {
  expect(decide({})).toEqual({
    roles: ['APPROVER'],
    firstDay: '2026-11-26',
    lastDay: '2026-12-10',
    reason: '出差',
  });
});

test('given an invalid delegation, when it is requested, then each fault is reported at its field', () => {
  expect(decide({ roles: ['FINANCE'] })).toEqual(['ROLES_NOT_HELD roles']);
  expect(decide({ roles: [], reason: ' ' })).toEqual(['ROLES_NOT_HELD roles', 'TEXT_MISSING reason']);
  expect(decide({ firstDay: '2026-11-25' })).toEqual(['DATE_TOO_OLD firstDay']);
  expect(decide({ firstDay: '2028-01-01', lastDay: '2028-01-02' })).toEqual(['DATE_TOO_FAR firstDay']);
  expect(decide({ firstDay: '2026-12-11' })).toEqual(['DATE_BEFORE_BASIS lastDay']);
  expect(decide({ lastDay: '2027-02-26' })).toEqual(['DELEGATION_TOO_LONG lastDay']);
  expect(decide({ lastDay: '2026-02-30' })).toEqual(['DATE_IMPOSSIBLE lastDay']);
  expect(decide({}, approver)).toEqual(['DELEGATION_TO_ONESELF toStaffId']);
  expect(decide({}, placement, 'w')).toEqual(['DELEGATION_TO_ONESELF toStaffId']);
  expect(decide({}, { ...placement, organizationId: 'other' })).toEqual(['NOT_A_COLLEAGUE toStaffId']);
  expect(decide({}, { ...placement, active: false })).toEqual(['NOT_A_COLLEAGUE toStaffId']);
});

test('given incompatible roles, when they would overlap on a day, then the later delegation is refused', () => {
  for (const role of ['CLERK', 'WINDOW_CLERK', 'FINANCE_LEAD', 'ADMINISTRATOR'] as const) {
    expect(decide({}, { ...placement, roles: [role] })).toEqual(['ROLES_INCOMPATIBLE roles']);
  }
  const finance = (firstDay: string, lastDay: string): LentRoles => ({
    roles: ['FINANCE'],
    firstDay: localDate(firstDay),
    lastDay: localDate(lastDay),
  });
  expect(decide({}, placement, 'a', [finance('2026-12-10', '2026-12-20')])).toEqual(['ROLES_INCOMPATIBLE roles']);
  expect(decide({}, placement, 'a', [finance('2026-12-11', '2026-12-20')])).toMatchObject({ roles: ['APPROVER'] });
});

test('given any accepted delegations, then on no day does anybody hold incompatible roles', () => {
  const party = fc.record({ roles: fc.uniqueArray(fc.constantFrom(...roles), { minLength: 1, maxLength: 3 }) });
  const asked = fc.record({ start: fc.nat(40), length: fc.nat(20), from: party });
  fc.assert(
    fc.property(party, fc.array(asked, { maxLength: 8 }), (own, all) => {
      fc.pre(incompatiblePairIn(own.roles) === undefined);
      const accepted: BorrowedFrom[] = [];
      all.forEach(({ start, length, from }, index) => {
        const firstDay = addDays(today, start);
        const decided = decideDelegation(
          { roles: from.roles, firstDay, lastDay: addDays(firstDay, length), reason: '轮休' },
          {
            from: { ...approver, id: `from ${index}`, roles: from.roles },
            to: { ...placement, roles: own.roles },
            makerId: `from ${index}`,
          },
          accepted,
          today,
        );
        if (decided.ok)
          accepted.push({
            ...decided.value,
            from: { staffId: `from ${index}`, name: '甲', active: true, roles: from.roles },
          });
      });
      for (let day = 0; day < 62; day += 1) {
        const inForce = rolesInForce(own.roles, accepted, addDays(today, day));
        const lent = accepted.filter(
          ({ firstDay, lastDay }) => firstDay <= addDays(today, day) && lastDay >= addDays(today, day),
        );
        expect(incompatiblePairIn(inForce.roles)).toBeUndefined();
        expect(new Set(inForce.roles)).toEqual(new Set([...own.roles, ...lent.flatMap((one) => one.roles)]));
      }
    }),
  );
});

test('given a lender who lost the role or the account, when the day comes, then the borrower gets nothing', () => {
  const lent = { roles: ['APPROVER'] as Role[], firstDay: today, lastDay: today };
  const from = { staffId: 'a', name: '赵审批', active: true, roles: ['APPROVER'] as Role[] };
  expect(rolesInForce(['EMPLOYMENT'], [{ ...lent, from }], today)).toEqual({
    roles: ['EMPLOYMENT', 'APPROVER'],
    onBehalfOf: [{ staffId: 'a', name: '赵审批' }],
  });
  const own = { roles: ['EMPLOYMENT'], onBehalfOf: [] };
  expect(rolesInForce(['EMPLOYMENT'], [{ ...lent, from: { ...from, roles: ['STATISTICS'] } }], today)).toEqual(own);
  expect(rolesInForce(['EMPLOYMENT'], [{ ...lent, from: { ...from, active: false } }], today)).toEqual(own);
  expect(rolesInForce(['EMPLOYMENT'], [{ ...lent, from }], addDays(today, 1))).toEqual(own);
  expect(rolesInForce(['CLERK'], [{ ...lent, from }], today)).toEqual({ roles: ['CLERK'], onBehalfOf: [] });
});

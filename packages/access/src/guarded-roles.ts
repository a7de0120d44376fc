import type { Role } from './role.ts';

/**
 * Roles whose accounts no administrator changes alone: they review, approve, pay, see lawsuits, audit, or administer
 * accounts themselves. The identity service's database has the same list; a test compares them.
 */
export const guardedRoles: readonly Role[] = [
  'REVIEWER',
  'APPROVER',
  'LEGAL_AID',
  'FINANCE',
  'FINANCE_LEAD',
  'AUDITOR',
  'ADMINISTRATOR',
];

/** Whether an account with these roles, present or future, needs a second person's confirmation. */
export function isGuarded(held: readonly Role[]): boolean {
  return held.some((role) => guardedRoles.includes(role));
}

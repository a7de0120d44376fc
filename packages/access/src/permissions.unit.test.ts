import { expect, test } from 'vitest';
import { permissions, permits, type Action } from './permissions.ts';
import { roles } from './role.ts';

const actionsOf = (role: (typeof roles)[number]) =>
  (Object.keys(permissions) as Action[]).filter((action) => permits([role], action));

test('auditors can only read', () => {
  const actions = actionsOf('AUDITOR');
  expect(actions.length).toBeGreaterThan(5);
  expect(actions.filter((action) => !action.endsWith('.read'))).toEqual([]);
});

test('only legal-aid officers read the content of legal cases', () => {
  expect(permissions['legal-case.read-content']).toEqual(['LEGAL_AID']);
});

test('the role that prepares batches approves none, and the role that approves aid puts none forward', () => {
  for (const role of roles) {
    expect(permits([role], 'batch.prepare') && permits([role], 'batch.approve'), role).toBe(false);
    expect(permits([role], 'application.put-forward') && permits([role], 'application.approve'), role).toBe(false);
  }
});

test('a role that reads only sums reads no payee, payment, household, client or job seeker', () => {
  const personal: readonly Action[] = [
    'household.read',
    'health.read',
    'identity.unmask',
    'phone.unmask',
    'bank-account.unmask',
    'application.read',
    'batch.read',
    'voucher.read',
    'ledger.read',
    'payment-reason.read',
    'payment-file.download',
    'employment.read',
    'legal-case.read',
    'legal-case.read-content',
  ];
  for (const role of ['STATISTICS', 'ADMINISTRATOR'] as const) {
    expect(
      personal.filter((action) => permits([role], action)),
      role,
    ).toEqual([]);
    expect(permits([role], 'report.read') && permits([role], 'fund.read'), role).toBe(true);
  }
});

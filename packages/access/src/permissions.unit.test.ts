import { expect, test } from 'vitest';
import { permissions, permits, type Action } from './permissions.ts';
import { roles } from './role.ts';

const actionsOf = (role: (typeof roles)[number]) =>
  (Object.keys(permissions) as Action[]).filter((action) => permits([role], action));

test('auditors read, and do nothing else', () => {
  const actions = actionsOf('AUDITOR');
  expect(actions.length).toBeGreaterThan(5);
  expect(actions.filter((action) => !action.endsWith('.read'))).toEqual([]);
});

test('the content of legal cases is read by legal-aid officers alone', () => {
  expect(permissions['legal-case.read-content']).toEqual(['LEGAL_AID']);
});

test('whoever prepares a batch approves none, and whoever approves aid puts none forward', () => {
  for (const role of roles) {
    expect(permits([role], 'batch.prepare') && permits([role], 'batch.approve'), role).toBe(false);
    expect(permits([role], 'application.put-forward') && permits([role], 'application.approve'), role).toBe(false);
  }
});

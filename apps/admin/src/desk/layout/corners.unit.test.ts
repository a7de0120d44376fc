import { permissions, type Role } from '@nuangong/access';
import { expect, test } from 'vitest';
import { cornersFor } from './corners.ts';

const actionsOf = (role: Role): readonly string[] =>
  Object.entries(permissions).flatMap(([action, held]) => ((held as readonly Role[]).includes(role) ? [action] : []));
const barOf = (role: Role) => cornersFor(actionsOf(role)).map(({ to }) => to);

test('the phone’s bar follows the role: without the permission for visits it has no visits', () => {
  expect(barOf('CLERK')).toEqual(['/', '/visits', '/households', '/mine']);
  expect(barOf('REVIEWER')).toEqual(['/', '/visits', '/case-file-review', '/mine']);
  expect(barOf('APPROVER')).toEqual(['/', '/applications', '/mine']);
  expect(barOf('FINANCE')).toEqual(['/', '/batches', '/mine']);
  expect(barOf('FINANCE_LEAD')).toEqual(['/', '/batches', '/mine']);
  expect(barOf('STATISTICS')).toEqual(['/', '/reports/warmth-table', '/mine']);
  expect(barOf('AUDITOR')).toEqual(['/', '/audit-entries', '/mine']);
});

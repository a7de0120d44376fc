import { auditActions } from '@nuangong/access';
import { expect, test } from 'vitest';
import { auditedActions } from './audited.ts';

test('every action that is kept in the audit log has its words', () => {
  expect(auditedActions.toSorted()).toEqual([...auditActions].toSorted());
});

import { auditActions } from '@nuangong/access';
import { expect, test } from 'vitest';
import { auditedActions } from './audited.ts';

test('every audited action has its message', () => {
  expect(auditedActions.toSorted()).toEqual([...auditActions].toSorted());
});

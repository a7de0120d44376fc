import { describe, expect, test } from 'vitest';
import { localDate } from '@nuangong/primitives';
import { obstacleToUndo, type StepToUndo } from './undo.ts';

const at = '2026-12-01T02:00:00.000Z';
const step: StepToUndo = {
  id: 's',
  by: '李审',
  at,
  staffId: 'li',
  from: 'SUBMITTED',
  to: 'COUNTY_REVIEW',
  isUndo: false,
};
const file = { last: step, changedAt: new Date(at) };
const today = localDate('2026-12-01');
const codeOf = (...given: Parameters<typeof obstacleToUndo>) => obstacleToUndo(...given)?.code;

describe('undoing a step of the review', () => {
  test('the person who passed, returned or rejected a file undoes it the same day', () => {
    for (const to of ['COUNTY_REVIEW', 'RETURNED', 'REJECTED'] as const) {
      const decided = { ...step, to };
      expect(codeOf(decided, { ...file, last: decided }, 'li', today)).toBeUndefined();
    }
  });

  test('nobody undoes the step of another, an earlier day, or something that is no decision of the review', () => {
    expect(codeOf(step, file, 'wang', today)).toBe('STEP_OF_ANOTHER');
    expect(codeOf(step, file, 'li', localDate('2026-12-02'))).toBe('STEP_OF_AN_EARLIER_DAY');
    for (const other of [
      { ...step, from: 'DRAFT' as const, to: 'SUBMITTED' as const },
      { ...step, from: 'POSTED' as const, to: 'RETURNED' as const },
      { ...step, isUndo: true },
    ])
      expect(codeOf(other, { ...file, last: other }, 'li', today)).toBe('NOTHING_TO_UNDO');
  });

  test('a step stays once the file went on, was undone, or was changed', () => {
    const posted = { ...step, id: 'p', from: 'COUNTY_REVIEW' as const, to: 'POSTED' as const };
    const undone = { ...step, id: 'u', from: 'COUNTY_REVIEW' as const, to: 'SUBMITTED' as const, isUndo: true };
    expect(codeOf(step, { ...file, last: posted }, 'li', today)).toBe('STEP_BUILT_ON');
    expect(codeOf(step, { ...file, last: undone }, 'li', today)).toBe('UNDONE_ALREADY');
    expect(codeOf(step, { ...file, changedAt: new Date('2026-12-01T03:00:00Z') }, 'li', today)).toBe(
      'CHANGED_SINCE_STEP',
    );
  });
});

import { expect, test } from 'vitest';
import type { Say } from '../../base/i18n/use-words.ts';
import { stepsOf } from './steps.ts';

const say: Say = (key) => key;
const taken = (to: 'DRAFT' | 'SUBMITTED' | 'COUNTY_REVIEW' | 'POSTED' | 'ACTIVE' | 'RETURNED', staffName: string) => ({
  to,
  at: '2026-11-23T06:00:00Z',
  staffName,
  opinion: null,
});

test('a file in review has two steps done and the rest to come', () => {
  const steps = stepsOf({ status: 'SUBMITTED', steps: [taken('DRAFT', '王秀英'), taken('SUBMITTED', '王秀英')] }, say);
  expect(steps.map((step) => step.state)).toEqual(['done', 'now', 'coming', 'coming', 'coming']);
});

test('an active file has no steps to come', () => {
  const all = (['DRAFT', 'SUBMITTED', 'COUNTY_REVIEW', 'POSTED', 'ACTIVE'] as const).map((to) => taken(to, '李建国'));
  expect(stepsOf({ status: 'ACTIVE', steps: all }, say).map((step) => step.state)).toEqual([
    'done',
    'done',
    'done',
    'done',
    'done',
  ]);
});

test('a returned file ends with its return and who returned it', () => {
  const steps = stepsOf(
    {
      status: 'RETURNED',
      steps: [taken('DRAFT', '王秀英'), taken('SUBMITTED', '王秀英'), taken('RETURNED', '李建国')],
    },
    say,
  );
  expect(steps.map((step) => step.state)).toEqual(['done', 'done', 'now']);
  expect(steps.at(-1)).toMatchObject({ name: 'caseFileStatus.RETURNED', who: '李建国' });
});

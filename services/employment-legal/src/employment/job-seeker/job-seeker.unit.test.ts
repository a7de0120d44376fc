import { expect, test } from 'vitest';
import { priorityOf } from '../../household/household.ts';
import { decideRegistration } from './job-seeker.ts';

test.each([
  ['a model worker out of work', { modelWorker: true, causes: ['UNEMPLOYMENT'] }, 'LAID_OFF_MODEL_WORKER'],
  ['a model worker who is ill', { modelWorker: true, causes: ['MAJOR_ILLNESS'] }, 'HARD_UP_HOUSEHOLD'],
  ['somebody out of work', { modelWorker: false, causes: ['UNEMPLOYMENT'] }, 'HARD_UP_HOUSEHOLD'],
] as const)('the household of %s comes as %o: %s', (_who, standing, priority) => {
  expect(priorityOf(standing)).toBe(priority);
});

test('given a household’s member, when registered, then priority and migrant work come from its file', () => {
  const household = { priority: 'HARD_UP_HOUSEHOLD', migrantWorker: true } as const;
  expect(decideRegistration({ name: ' 李强 ', skills: ['焊工', '', '焊工'] }, household)).toMatchObject({
    ok: true,
    value: { name: '李强', skills: ['焊工'], priority: 'HARD_UP_HOUSEHOLD', migrantWorker: true },
  });
});

test('given a walk-in, when registered, then priority is OTHER unless a laid-off model worker', () => {
  expect(decideRegistration({ name: '李强' }, undefined)).toMatchObject({ ok: true, value: { priority: 'OTHER' } });
  expect(decideRegistration({ name: '李强', laidOffModelWorker: true }, undefined)).toMatchObject({
    ok: true,
    value: { priority: 'LAID_OFF_MODEL_WORKER' },
  });
});

test('given no name and too many skills, when registered, then both are refused at their fields', () => {
  const decided = decideRegistration(
    { name: '', skills: Array.from({ length: 21 }, (_, place) => `技能${place}`) },
    undefined,
  );
  expect(decided.ok ? [] : decided.problems.map((one) => [one.code, one.field])).toEqual([
    ['TEXT_MISSING', 'name'],
    ['TOO_MANY_SKILLS', 'skills'],
  ]);
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { roles } from '@nuangong/access';
import {
  caseFileCommands,
  caseFileStatuses,
  decideStep,
  formatCaseFileNumber,
  isLockedFor,
  lifeCycle,
  nextSteps,
  type CaseFileState,
} from './case-file.ts';

const state = fc.record({
  status: fc.constantFrom(...caseFileStatuses),
  submittedBy: fc.constantFrom('maker', 'other', null),
  hasHardshipClass: fc.boolean(),
});
const command = fc.constantFrom(...caseFileCommands);

describe('the life cycle of a case file', () => {
  test('a step leads only where its command says, and only from where it may', () => {
    fc.assert(
      fc.property(state, command, fc.constantFrom('maker', 'other'), (file, given, staff) => {
        const step = decideStep(file, given, staff);
        if (step.ok) {
          expect(lifeCycle[given].from).toContain(file.status);
          expect(step.value).toBe(lifeCycle[given].to);
        } else {
          expect(step.problems).toHaveLength(1);
        }
      }),
    );
  });

  test('whoever submitted never checks: not by any command, from any state', () => {
    fc.assert(
      fc.property(state, command, (file, given) => {
        const own: CaseFileState = { ...file, submittedBy: 'maker' };
        if (lifeCycle[given].checks) expect(decideStep(own, given, 'maker').ok).toBe(false);
      }),
    );
  });

  test('no walk of lawful steps reaches ACTIVE without submission, review by another, and posting', () => {
    const walk = fc.array(fc.record({ given: command, staff: fc.constantFrom('a', 'b', 'c') }), { maxLength: 40 });
    fc.assert(
      fc.property(walk, (steps) => {
        let file: CaseFileState = { status: 'DRAFT', submittedBy: null, hasHardshipClass: true };
        const trail: { to: string; staff: string }[] = [];
        for (const { given, staff } of steps) {
          const step = decideStep(file, given, staff);
          if (!step.ok) continue;
          file = { ...file, status: step.value, submittedBy: given === 'SUBMIT' ? staff : file.submittedBy };
          trail.push({ to: step.value, staff });
          if (given !== 'ACTIVATE') continue;
          const [submitted, passed, posted] = ['SUBMITTED', 'COUNTY_REVIEW', 'POSTED'].map((to) =>
            trail.findLast((each) => each.to === to),
          );
          expect(passed).toBeDefined();
          expect(posted).toBeDefined();
          expect(new Set([passed?.staff, posted?.staff, staff]).has(submitted?.staff ?? '')).toBe(false);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('a household without a hardship class is neither submitted nor activated', () => {
    const file = { submittedBy: null, hasHardshipClass: false } as const;
    expect(decideStep({ ...file, status: 'DRAFT' }, 'SUBMIT', 'a')).toMatchObject({
      problems: [{ code: 'HARDSHIP_CLASS_MISSING' }],
    });
    expect(decideStep({ ...file, status: 'POSTED' }, 'ACTIVATE', 'a')).toMatchObject({
      problems: [{ code: 'HARDSHIP_CLASS_MISSING' }],
    });
  });

  test('next steps are those of the roles held, and none on one’s own work where it is locked', () => {
    fc.assert(
      fc.property(state, fc.subarray([...roles]), (file, held) => {
        const actor = { staffId: 'maker', roles: held };
        const steps = nextSteps(file, actor);
        if (isLockedFor(file, actor)) expect(steps.some((each) => lifeCycle[each].checks)).toBe(false);
        if (held.length === 0) expect(steps).toEqual([]);
      }),
    );
    expect(
      nextSteps(
        { status: 'SUBMITTED', submittedBy: 'other', hasHardshipClass: true },
        { staffId: 'maker', roles: ['REVIEWER'] },
      ),
    ).toEqual(['PASS', 'RETURN', 'REJECT']);
  });

  test('numbers sort by county, year and sequence', () => {
    expect(formatCaseFileNumber('510107', 2026, 1)).toBe('510107-2026-00001');
  });
});

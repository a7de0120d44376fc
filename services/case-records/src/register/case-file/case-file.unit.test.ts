import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { roles } from '@nuangong/access';
import {
  caseFileCommands,
  caseFileStatuses,
  decideStep,
  formatCaseFileNumber,
  lifeCycle,
  lockOf,
  nextSteps,
  obstacleTo,
  stepAfterChange,
  type CaseFileState,
  type StepFacts,
} from './case-file.ts';

const people = fc.subarray(['maker', 'other']);
const state: fc.Arbitrary<CaseFileState> = fc.record({
  status: fc.constantFrom(...caseFileStatuses),
  makers: people,
  reviewers: people,
  suspendedBy: fc.constantFrom('maker', 'other', null),
  hasHardshipClass: fc.boolean(),
});
const nobody = { makers: [], reviewers: [], suspendedBy: null } as const;
const command = fc.constantFrom(...caseFileCommands);

describe('the life cycle of a case file', () => {
  test('a command leads only to its own status, and only from its allowed ones', () => {
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

  test('a person who handled the file takes no step that this bars, in any state', () => {
    fc.assert(
      fc.property(state, command, (file, given) => {
        const { barred } = lifeCycle[given];
        const hands = [
          [{ ...file, makers: ['maker'] }, 'MADE'],
          [{ ...file, reviewers: ['maker'] }, 'REVIEWED'],
          [{ ...file, suspendedBy: 'maker' }, 'SUSPENDED'],
        ] as const;
        for (const [own, hand] of hands) {
          if (barred.includes(hand)) expect(decideStep(own, given, 'maker').ok).toBe(false);
        }
      }),
    );
    expect(caseFileCommands.filter((each) => lifeCycle[each].barred.includes('MADE'))).toEqual([
      'PASS',
      'RETURN',
      'REJECT',
      'POST',
      'ACTIVATE',
      'RESUME',
      'REVIEW_ANEW',
      'TAKE_DOWN',
    ]);
  });

  test('no sequence of allowed steps reaches ACTIVE without submission, review by a second person, posting, and a third person', () => {
    const walk = fc.array(fc.record({ given: command, staff: fc.constantFrom('a', 'b', 'c') }), { maxLength: 40 });
    fc.assert(
      fc.property(walk, (steps) => {
        let file: CaseFileState = { ...nobody, status: 'DRAFT', hasHardshipClass: true };
        const trail: { to: string; staff: string }[] = [];
        for (const { given, staff } of steps) {
          const step = decideStep(file, given, staff);
          if (!step.ok) continue;
          trail.push({ to: step.value, staff });
          const whoever = (...to: readonly string[]) =>
            trail.filter((each) => to.includes(each.to)).map((each) => each.staff);
          file = {
            ...file,
            status: step.value,
            makers: whoever('DRAFT', 'SUBMITTED'),
            reviewers: whoever('COUNTY_REVIEW', 'POSTED'),
            suspendedBy: whoever('SUSPENDED').at(-1) ?? null,
          };
          if (given !== 'ACTIVATE') continue;
          expect(whoever('COUNTY_REVIEW')).not.toEqual([]);
          expect(whoever('POSTED')).not.toEqual([]);
          expect(whoever('SUBMITTED', 'COUNTY_REVIEW', 'POSTED')).not.toContain(staff);
          const submitted = new Set(whoever('SUBMITTED'));
          expect(whoever('COUNTY_REVIEW', 'POSTED').some((each) => submitted.has(each) && each === staff)).toBe(false);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('a household without a hardship class is neither submitted nor activated', () => {
    const file = { ...nobody, hasHardshipClass: false };
    expect(decideStep({ ...file, status: 'DRAFT' }, 'SUBMIT', 'a')).toMatchObject({
      problems: [{ code: 'HARDSHIP_CLASS_MISSING' }],
    });
    expect(decideStep({ ...file, status: 'POSTED' }, 'ACTIVATE', 'a')).toMatchObject({
      problems: [{ code: 'HARDSHIP_CLASS_MISSING' }],
    });
  });

  test('next steps are those of the held roles, without those locked as own work', () => {
    fc.assert(
      fc.property(state, fc.subarray([...roles]), (file, held) => {
        const actor = { staffId: 'maker', roles: held };
        const steps = nextSteps(file, actor);
        const lock = lockOf(file, actor);
        if (lock !== undefined) expect(steps.some((each) => lifeCycle[each].barred[0] === lock)).toBe(false);
        if (held.length === 0) expect(steps).toEqual([]);
      }),
    );
    expect(
      nextSteps(
        { ...nobody, status: 'SUBMITTED', makers: ['other'], hasHardshipClass: true },
        { staffId: 'maker', roles: ['REVIEWER'] },
      ),
    ).toEqual(['PASS', 'RETURN', 'REJECT']);
  });

  test.each([
    ['ACTIVE', 'MARGINAL', 'BELOW_LINE', 'REVIEW_ANEW'],
    ['ACTIVE', null, 'BELOW_LINE', 'REVIEW_ANEW'],
    ['ACTIVE', 'MARGINAL', null, 'SUSPEND'],
    ['ACTIVE', 'MARGINAL', 'MARGINAL', undefined],
    ['POSTED', 'MARGINAL', 'SUDDEN', 'REVIEW_ANEW'],
    ['POSTED', 'MARGINAL', null, 'REVIEW_ANEW'],
    ['SUSPENDED', 'MARGINAL', 'SUDDEN', 'REVIEW_ANEW'],
    ['SUSPENDED', 'MARGINAL', null, undefined],
    ['DRAFT', 'MARGINAL', 'SUDDEN', undefined],
  ] as const)('%s, its class changed from %s to %s: %s', (status, before, after, step) => {
    expect(stepAfterChange(status, { before, after })).toBe(step);
    if (step !== undefined) expect(lifeCycle[step].from).toContain(status);
  });

  test('numbers sort by county, year and sequence', () => {
    expect(formatCaseFileNumber('510107', 2026, 1)).toBe('510107-2026-00001');
  });
});

describe('an obstacle to a step', () => {
  const free: StepFacts = {
    status: 'POSTED',
    hasHardshipClass: true,
    hands: [],
    peopleElsewhere: false,
    objection: null,
    proposalOpen: false,
  };

  test('is absent for a posted file without findings', () => {
    expect(obstacleTo('ACTIVATE', free)).toBeUndefined();
  });

  test.each([
    ['ACTIVATE', { status: 'DRAFT', hands: ['MADE'] }, 'STATUS'],
    ['ACTIVATE', { hands: ['REVIEWED', 'MADE'], hasHardshipClass: false }, 'MADE'],
    ['ACTIVATE', { hands: ['REVIEWED'] }, 'REVIEWED'],
    ['ACTIVATE', { hasHardshipClass: false, objection: 'OPEN' }, 'CLASS'],
    ['ACTIVATE', { objection: 'OPEN', proposalOpen: true }, 'OBJECTION_OPEN'],
    ['ACTIVATE', { objection: 'UPHELD', proposalOpen: true }, 'OBJECTION_UPHELD'],
    ['ACTIVATE', { proposalOpen: true }, 'PROPOSAL_OPEN'],
    ['RESUME', { status: 'SUSPENDED', hands: ['SUSPENDED'] }, 'SUSPENDED'],
    ['SUBMIT', { status: 'DRAFT', hasHardshipClass: false, peopleElsewhere: true }, 'CLASS'],
    ['SUBMIT', { status: 'DRAFT', peopleElsewhere: true }, 'PEOPLE'],
    ['REOPEN', { status: 'EXITED', hasHardshipClass: false, peopleElsewhere: true }, 'PEOPLE'],
  ] as const)('of %s with %j is the first of several', (given, against, obstacle) => {
    expect(obstacleTo(given, { ...free, ...against })).toBe(obstacle);
  });

  test.each([
    ['PASS', { status: 'SUBMITTED', hands: ['REVIEWED'], objection: 'OPEN', proposalOpen: true }],
    ['RESUME', { status: 'SUSPENDED', peopleElsewhere: true, objection: 'UPHELD' }],
    ['REOPEN', { status: 'REJECTED', hands: ['MADE'], hasHardshipClass: false }],
  ] as const)('of %s ignores what concerns another step', (given, against) => {
    expect(obstacleTo(given, { ...free, ...against })).toBeUndefined();
  });
});

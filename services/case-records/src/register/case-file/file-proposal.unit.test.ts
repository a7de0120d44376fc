import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mayDecide, mayWithdraw, type ProposalState } from './file-proposal.ts';

const someone = fc.constantFrom('a', 'b', 'c');
const state: fc.Arbitrary<ProposalState> = fc.record({
  decision: fc.constantFrom(null, 'CONFIRMED', 'REFUSED', 'WITHDRAWN'),
  decidedByName: fc.constantFrom(null, '李建国'),
  decidedAt: fc.constantFrom(null, new Date('2026-12-01T06:08:00Z')),
  proposedBy: someone,
  makers: fc.uniqueArray(someone),
});

test('an open proposal is decided by neither its maker nor the household’s, and withdrawn only by its maker', () => {
  fc.assert(
    fc.property(state, someone, (proposal, staff) => {
      const open = proposal.decision === null;
      expect(mayDecide(proposal, staff).ok).toBe(
        open && staff !== proposal.proposedBy && !proposal.makers.includes(staff),
      );
      expect(mayWithdraw(proposal, staff).ok).toBe(open && staff === proposal.proposedBy);
    }),
  );
});

test('the refusal says how the person handled the household', () => {
  const open: ProposalState = {
    decision: null,
    decidedByName: null,
    decidedAt: null,
    proposedBy: 'a',
    makers: ['b'],
  };
  const codes = [mayDecide(open, 'a'), mayDecide(open, 'b'), mayWithdraw(open, 'b')].map((each) =>
    each.ok ? '' : each.problems[0]?.code,
  );
  expect(codes).toEqual(['OWN_PROPOSAL', 'OWN_WORK', 'NOT_OWN_PROPOSAL']);
});

test('whoever decides second is told the result, by whom and when', () => {
  const decided: ProposalState = {
    decision: 'REFUSED',
    decidedByName: '李建国',
    decidedAt: new Date('2026-12-01T06:08:00Z'),
    proposedBy: 'a',
    makers: [],
  };
  expect(mayDecide(decided, 'c')).toMatchObject({
    problems: [
      { code: 'PROPOSAL_DECIDED', message: { zh: expect.stringMatching(/^李建国于 2026-12-01 14:08 .*不予确认/) } },
    ],
  });
});

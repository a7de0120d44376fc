import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mayDecide, mayWithdraw, type ProposalState } from './file-proposal.ts';

const someone = fc.constantFrom('a', 'b', 'c');
const state: fc.Arbitrary<ProposalState> = fc.record({
  decision: fc.constantFrom(null, 'CONFIRMED', 'REFUSED', 'WITHDRAWN'),
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
  const open: ProposalState = { decision: null, proposedBy: 'a', makers: ['b'] };
  const codes = [mayDecide(open, 'a'), mayDecide(open, 'b'), mayWithdraw(open, 'b')].map((each) =>
    each.ok ? '' : each.problems[0]?.code,
  );
  expect(codes).toEqual(['OWN_PROPOSAL', 'OWN_WORK', 'NOT_OWN_PROPOSAL']);
});

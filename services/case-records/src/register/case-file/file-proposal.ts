import type { Action } from '@nuangong/access';
import { handWords, ok, problem, refuse, type Bilingual, type Problem, type Result } from '@nuangong/primitives';
import type { SealedPlace } from '@nuangong/sealing';
import { ownHandling } from './case-file.ts';

/** What waits for a second person: changed facts after the posting, or an exit. */
export const proposalKinds = ['CHANGE', 'EXIT'] as const;
export type ProposalKind = (typeof proposalKinds)[number];

export const proposalDecisions = ['CONFIRMED', 'REFUSED', 'WITHDRAWN'] as const;
export type ProposalDecision = (typeof proposalDecisions)[number];

/** The action needed to confirm: a change is confirmed by a reviewer, an exit by a reviewer or an approver. */
export const confirmedBy: Readonly<Record<ProposalKind, Action>> = {
  CHANGE: 'case-file.review',
  EXIT: 'case-file.confirm',
};

/** What a decision on a proposal depends on. */
export interface ProposalState {
  readonly decision: string | null;
  /** Who decided it, and when; null while it is undecided. */
  readonly decidedByName: string | null;
  readonly decidedAt: Date | null;
  readonly proposedBy: string;
  /** Who registered, changed or submitted the household, by id. */
  readonly makers: readonly string[];
}

/** Decides whether someone may confirm or refuse a proposal: neither its author nor a maker of the household. */
export function mayDecide(proposal: ProposalState, staffId: string): Result<true> {
  if (proposal.decision !== null) return refuse(decidedAlready(proposal));
  if (proposal.proposedBy === staffId) return refuse(ownProposal());
  return proposal.makers.includes(staffId) ? refuse(ownHandling('MADE')) : ok(true);
}

/** Decides whether someone may withdraw a proposal: only its author, while it is undecided. */
export function mayWithdraw(proposal: ProposalState, staffId: string): Result<true> {
  if (proposal.decision !== null) return refuse(decidedAlready(proposal));
  return proposal.proposedBy === staffId ? ok(true) : refuse(notOwnProposal());
}

/** The place that a proposal's content is sealed for. */
export function proposalPlace(proposalId: string, organizationPath: string): SealedPlace {
  return { table: 'file_proposal', column: 'sealed_content', row: proposalId, organization: organizationPath };
}

export const proposalKindNames: Readonly<Record<ProposalKind, Bilingual>> = {
  CHANGE: { zh: '家庭情况变更', en: 'household change' },
  EXIT: { zh: '退出档案', en: 'exit' },
};

export const proposalDecisionNames: Readonly<Record<ProposalDecision, Bilingual>> = {
  CONFIRMED: { zh: '已确认', en: 'confirmed' },
  REFUSED: { zh: '不予确认', en: 'refused' },
  WITHDRAWN: { zh: '已撤回', en: 'withdrawn' },
};

/** A file has one open proposal at a time. */
export const proposalOpen = (): Problem =>
  problem('PROPOSAL_OPEN', {
    zh: '该户已有一项变更或退出待确认，先确认、不予确认或撤回',
    en: 'A change or exit of this household awaits confirmation. Confirm, decline or withdraw it first.',
  });

export const ownProposal = (): Problem =>
  problem('OWN_PROPOSAL', {
    zh: '由本人提出，由另一位审核员或审批人确认',
    en: 'You proposed this. Ask another reviewer or approver to confirm it.',
  });

const notOwnProposal = (): Problem =>
  problem('NOT_OWN_PROPOSAL', {
    zh: '由他人提出，不能撤回；不同意的，办理不予确认',
    en: 'Another person proposed this. Decline it instead of withdrawing it.',
  });

function decidedAlready({ decision, decidedByName: by, decidedAt: at }: ProposalState): Problem {
  const hand = by === null || at === null ? undefined : handWords({ by, at });
  const result = proposalDecisionNames[decision as ProposalDecision];
  return problem('PROPOSAL_DECIDED', {
    zh: `${hand?.zh ?? ''}已办理该事项（${result.zh}），刷新后查看`,
    en: `This proposal is already ${result.en}${hand === undefined ? '' : ` (${hand.en})`}. Refresh to see the result.`,
  });
}

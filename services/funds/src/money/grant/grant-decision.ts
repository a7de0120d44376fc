import type { Actor } from '@nuangong/access';
import { ok, problem, refuse, type Bilingual, type Problem, type Result } from '@nuangong/primitives';
import { changedMeanwhile } from '@nuangong/subgraph';
import { anotherBook } from '../../ledger/ledger/book.ts';

/** What two people can decide about an unpaid grant: to pay it although it is held, or to release its money. */
export const grantDecisionKinds = ['PAY_ON', 'RELEASE'] as const;
export type GrantDecisionKind = (typeof grantDecisionKinds)[number];

/** What the rules of a decision look at: the grant, its open holds, and the proposal. */
export interface GrantState {
  readonly bookPath: string;
  readonly status: string;
  readonly handlers: readonly string[];
  readonly holds: readonly { readonly id: string; readonly cause: string }[];
  readonly decisions: readonly {
    readonly about: readonly string[];
    readonly proposedBy: string;
    readonly kind: string;
  }[];
}

/** A person who handled a household decides no step of its payment. */
export function ownHousehold(): Problem {
  return problem('OWN_HOUSEHOLD', ownHouseholdReason);
}

export const ownHouseholdReason: Bilingual = {
  zh: '本人登记、变更、审核或审批过这一户，发放由他人办理',
  en: 'You registered, changed, reviewed or approved this household; another person must handle its payment.',
};

const ownProposal = (): Problem =>
  problem('OWN_PROPOSAL', {
    zh: '本人提出的处理由另一人确认',
    en: 'You proposed this; another person must confirm it.',
  });

const nothingProposed = (): Problem =>
  problem('NOTHING_PROPOSED', {
    zh: '这笔救助没有待确认的处理，刷新后核对',
    en: 'Nothing is proposed for this grant. Refresh and check.',
  });

/** The problems for the database's own rules on decisions. */
export const decisionConstraints = {
  handler_decides_nothing: ownHousehold,
  another_person_answers: ownProposal,
  decision_proposed_once: changedMeanwhile,
} satisfies Readonly<Record<string, () => Problem>>;

/** Whether the actor may propose this for the grant now. */
export function mayPropose(grant: GrantState, kind: GrantDecisionKind, actor: Actor): Result<void> {
  const closed = closedTo(grant, actor) ?? (kind === 'PAY_ON' ? notToBePaidOn(grant) : notToBeReleased(grant));
  if (closed !== undefined) return refuse(closed);
  return grant.decisions.length > 0 ? refuse(alreadyProposed()) : ok(undefined);
}

/** Whether the actor may answer what is proposed for the grant. */
export function mayAnswer(grant: GrantState, actor: Actor): Result<void> {
  const [proposed] = grant.decisions;
  if (proposed === undefined) return refuse(nothingProposed());
  const closed = closedTo(grant, actor) ?? (proposed.proposedBy === actor.staffId ? ownProposal() : undefined);
  return closed === undefined ? ok(undefined) : refuse(closed);
}

/** Whether the proposal can be carried out now: the grant is held for the same reasons and can take it. */
export function mayCarryOut(grant: GrantState, actor: Actor): Result<void> {
  const answerable = mayAnswer(grant, actor);
  const [proposed] = grant.decisions;
  if (!answerable.ok || proposed === undefined) return answerable;
  const known = new Set(proposed.about);
  if (grant.holds.length !== known.size || grant.holds.some(({ id }) => !known.has(id))) {
    return refuse(changedMeanwhile());
  }
  const closed = proposed.kind === 'PAY_ON' ? notToBePaidOn(grant) : notToBeReleased(grant);
  return closed === undefined ? ok(undefined) : refuse(closed);
}

function closedTo(grant: GrantState, actor: Actor): Problem | undefined {
  if (grant.bookPath !== actor.scope) return anotherBook();
  return grant.handlers.includes(actor.staffId) ? ownHousehold() : undefined;
}

function notToBePaidOn(grant: GrantState): Problem | undefined {
  const past = pastProblem(grant);
  if (past !== undefined) return past;
  if (grant.holds.some(({ cause }) => cause !== 'RETURNED')) return undefined;
  if (grant.holds.length === 0) {
    return problem('GRANT_NOT_HELD', {
      zh: '这笔救助没有暂缓，可直接编入批次',
      en: 'This grant is not on hold; add it to a batch.',
    });
  }
  return problem('PAYEE_NOT_CONFIRMED', {
    zh: '退汇的救助等待更正或确认收款账号，由登记单位在户档案中办理',
    en: 'The payment was returned. Correct or confirm the account in the household’s record first.',
  });
}

function notToBeReleased(grant: GrantState): Problem | undefined {
  if (grant.status !== 'IN_BATCH') return pastProblem(grant);
  return problem('GRANT_IN_BATCH', {
    zh: '这笔救助已编入批次，先退回该批次再撤销',
    en: 'This grant is in a batch. Return the batch first, then release the grant.',
  });
}

function pastProblem(grant: GrantState): Problem | undefined {
  if (grant.status === 'PAID') {
    return problem('ALREADY_PAID', { zh: '这笔救助已发放，刷新后核对', en: 'This grant is paid. Refresh and check.' });
  }
  if (grant.status !== 'RELEASED') return undefined;
  return problem('GRANT_RELEASED', {
    zh: '这笔救助已撤销，占用的资金已释放',
    en: 'This grant has been released; its money is no longer committed.',
  });
}

function alreadyProposed(): Problem {
  return problem('ALREADY_PROPOSED', {
    zh: '已有待确认的处理，由另一人确认或不同意后再提出',
    en: 'A decision has already been proposed. Have another person confirm or decline it first.',
  });
}

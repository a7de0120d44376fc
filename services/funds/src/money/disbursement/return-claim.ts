import type { Actor } from '@nuangong/access';
import { ok, problem, refuse, type Problem, type Result } from '@nuangong/primitives';
import { changedMeanwhile } from '@nuangong/subgraph';
import { ownHousehold } from '../grant/grant-decision.ts';
import { anotherBook } from '../../ledger/ledger/book.ts';

/** The status of a return reported by the bank: recorded, then confirmed or refused by the head of finance. */
export const claimStatuses = ['WAITING', 'CONFIRMED', 'REFUSED'] as const;
export type ClaimStatus = (typeof claimStatuses)[number];

/** What the rules for answering a return look at. */
export interface ClaimedReturn {
  readonly bookPath: string;
  readonly recordedBy: string;
  /** Who paid the batch, and who handled the household. */
  readonly paidBy: string;
  readonly handlers: readonly string[];
}

export function notPaid(): Problem {
  return problem('NOT_PAID', {
    zh: '只有已发放且未退汇的明细可以登记退汇，刷新后核对',
    en: 'Only a paid payment that has not been returned can be recorded as returned. Refresh and check.',
  });
}

/** No return of this payment waits for an answer. */
export function nothingClaimed(): Problem {
  return problem('NOTHING_TO_CONFIRM', {
    zh: '这笔款没有待确认的退汇，刷新后核对',
    en: 'No return of this payment is awaiting confirmation. Refresh and check.',
  });
}

const ownReturn = (): Problem =>
  problem('OWN_RETURN', {
    zh: '付款人和登记退汇的人不能确认退汇，由另一位财务负责人核对银行回单后确认',
    en: 'You paid this or recorded the return; another head of finance must check the bank slip and confirm it.',
  });

const referenceTaken = (): Problem =>
  problem(
    'BANK_REFERENCE_TAKEN',
    {
      zh: '这个退汇流水号已登记在另一笔款上，核对银行回单',
      en: 'This bank reference is recorded for another payment. Check the bank slip.',
    },
    'bankReference',
  );

/** The problems for the database's own rules on returns. */
export const returnConstraints = {
  return_reference_once: referenceTaken,
  return_claimed_once: changedMeanwhile,
  another_person_confirms: ownReturn,
  payer_confirms_no_return: ownReturn,
  handler_decides_nothing: ownHousehold,
  return_is_of_a_payment: notPaid,
} satisfies Readonly<Record<string, () => Problem>>;

/** Whether the actor may answer a recorded return: not the person who recorded it, paid it or handled the household. */
export function mayAnswerReturn(claim: ClaimedReturn, actor: Actor): Result<void> {
  if (claim.bookPath !== actor.scope) return refuse(anotherBook());
  if (claim.recordedBy === actor.staffId || claim.paidBy === actor.staffId) return refuse(ownReturn());
  return claim.handlers.includes(actor.staffId) ? refuse(ownHousehold()) : ok(undefined);
}

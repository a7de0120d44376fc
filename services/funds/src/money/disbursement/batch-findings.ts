import { createHash } from 'node:crypto';
import { findAccountSigns, type Bilingual } from '@nuangong/primitives';
import type { FactChange } from '../case-file/news.ts';

/** What can be found in a batch before it is approved. */
export const findingKinds = [
  'CHANGED',
  'PAYEE_CORRECTED',
  'SAME_PERSON',
  'SAME_ACCOUNT',
  'ACCOUNT_RETURNED_BEFORE',
  'ACCOUNT_OF_ANOTHER',
  'CONSECUTIVE_ACCOUNTS',
  'ACCOUNT_CHECK_DIGIT',
] as const;
export type FindingKind = (typeof findingKinds)[number];

/**
 * What the head of finance must do about a finding before the batch proceeds: acknowledge it, give a reason, or
 * nothing.
 */
export const findingAnswers = ['SEEN', 'REASON', 'NONE'] as const;
export type FindingAnswer = (typeof findingAnswers)[number];

/** A payment of the batch with its payee opened; never log it. */
export interface OpenedPayment {
  readonly id: string;
  readonly householdId: string;
  readonly payeeName: string;
  readonly maskedBankAccount: string;
  readonly amountFen: bigint;
  readonly identityNumber: string;
  /** Null when the household is paid in cash. */
  readonly bankAccount: string | null;
}

/** What case records reported of a payment's household since its grant was approved, opened. */
export interface ToldSince {
  readonly id: string;
  readonly paymentId: string;
  readonly kind: 'CHANGED' | 'PAYEE_CORRECTED';
  readonly changed: boolean;
  readonly reason: string | null;
  readonly changes: readonly FactChange[];
  readonly who: readonly string[];
  readonly on: string;
}

/** An earlier attempt to pay a grant that the bank returned, its payee opened. */
export interface ReturnedBefore {
  readonly paymentId: string;
  readonly bankAccount: string | null;
  readonly reason: string;
  readonly on: string;
}

/** A grant to another household with the same account as a payment of the batch. */
export interface SameAccountElsewhere {
  readonly paymentId: string;
  readonly payeeName: string;
}

/** One thing to look at before a batch is approved. `key` identifies exactly this finding for these payments. */
export interface Finding {
  readonly key: string;
  readonly kind: FindingKind;
  readonly answer: FindingAnswer;
  readonly words: Bilingual;
  readonly paymentIds: readonly string[];
  readonly changes: readonly FactChange[];
  readonly who: readonly string[];
  readonly on: string | null;
}

/** The data that findings are computed from. */
export interface BatchToLookThrough {
  readonly payments: readonly OpenedPayment[];
  readonly told: readonly ToldSince[];
  readonly returned: readonly ReturnedBefore[];
  readonly elsewhere: readonly SameAccountElsewhere[];
}

/** All findings of a batch, those that need an answer first. */
export function findInBatch(batch: BatchToLookThrough): readonly Finding[] {
  const { payments } = batch;
  const withAccount = payments.flatMap((payment) =>
    payment.bankAccount === null ? [] : [{ key: payment.id, account: payment.bankAccount }],
  );
  const signs = findAccountSigns(withAccount);
  const persons = [...Map.groupBy(payments, ({ identityNumber }) => identityNumber.toUpperCase()).values()];
  return [
    ...batch.told.map(toldFinding),
    ...persons
      .filter((same) => same.length > 1)
      .map((same) =>
        group(
          'SAME_PERSON',
          same.map(({ id }) => id),
        ),
      ),
    ...signs.shared.map((same) => group('SAME_ACCOUNT', same)),
    ...returnedToSameAccount(batch),
    ...elsewhereByPayment(batch),
    ...signs.consecutive.map((run) => group('CONSECUTIVE_ACCOUNTS', run)),
    ...(signs.wrongCheckDigit.length === 0 ? [] : [group('ACCOUNT_CHECK_DIGIT', signs.wrongCheckDigit)]),
  ];
}

/** The findings that need an answer and have none yet. */
export function unanswered(
  findings: readonly Finding[],
  answered: readonly { readonly finding: string }[],
): readonly Finding[] {
  const known = new Set(answered.map(({ finding }) => finding));
  return findings.filter(({ key, answer }) => answer !== 'NONE' && !known.has(key));
}

function toldFinding(news: ToldSince): Finding {
  const words = news.kind === 'CHANGED' ? changedWords : news.changed ? correctedWords : confirmedWords;
  return {
    key: `NEWS:${news.id}`,
    kind: news.kind,
    answer: 'SEEN',
    words: news.reason === null ? words : withReason(words, news.reason),
    paymentIds: [news.paymentId],
    changes: news.changes,
    who: news.who,
    on: news.on,
  };
}

function returnedToSameAccount({ payments, returned }: BatchToLookThrough): readonly Finding[] {
  const accounts = new Map(payments.map(({ id, bankAccount }) => [id, bankAccount]));
  const same = returned.filter(({ paymentId, bankAccount }) => accounts.get(paymentId) === bankAccount);
  return [...Map.groupBy(same, ({ paymentId }) => paymentId)].flatMap(([paymentId, attempts]) => {
    const last = attempts.at(-1);
    return last === undefined
      ? []
      : [
          {
            ...group('ACCOUNT_RETURNED_BEFORE', [paymentId]),
            words: withReason(groupWords.ACCOUNT_RETURNED_BEFORE(attempts.length), last.reason),
            on: last.on,
          },
        ];
  });
}

function elsewhereByPayment({ elsewhere }: BatchToLookThrough): readonly Finding[] {
  return [...Map.groupBy(elsewhere, ({ paymentId }) => paymentId)].map(([paymentId, others]) => ({
    ...group('ACCOUNT_OF_ANOTHER', [paymentId]),
    words: withReason(
      groupWords.ACCOUNT_OF_ANOTHER(others.length),
      others.map(({ payeeName }) => payeeName).join('、'),
    ),
  }));
}

type GroupKind = Exclude<FindingKind, 'CHANGED' | 'PAYEE_CORRECTED'>;

function group(kind: GroupKind, paymentIds: readonly string[]): Finding {
  const which = createHash('sha256').update(paymentIds.toSorted().join(' ')).digest('hex').slice(0, 32);
  const reasonWanted = kind === 'SAME_PERSON' || kind === 'SAME_ACCOUNT' || kind === 'ACCOUNT_RETURNED_BEFORE';
  return {
    key: `${kind}:${which}`,
    kind,
    answer: reasonWanted ? 'REASON' : 'NONE',
    words: groupWords[kind](paymentIds.length),
    paymentIds,
    changes: [],
    who: [],
    on: null,
  };
}

const changedWords: Bilingual = {
  zh: '审批后档案有变更，核对是否仍应发放',
  en: 'The file changed since approval; check whether it should still be paid',
};
const correctedWords: Bilingual = {
  zh: '审批后更正了收款人或账号，按更正后的发放',
  en: 'The payee or account was corrected since approval; the corrected one is paid',
};
const confirmedWords: Bilingual = {
  zh: '审批后核实过收款账号，账号不变',
  en: 'The account was verified since approval, unchanged',
};

const withReason = ({ zh, en }: Bilingual, reason: string): Bilingual => ({
  zh: `${zh}：${reason}`,
  en: `${en}: ${reason}`,
});

const groupWords: Readonly<Record<GroupKind, (count: number) => Bilingual>> = {
  SAME_PERSON: (count) => ({
    zh: `同一人在本批有 ${count} 笔，写明为何都应发放`,
    en: `One person has ${count} payments in this batch; state why each is due`,
  }),
  SAME_ACCOUNT: (count) => ({
    zh: `本批有 ${count} 笔付往同一账号，写明缘由`,
    en: `${count} payments in this batch go to one account; state why`,
  }),
  ACCOUNT_RETURNED_BEFORE: () => ({
    zh: '曾退汇，仍付原账号，写明缘由',
    en: 'Returned by the bank before and paid to the same account again; state why',
  }),
  ACCOUNT_OF_ANOTHER: (count) => ({
    zh: `同一活动中另有 ${count} 户用这个账号`,
    en: `${count} other households of the same campaign use this account`,
  }),
  CONSECUTIVE_ACCOUNTS: (count) => ({
    zh: `${count} 笔的账号连号，核对是否本人账户`,
    en: `The account numbers of ${count} payments are consecutive; check whose they are`,
  }),
  ACCOUNT_CHECK_DIGIT: (count) => ({
    zh: `${count} 笔的卡号末位校验不符，核对是否录错`,
    en: `The check digit of ${count} card numbers is wrong; check them`,
  }),
};

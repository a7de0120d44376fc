import { createBatchLoader } from '@nuangong/subgraph';
import { builder, type FundsContext } from '../../builder.ts';
import type { BatchAnswer } from '../../generated/prisma/client.ts';
import { readWordsIfAny, wordsPlace } from '../written-words/written-words.ts';
import type { Finding, FindingAnswer, FindingKind, OpenedPayment } from './batch-findings.ts';
import { loadBatchFindings } from './load-batch-findings.ts';

/** A finding with its payments and the head of finance's answer. */
export interface ShownFinding extends Finding {
  readonly payments: readonly OpenedPayment[];
  readonly given: BatchAnswer | undefined;
}

const FindingKindEnum = builder.enumType('DisbursementBatchFindingKind', {
  description: 'The kind of a finding to review before a batch is approved.',
  values: {
    CHANGED: { description: 'The household’s file changed since its grant was approved.' },
    PAYEE_CORRECTED: { description: 'The payee was corrected or confirmed since its grant was approved.' },
    SAME_PERSON: { description: 'One person, by the identity number, is paid more than once in the batch.' },
    SAME_ACCOUNT: { description: 'One account is paid into more than once in the batch.' },
    ACCOUNT_RETURNED_BEFORE: { description: 'The bank returned an earlier payment to this account.' },
    ACCOUNT_OF_ANOTHER: { description: 'Another household of the same campaign has the same account.' },
    CONSECUTIVE_ACCOUNTS: { description: 'Account numbers are consecutive.' },
    ACCOUNT_CHECK_DIGIT: { description: 'The check digit of a card number is wrong.' },
  } satisfies Record<FindingKind, { readonly description: string }>,
});

const FindingAnswerEnum = builder.enumType('DisbursementBatchFindingAnswer', {
  description: 'What the head of finance must do about a finding before the batch proceeds.',
  values: {
    SEEN: { description: 'Mark it as seen.' },
    REASON: { description: 'Give a written reason.' },
    NONE: { description: 'Nothing.' },
  } satisfies Record<FindingAnswer, { readonly description: string }>,
});

const FoundPayment = builder.objectRef<OpenedPayment>('FoundPayment').implement({
  description: 'A payment that a finding concerns; numbers are masked.',
  fields: (t) => ({
    paymentId: t.exposeID('id'),
    householdId: t.exposeID('householdId'),
    payeeName: t.exposeString('payeeName', { description: 'The payee.' }),
    maskedBankAccount: t.exposeString('maskedBankAccount'),
    amount: t.field({ type: 'Yuan', description: 'The amount.', resolve: (payment) => payment.amountFen }),
  }),
});

const FactChangeType = builder.objectRef<Finding['changes'][number]>('FactChange').implement({
  description: 'One fact of a household, before and after, in words.',
  fields: (t) => ({
    fact: t.exposeString('fact', { description: 'The name of the fact.' }),
    before: t.exposeString('before', { nullable: true, description: 'The value before; null if there was none.' }),
    after: t.exposeString('after', { nullable: true, description: 'The value after; null if there is none.' }),
  }),
});

const GivenAnswer = builder.objectRef<BatchAnswer>('GivenAnswer').implement({
  description: 'The answer of the head of finance to a finding.',
  fields: (t) => ({
    reason: t.string({
      nullable: true,
      description: 'The reason, if one is required; for those who do the casework or pay.',
      resolve: (answer, _arguments, context) =>
        readWordsIfAny(context, answer.reason, wordsPlace('batch_answer', 'reason', answer)),
    }),
    by: t.exposeString('answeredByName', { description: 'Who gave it, under the name they had at that time.' }),
    at: t.field({ type: 'Instant', description: 'When it was given.', resolve: (answer) => answer.answeredAt }),
  }),
});

export const DisbursementBatchFinding = builder.objectRef<ShownFinding>('DisbursementBatchFinding').implement({
  description: 'A finding to review before a batch is approved, with its answer.',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'The key that an answer refers to; different if its payments change.' }),
    kind: t.field({ type: FindingKindEnum, description: 'The kind of finding.', resolve: (finding) => finding.kind }),
    answer: t.field({
      type: FindingAnswerEnum,
      description: 'What must be done before the batch proceeds.',
      resolve: (finding) => finding.answer,
    }),
    words: t.string({
      description: 'Its text, in the language of the request.',
      resolve: (finding, _arguments, context) => finding.words[context.language],
    }),
    payments: t.field({
      type: [FoundPayment],
      description: 'The payments that it concerns.',
      resolve: (finding) => [...finding.payments],
    }),
    changes: t.field({
      type: [FactChangeType],
      description: 'The facts that changed, if known.',
      resolve: (finding) => [...finding.changes],
    }),
    who: t.stringList({ description: 'Who changed or confirmed it.', resolve: (finding) => [...finding.who] }),
    on: t.field({
      type: 'LocalDate',
      nullable: true,
      description: 'The day on which it happened, if known.',
      resolve: (finding) => finding.on,
    }),
    given: t.field({
      type: GivenAnswer,
      nullable: true,
      description: 'The answer; null before.',
      resolve: (finding) => finding.given ?? null,
    }),
  }),
});

/** The findings of a batch with their answers; computed once per request. */
export const loadFindings = createBatchLoader<FundsContext, readonly ShownFinding[]>(async (context, batchIds) => {
  const answers = await context.tx.batchAnswer.findMany({ where: { batchId: { in: batchIds } } });
  const all = new Map<string, readonly ShownFinding[]>();
  for (const batchId of batchIds) {
    const { findings, payments } = await loadBatchFindings(context.tx, context.parts.keyring, batchId);
    const given = new Map(
      answers.filter((answer) => answer.batchId === batchId).map((answer) => [answer.finding, answer]),
    );
    all.set(
      batchId,
      findings.map((finding) => ({
        ...finding,
        given: given.get(finding.key),
        payments: finding.paymentIds.flatMap((id) => payments.get(id) ?? []),
      })),
    );
  }
  return all;
});

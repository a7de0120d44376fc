import { queryFromInfo } from '@pothos/plugin-prisma';
import { permits } from '@nuangong/access';
import { readStoredDate } from '@nuangong/database';
import { isUuid } from '@nuangong/primitives';
import {
  asFieldQuery,
  commandResult,
  describedValues,
  loadManyAsAsked,
  requirePermission,
  type FieldQuery,
} from '@nuangong/subgraph';
import { builder, type FundsContext } from '../../builder.ts';
import { commandOf } from '../../command.ts';
import type { Payment } from '../../generated/prisma/client.ts';
import { GrantPart, partsOf, partsQuery } from '../grant/grant.graphql.ts';
import { ownHouseholdReason } from '../grant/grant-decision.ts';
import { readWords, readWordsIfAny, wordsPlace } from '../written-words/written-words.ts';
import { VoucherType } from '../voucher/voucher.graphql.ts';
import { confirmReturnedPayment } from './confirm-returned-payment.ts';
import { recordReturnedPayment } from './record-returned-payment.ts';
import { refuseReturnedPayment } from './refuse-returned-payment.ts';
import type { PaymentStatus } from './batch.ts';
import { claimStatuses, mayAnswerReturn } from './return-claim.ts';

const ReturnClaimStatus = builder.enumType('ReturnClaimStatus', {
  description: 'The status of a recorded returned payment.',
  values: {
    WAITING: { description: 'Recorded; awaiting the head of finance.' },
    CONFIRMED: { description: 'Confirmed: the money is back and the grant is committed again.' },
    REFUSED: { description: 'Declined: the money did not come back and the payment stays paid.' },
  } satisfies Record<(typeof claimStatuses)[number], { readonly description: string }>,
});

builder.prismaObject('ReturnClaim', {
  description: 'A returned payment as reported by the bank (退汇), with the answer of the head of finance.',
  fields: (t) => ({
    id: t.exposeID('id'),
    bankReference: t.exposeString('bankReference', { description: 'The bank’s reference of the return.' }),
    reason: t.string({
      description: 'The bank’s reason, for those who do the casework or pay.',
      select: { id: true, organizationPath: true, reason: true },
      resolve: (claim, _arguments, context) =>
        readWords(context, claim.reason, wordsPlace('return_claim', 'reason', claim)),
    }),
    returnedOn: t.field({
      type: 'LocalDate',
      description: 'The day on which the money came back, according to the bank.',
      select: { returnedOn: true },
      resolve: ({ returnedOn }) => readStoredDate(returnedOn),
    }),
    dateReason: t.string({
      nullable: true,
      description: 'Why a return before last year was recorded so late.',
      select: { id: true, organizationPath: true, dateReason: true },
      resolve: (claim, _arguments, context) =>
        readWordsIfAny(context, claim.dateReason, wordsPlace('return_claim', 'date_reason', claim)),
    }),
    status: t.field({
      type: ReturnClaimStatus,
      description: 'Its status.',
      select: { status: true },
      resolve: ({ status }) => claimStatuses.find((each) => each === status) ?? 'WAITING',
    }),
    recordedBy: t.exposeString('recordedByName', {
      description: 'Who recorded it, under the name they had at that time.',
    }),
    recordedAt: t.expose('recordedAt', { type: 'Instant', description: 'When it was recorded.' }),
    answeredBy: t.exposeString('answeredByName', {
      nullable: true,
      description: 'Who answered it, under the name they had at that time; null before.',
    }),
    answeredAt: t.expose('answeredAt', {
      type: 'Instant',
      nullable: true,
      description: 'When it was answered; null before.',
    }),
    answer: t.string({
      nullable: true,
      description: 'Why it was declined; for those who do the casework or pay.',
      select: { id: true, organizationPath: true, answer: true },
      resolve: (claim, _arguments, context) =>
        readWordsIfAny(context, claim.answer, wordsPlace('return_claim', 'answer', claim)),
    }),
    lockReason: t.string({
      nullable: true,
      description: 'Why the reader may not answer it; null if they may.',
      select: {
        bookPath: true,
        recordedBy: true,
        paidBy: true,
        payment: { select: { grant: { select: { handlers: true } } } },
      },
      resolve: ({ payment, ...claim }, _arguments, { actor, language }) => {
        const allowed = mayAnswerReturn({ ...claim, handlers: payment.grant.handlers }, actor);
        return allowed.ok ? null : (allowed.problems[0]?.message[language] ?? null);
      },
    }),
  }),
});

const PaymentStatusEnum = builder.enumType('PaymentStatus', {
  description: 'The status of a payment.',
  values: describedValues<PaymentStatus>({
    PENDING: 'In a batch that is not paid yet (待发放).',
    PAID: 'Paid (已发放).',
    RETURNED: 'The bank returned it, and the head of finance confirmed it (已退汇).',
    WITHDRAWN: 'Its batch was returned before payment (已撤回).',
  }),
});

export const PaymentType = builder.prismaObject('Payment', {
  description: 'One payment of a batch (发放明细); a returned one is followed by a new attempt.',
  fields: (t) => ({
    id: t.exposeID('id'),
    status: t.field({
      type: PaymentStatusEnum,
      description: 'Its status.',
      select: { status: true },
      resolve: ({ status }) => status as PaymentStatus,
    }),
    amount: t.expose('amountFen', { type: 'Yuan', description: 'How much it is.' }),
    payeeName: t.exposeString('payeeName', {
      description: 'The payee; a later correction does not change a payment already made.',
    }),
    maskedBankAccount: t.exposeString('maskedBankAccount'),
    grant: t.relation('grant', { description: 'The grant that it pays.' }),
    householdId: t.exposeID('householdId'),
    voucher: t.field({
      description: 'The voucher; null before payment, or if the reader may not read vouchers.',
      type: VoucherType,
      nullable: true,
      select: (_arguments, _context, selected) => ({ voucher: selected() }),
      resolve: ({ voucher }, _arguments, context) => (permits(context.actor.roles, 'voucher.read') ? voucher : null),
    }),
    batchId: t.exposeID('batchId'),
    batchNumber: t.exposeString('batchNumber', { description: 'The number of its batch.' }),
    parts: t.field({
      type: [GrantPart],
      description: 'What each fund bears of it.',
      select: { commitment: { include: { parts: partsQuery } } },
      resolve: ({ commitment }) => partsOf(commitment.parts),
    }),
    paidOn: t.field({
      type: 'LocalDate',
      nullable: true,
      description: 'The day of payment; null before.',
      select: { paidOn: true },
      resolve: (payment) => (payment.paidOn === null ? null : readStoredDate(payment.paidOn)),
    }),
    returnReason: t.string({
      nullable: true,
      description: 'The bank’s reason; for those who do the casework or pay.',
      select: { returned: { select: { claim: true } } },
      resolve: ({ returned }, _arguments, context) =>
        returned === null
          ? null
          : readWords(context, returned.claim.reason, wordsPlace('return_claim', 'reason', returned.claim)),
    }),
    returnClaims: t.relation('claims', {
      description: 'Its recorded returns with their answers, latest first.',
      query: { orderBy: { id: 'desc' } },
    }),
    earlierAttempts: t.prismaField({
      type: ['Payment'],
      description: 'Earlier payments of the same grant that the bank returned, latest first.',
      resolve: async (query, { id, grantId }, _arguments, context) =>
        (await loadPaymentsOfGrant(context, grantId, query)).filter(
          (attempt) => attempt.id < id && attempt.status === 'RETURNED',
        ),
    }),
    lockReason: t.string({
      nullable: true,
      description: 'Why the reader may not take a step of this payment: they handled the household; null if they may.',
      select: { grant: { select: { handlers: true } } },
      resolve: ({ grant }, _arguments, { actor, language }) =>
        grant.handlers.includes(actor.staffId) ? ownHouseholdReason[language] : null,
    }),
  }),
});

const loadPayment = loadManyAsAsked<FundsContext, Payment>(
  (payment) => payment.id,
  (context, ids, query) => context.tx.payment.findMany({ ...query, where: { id: { in: ids.filter(isUuid) } } }),
);

/** Always selects the keys that a loader groups rows by, in addition to the query's own fields. */
const withKeys = (query: FieldQuery): FieldQuery =>
  query.select === undefined ? query : { select: { ...query.select, householdId: true, grantId: true } };

/** The payments of a household, latest first, without those of batches that were sent back. */
export const loadPaymentsOfHousehold = loadManyAsAsked<FundsContext, Payment>(
  (payment) => payment.householdId,
  (context, ids, query) =>
    context.tx.payment.findMany({
      ...withKeys(query),
      where: { householdId: { in: [...ids] }, status: { not: 'WITHDRAWN' } },
      orderBy: { id: 'desc' },
    }),
);

/** The payments of a grant, latest attempt first. */
export const loadPaymentsOfGrant = loadManyAsAsked<FundsContext, Payment>(
  (payment) => payment.grantId,
  (context, ids, query) =>
    context.tx.payment.findMany({
      ...withKeys(query),
      where: { grantId: { in: [...ids] }, status: { not: 'WITHDRAWN' } },
      orderBy: { id: 'desc' },
    }),
);

builder.asEntity(PaymentType, {
  key: builder.selection<{ id: string }>('id'),
  resolveReference: async ({ id }, context, info) => {
    requirePermission(context, 'voucher.read');
    const query = asFieldQuery(queryFromInfo({ context, info, typeName: 'Payment' }));
    return (await loadPayment(context, id, query))[0] ?? null;
  },
});

builder.queryField('payment', (t) =>
  t.prismaField({
    type: 'Payment',
    nullable: true,
    description: 'One payment.',
    args: { id: t.arg.id({ required: true }) },
    resolve: (query, _root, { id }, context) => {
      requirePermission(context, 'voucher.read');
      return isUuid(id) ? context.tx.payment.findUnique({ ...query, where: { id } }) : null;
    },
  }),
);

const RecordReturnedPaymentInput = builder.inputType('RecordReturnedPaymentInput', {
  fields: (t) => ({
    paymentId: t.id({ required: true }),
    bankReference: t.string({ required: true, description: 'The bank’s reference of the return.' }),
    reason: t.string({ required: true, description: 'The bank’s reason.' }),
    returnedOn: t.field({
      type: 'LocalDate',
      required: true,
      description: 'The day on which the money came back; not before the payment, not in the future.',
    }),
    dateReason: t.string({ description: 'Why a day before 1 January of last year is right.' }),
  }),
});

const RecordReturnedPaymentResult = commandResult(builder, 'RecordReturnedPaymentResult', 'payment', PaymentType);

builder.mutationField('recordReturnedPayment', (t) =>
  t.field({
    type: RecordReturnedPaymentResult,
    description: 'Records that the bank returned a payment; the head of finance confirms it.',
    args: { input: t.arg({ type: RecordReturnedPaymentInput, required: true }) },
    resolve: (_root, { input }, context) => recordReturnedPayment(commandOf(context), input),
  }),
);

const ConfirmReturnedPaymentInput = builder.inputType('ConfirmReturnedPaymentInput', {
  fields: (t) => ({ paymentId: t.id({ required: true }) }),
});
const RefuseReturnedPaymentInput = builder.inputType('RefuseReturnedPaymentInput', {
  fields: (t) => ({
    paymentId: t.id({ required: true }),
    answer: t.string({ required: true, description: 'What the bank slip says instead.' }),
  }),
});
const ConfirmReturnedPaymentResult = commandResult(builder, 'ConfirmReturnedPaymentResult', 'payment', PaymentType);
const RefuseReturnedPaymentResult = commandResult(builder, 'RefuseReturnedPaymentResult', 'payment', PaymentType);

builder.mutationFields((t) => ({
  confirmReturnedPayment: t.field({
    type: ConfirmReturnedPaymentResult,
    description: 'Confirms a recorded return: the entry is reversed and the grant is committed again.',
    args: { input: t.arg({ type: ConfirmReturnedPaymentInput, required: true }) },
    resolve: (_root, { input }, context) => confirmReturnedPayment(commandOf(context), input),
  }),
  refuseReturnedPayment: t.field({
    type: RefuseReturnedPaymentResult,
    description: 'Declines a recorded return: the payment stays paid.',
    args: { input: t.arg({ type: RefuseReturnedPaymentInput, required: true }) },
    resolve: (_root, { input }, context) => refuseReturnedPayment(commandOf(context), input),
  }),
}));

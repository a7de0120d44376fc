import { queryFromInfo } from '@pothos/plugin-prisma';
import { permits } from '@nuangong/access';
import { readStoredDate } from '@nuangong/database';
import { isUuid } from '@nuangong/primitives';
import { asFieldQuery, commandResult, loadManyAsAsked, requirePermission, type FieldQuery } from '@nuangong/subgraph';
import { builder, type FundsContext } from '../builder.ts';
import { commandOf } from '../command.ts';
import type { Payment } from '../generated/prisma/client.ts';
import { GrantPart, partsOf, partsQuery } from '../grant/grant.graphql.ts';
import { VoucherType } from '../voucher/voucher.graphql.ts';
import { recordReturnedPayment } from './record-returned-payment.ts';

export const PaymentType = builder.prismaObject('Payment', {
  description: 'One payment of a batch (发放明细); a returned one is followed by a new attempt.',
  fields: (t) => ({
    id: t.exposeID('id'),
    status: t.exposeString('status'),
    amount: t.expose('amountFen', { type: 'Yuan' }),
    payeeName: t.string({ select: { grant: true }, resolve: ({ grant }) => grant.payeeName }),
    maskedBankAccount: t.string({ select: { grant: true }, resolve: ({ grant }) => grant.maskedBankAccount }),
    grant: t.relation('grant'),
    householdId: t.exposeID('householdId'),
    voucher: t.field({
      description: 'None yet, or not for those who read no vouchers.',
      type: VoucherType,
      nullable: true,
      select: (_arguments, _context, selected) => ({ voucher: selected() }),
      resolve: ({ voucher }, _arguments, context) => (permits(context.actor.roles, 'voucher.read') ? voucher : null),
    }),
    batchId: t.exposeID('batchId'),
    batchNumber: t.exposeString('batchNumber'),
    parts: t.field({
      type: [GrantPart],
      select: { commitment: { include: { parts: partsQuery } } },
      resolve: ({ commitment }) => partsOf(commitment.parts),
    }),
    paidOn: t.field({
      type: 'LocalDate',
      nullable: true,
      select: { paidOn: true },
      resolve: (payment) => (payment.paidOn === null ? null : readStoredDate(payment.paidOn)),
    }),
    returnReason: t.string({
      nullable: true,
      select: { returned: true },
      resolve: ({ returned }) => returned?.reason ?? null,
    }),
  }),
});

const loadPayment = loadManyAsAsked<FundsContext, Payment>(
  (payment) => payment.id,
  (context, ids, query) => context.tx.payment.findMany({ ...query, where: { id: { in: ids.filter(isUuid) } } }),
);

/** Rows whatever else a query selects, since a loader finds them by these. */
const withKeys = (query: FieldQuery): FieldQuery =>
  query.select === undefined ? query : { select: { ...query.select, householdId: true, grantId: true } };

/** The payments of a household, latest first; batches that were sent back left none. */
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
    reason: t.string({ required: true }),
    returnedOn: t.field({ type: 'LocalDate', required: true }),
  }),
});

const RecordReturnedPaymentResult = commandResult(builder, 'RecordReturnedPaymentResult', 'payment', PaymentType);

builder.mutationField('recordReturnedPayment', (t) =>
  t.field({
    type: RecordReturnedPaymentResult,
    args: { input: t.arg({ type: RecordReturnedPaymentInput, required: true }) },
    resolve: (_root, { input }, context) => recordReturnedPayment(commandOf(context), input),
  }),
);

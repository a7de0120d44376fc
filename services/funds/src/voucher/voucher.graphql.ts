import { queryFromInfo } from '@pothos/plugin-prisma';
import { readStoredDate } from '@nuangong/database';
import { amountInCapitals, fen, isUuid } from '@nuangong/primitives';
import { asFieldQuery, loadManyAsAsked, requirePermission } from '@nuangong/subgraph';
import { builder, type FundsContext } from '../builder.ts';
import { readWords, wordsPlace } from '../grant/written-words.ts';
import { entryNumber } from '../ledger/journal-entry.ts';
import type { Voucher } from '../generated/prisma/client.ts';
import { voucherNumber } from './voucher.ts';

export const VoucherType = builder.prismaObject('Voucher', {
  description: 'The voucher of one payment (困难补助资金发放凭证).',
  fields: (t) => ({
    id: t.exposeID('id'),
    number: t.string({
      select: { organizationCode: true, month: true, number: true },
      resolve: (voucher) => voucherNumber(voucher.organizationCode, voucher.month, voucher.number),
    }),
    unitName: t.string({ select: { grant: true }, resolve: ({ grant }) => grant.unitName }),
    householdHead: t.string({ select: { payment: true }, resolve: ({ payment }) => payment.payeeName }),
    maskedIdentityNumber: t.string({
      select: { payment: true },
      resolve: ({ payment }) => payment.maskedIdentityNumber,
    }),
    reason: t.string({
      select: { grant: true },
      resolve: ({ grant }, _arguments, context) => readWords(context, grant.reason, wordsPlace('aid_grant', 'reason', grant)),
    }),
    clause: t.string({
      select: { grant: true },
      resolve: ({ grant }, _arguments, context) => readWords(context, grant.clause, wordsPlace('aid_grant', 'clause', grant)),
    }),
    applicationId: t.id({ select: { grant: true }, resolve: ({ grant }) => grant.applicationId }),
    decisionSheetId: t.id({ select: { grant: true }, resolve: ({ grant }) => grant.decisionSheetId }),
    amount: t.expose('amountFen', { type: 'Yuan' }),
    amountInCapitals: t.string({
      select: { amountFen: true },
      resolve: (voucher) => amountInCapitals(fen(voucher.amountFen)),
    }),
    fundAndSource: t.exposeString('fundAndSource'),
    handler: t.exposeString('handler'),
    checker: t.exposeString('checker'),
    approver: t.exposeString('approver'),
    issuedOn: t.field({
      type: 'LocalDate',
      select: { issuedOn: true },
      resolve: (voucher) => readStoredDate(voucher.issuedOn),
    }),
    payment: t.relation('payment'),
    pdfUrl: t.string({ select: { id: true }, resolve: ({ id }) => `/files/funds/vouchers/${id}.pdf` }),
    entryNumber: t.string({
      select: { payment: { select: { entry: { select: { month: true, number: true } } } } },
      resolve: ({ payment: { entry } }) => (entry === null ? '' : entryNumber(entry.month, entry.number)),
    }),
  }),
});

const loadVoucher = loadManyAsAsked<FundsContext, Voucher>(
  (voucher) => voucher.id,
  (context, ids, query) => context.tx.voucher.findMany({ ...query, where: { id: { in: ids.filter(isUuid) } } }),
);

builder.asEntity(VoucherType, {
  key: builder.selection<{ id: string }>('id'),
  resolveReference: async ({ id }, context, info) => {
    requirePermission(context, 'voucher.read');
    const query = asFieldQuery(queryFromInfo({ context, info, typeName: 'Voucher' }));
    return (await loadVoucher(context, id, query))[0] ?? null;
  },
});

builder.queryField('voucher', (t) =>
  t.prismaField({
    type: 'Voucher',
    nullable: true,
    args: { id: t.arg.id({ required: true }) },
    resolve: (query, _root, { id }, context) => {
      requirePermission(context, 'voucher.read');
      return isUuid(id) ? context.tx.voucher.findUnique({ ...query, where: { id } }) : null;
    },
  }),
);

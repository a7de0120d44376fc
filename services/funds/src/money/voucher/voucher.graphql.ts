import { queryFromInfo } from '@pothos/plugin-prisma';
import { readStoredDate } from '@nuangong/database';
import { amountInCapitals, fen, isUuid } from '@nuangong/primitives';
import { asFieldQuery, loadManyAsAsked, requirePermission } from '@nuangong/subgraph';
import { builder, type FundsContext } from '../../builder.ts';
import { readWords, wordsPlace } from '../written-words/written-words.ts';
import { entryNumber } from '../../ledger/ledger/journal-entry.ts';
import type { Voucher } from '../../generated/prisma/client.ts';
import { ofForm, ontoForm } from './gather-vouchers.ts';
import { voucherForm, type FormCell, type VoucherForm } from './voucher-form.ts';
import { voucherNumber } from './voucher.ts';

const FormCellType = builder.objectRef<FormCell>('VoucherFormCell').implement({
  description: 'A cell of a voucher’s form, in the reader’s language.',
  fields: (t) => ({
    label: t.string({
      description: 'Its label; empty in the second cell of the amount.',
      resolve: ({ label }, _arguments, { language }) => label[language],
    }),
    lead: t.string({
      nullable: true,
      description: 'Printed before the text, which is an amount in bold then.',
      resolve: ({ lead }, _arguments, { language }) => lead?.[language],
    }),
    text: t.string({
      description: 'What stands there; empty where somebody signs.',
      resolve: ({ text }, _arguments, { language }) => text[language],
    }),
  }),
});

const FormRowType = builder.objectRef<readonly FormCell[]>('VoucherFormRow').implement({
  description: 'A row of a voucher’s form.',
  fields: (t) => ({
    cells: t.field({ type: [FormCellType], description: 'One cell or two.', resolve: (row) => [...row] }),
  }),
});

const FormType = builder.objectRef<VoucherForm>('VoucherForm').implement({
  description: 'A voucher as its form, in the reader’s language: the same on screen, on paper and as PDF.',
  fields: (t) => ({
    title: t.string({ description: 'Its title.', resolve: ({ title }, _arguments, { language }) => title[language] }),
    stamp: t.string({
      nullable: true,
      description: 'Over the form of a returned payment: that it was, and when; null otherwise.',
      resolve: ({ stamp }, _arguments, { language }) => stamp?.[language],
    }),
    head: t.field({
      type: [FormCellType],
      description: 'Who pays, when, and its number.',
      resolve: ({ head }) => [...head],
    }),
    rows: t.field({ type: [FormRowType], description: 'Its rows.', resolve: ({ rows }) => [...rows] }),
    signers: t.field({
      type: [FormCellType],
      description: 'Who prepared, checked and approved.',
      resolve: ({ signers }) => [...signers],
    }),
    seal: t.string({
      description: 'The place of the seal.',
      resolve: ({ seal }, _arguments, { language }) => seal[language],
    }),
    foot: t.string({
      description: 'Batch, journal entry and what becomes of the paper.',
      resolve: ({ foot }, _arguments, { language }) => foot[language],
    }),
  }),
});

export const VoucherType = builder.prismaObject('Voucher', {
  description: 'The voucher of one payment (困难补助资金发放凭证).',
  fields: (t) => ({
    id: t.exposeID('id'),
    number: t.string({
      select: { organizationCode: true, month: true, number: true },
      resolve: (voucher) => voucherNumber(voucher.organizationCode, voucher.month, voucher.number),
    }),
    unitName: t.string({
      description: 'The unit (工作单位), as it was approved.',
      select: { grant: true },
      resolve: ({ grant }) => grant.unitName,
    }),
    householdHead: t.string({
      description: 'The head of the household, who is paid.',
      select: { payment: true },
      resolve: ({ payment }) => payment.payeeName,
    }),
    maskedIdentityNumber: t.string({
      select: { payment: true },
      resolve: ({ payment }) => payment.maskedIdentityNumber,
    }),
    reason: t.string({
      description: 'Why it is paid, for those who do the casework or pay.',
      select: { grant: true },
      resolve: ({ grant }, _arguments, context) =>
        readWords(context, grant.reason, wordsPlace('aid_grant', 'reason', grant)),
    }),
    clause: t.string({
      description: 'The policy clause that it is based on, for those who do the casework or pay: it may reveal health.',
      select: { grant: true },
      resolve: ({ grant }, _arguments, context) =>
        readWords(context, grant.clause, wordsPlace('aid_grant', 'clause', grant)),
    }),
    applicationId: t.id({
      description: 'The id of the `AidApplication` that it is based on.',
      select: { grant: true },
      resolve: ({ grant }) => grant.applicationId,
    }),
    eligibilityDecisionId: t.id({
      description: 'The id of the `EligibilityDecision` that it is based on.',
      select: { grant: true },
      resolve: ({ grant }) => grant.eligibilityDecisionId,
    }),
    amount: t.expose('amountFen', { type: 'Yuan', description: 'The amount paid.' }),
    amountInCapitals: t.string({
      description: 'The amount in Chinese capital numerals (大写金额).',
      select: { amountFen: true },
      resolve: (voucher) => amountInCapitals(fen(voucher.amountFen)),
    }),
    fundAndSource: t.exposeString('fundAndSource', {
      description: 'The funds that pay it and their sources, as printed.',
    }),
    handler: t.exposeString('handler', { description: 'Who prepared the payment (经办).' }),
    checker: t.exposeString('checker', { description: 'Who checked it (审核).' }),
    approver: t.exposeString('approver', { description: 'Who approved it (审批).' }),
    issuedOn: t.field({
      type: 'LocalDate',
      description: 'The day on which it was issued.',
      select: { issuedOn: true },
      resolve: (voucher) => readStoredDate(voucher.issuedOn),
    }),
    payment: t.relation('payment', { description: 'The payment that it belongs to.' }),
    form: t.field({
      type: FormType,
      description:
        'The voucher as its form, the identity number masked; reason and policy for those who may read them.',
      select: { ...ofForm },
      resolve: async (voucher, _arguments, context) => {
        const { grant } = voucher;
        const words = (of: 'reason' | 'clause') => readWords(context, grant[of], wordsPlace('aid_grant', of, grant));
        return voucherForm(
          ontoForm(voucher, {
            identityNumber: voucher.payment.maskedIdentityNumber,
            reason: await words('reason'),
            clause: await words('clause'),
          }),
        );
      },
    }),
    pdfUrl: t.string({
      description: 'The path of its PDF, relative to the gateway; fetch it with the reader’s token.',
      select: { id: true },
      resolve: ({ id }) => `/files/funds/vouchers/${id}.pdf`,
    }),
    entryNumber: t.string({
      description: 'The number of its journal entry; empty if it is not posted.',
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
    description: 'One voucher.',
    args: { id: t.arg.id({ required: true }) },
    resolve: (query, _root, { id }, context) => {
      requirePermission(context, 'voucher.read');
      return isUuid(id) ? context.tx.voucher.findUnique({ ...query, where: { id } }) : null;
    },
  }),
);

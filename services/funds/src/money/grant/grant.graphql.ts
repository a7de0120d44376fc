import { fundSource, type AidMark, type AidType, type FundSource } from '@nuangong/events';
import { isUuid } from '@nuangong/primitives';
import {
  commandResult,
  describedValues,
  exportAddress,
  loadManyAsAsked,
  loadById,
  pageOf,
  requirePermission,
} from '@nuangong/subgraph';
import { builder, type FundsContext } from '../../builder.ts';
import { commandOf } from '../../command.ts';
import { readsFindings } from '../written-words/reads-findings.ts';
import { FundSourceEnum } from '../fund/fund.graphql.ts';
import type { Grant, Prisma } from '../../generated/prisma/client.ts';
import { confirmGrantDecision } from './confirm-grant-decision.ts';
import { grantsOrder, grantsWhere, type AskedGrants, type GrantSort } from './grant-list.ts';
import { GrantDecisionKindEnum } from './grant-decision.graphql.ts';
import { ownHouseholdReason } from './grant-decision.ts';
import { AidMarkEnum, AidTypeEnum, GrantListStatusEnum, GrantStatusEnum } from './grant-enums.graphql.ts';
import type { GrantStatus } from './grant.ts';
import { PayeeCorrection, loadCorrections } from './payee-correction.graphql.ts';
import { proposeGrantDecision } from './propose-grant-decision.ts';
import { readWords, wordsPlace } from '../written-words/written-words.ts';
import { refuseGrantDecision } from './refuse-grant-decision.ts';

interface StoredPart {
  readonly fundId: string;
  readonly fundName: string;
  readonly source: string;
  readonly amountFen: bigint;
}

interface Part extends Omit<StoredPart, 'source'> {
  readonly source: FundSource;
}

export const GrantPart = builder.objectRef<Part>('GrantPart').implement({
  description: 'The part of an amount that one fund pays.',
  fields: (t) => ({
    fundId: t.exposeID('fundId'),
    fundName: t.exposeString('fundName', { description: 'The name of the fund.' }),
    source: t.field({
      type: FundSourceEnum,
      description: 'The source of the money.',
      resolve: (part) => part.source,
    }),
    amount: t.field({ type: 'Yuan', description: 'The amount it pays.', resolve: (part) => part.amountFen }),
  }),
});

/** Parts as stored with a commitment or a batch. */
export function partsOf(stored: readonly StoredPart[]): Part[] {
  return stored.map((part) => ({ ...part, source: fundSource.parse(part.source) }));
}

/** The order in which parts are read. */
export const partsQuery = { orderBy: { fundId: 'asc' } } as const;

export const GrantType = builder.prismaObject('Grant', {
  description: 'An approved entitlement in money (救助款物核定), with its commitments.',
  fields: (t) => ({
    id: t.exposeID('id'),
    applicationId: t.exposeID('applicationId', { description: 'The id of the `AidApplication` that it is based on.' }),
    householdId: t.exposeID('householdId'),
    payeeName: t.exposeString('payeeName', {
      description: 'The payee as approved; corrections are listed separately.',
    }),
    unitName: t.exposeString('unitName', { description: 'The unit (工作单位), as it was approved.' }),
    organizationName: t.exposeString('organizationName'),
    amount: t.expose('amountFen', { type: 'Yuan', description: 'The amount approved.' }),
    status: t.field({
      type: GrantStatusEnum,
      description: 'Its status.',
      select: { status: true },
      resolve: ({ status }) => status as GrantStatus,
    }),
    missing: t.expose('missingFen', {
      type: 'Yuan',
      nullable: true,
      description: 'The amount missing in the book; null unless it awaits funds.',
    }),
    reason: t.string({
      description: 'For those who do the casework or pay.',
      select: { id: true, organizationPath: true, reason: true },
      resolve: (grant, _arguments, context) =>
        readWords(context, grant.reason, wordsPlace('aid_grant', 'reason', grant)),
    }),
    clause: t.string({
      description: 'For those who do the casework or pay: it may reveal health.',
      select: { id: true, organizationPath: true, clause: true },
      resolve: (grant, _arguments, context) =>
        readWords(context, grant.clause, wordsPlace('aid_grant', 'clause', grant)),
    }),
    parts: t.field({
      type: [GrantPart],
      description: 'The amount that each fund pays.',
      select: { commitments: { orderBy: { attempt: 'desc' }, take: 1, include: { parts: partsQuery } } },
      resolve: ({ commitments }) => partsOf(commitments[0]?.parts ?? []),
    }),
    campaignId: t.exposeID('campaignId', {
      nullable: true,
      description: 'The id of the campaign that it is for; null if it is for none.',
    }),
    aidType: t.field({
      type: AidTypeEnum,
      description: 'The type of aid.',
      select: { aidType: true },
      resolve: ({ aidType }) => aidType as AidType,
    }),
    mark: t.field({
      type: AidMarkEnum,
      nullable: true,
      description: 'The mark of living aid that has its own; null if it has none.',
      select: { mark: true },
      resolve: ({ mark }) => mark as AidMark | null,
    }),
    approvedBy: t.exposeString('approvedByName', {
      description: 'Who approved the application, under the name they had at that time.',
    }),
    approvedAt: t.expose('approvedAt', { type: 'Instant', description: 'When the application was approved.' }),
    maskedBankAccount: t.exposeString('maskedBankAccount', {
      description: 'The account it is or was paid to, corrected if there was a correction; empty for cash.',
    }),
    holds: t.relation('holds', {
      description: 'Why it is on hold; null if it is not.',
      query: { where: { endedAt: null }, orderBy: { id: 'asc' } },
    }),
    decisions: t.relation('decisions', {
      description: 'The decisions proposed for it while unpaid, with the second person’s answers; latest first.',
      query: { orderBy: { id: 'desc' } },
    }),
    payments: t.relation('payments', {
      description: 'Its payments, latest attempt first; returned batches leave none.',
      query: { where: { status: { not: 'WITHDRAWN' } }, orderBy: { id: 'desc' } },
    }),
    payeeCorrections: t.field({
      type: [PayeeCorrection],
      description: 'Corrections and confirmations of its payee since it was approved, latest first.',
      select: { caseFileId: true, approvedAt: true },
      resolve: async ({ caseFileId, approvedAt }, _arguments, context) =>
        readsFindings(context.actor)
          ? (await loadCorrections(context, caseFileId)).filter(({ toldAt }) => toldAt >= approvedAt)
          : [],
    }),
    lockReason: t.string({
      nullable: true,
      description: 'Why the reader may not take a step of its payment: they handled the household; null if they may.',
      select: { handlers: true },
      resolve: ({ handlers }, _arguments, { actor, language }) =>
        handlers.includes(actor.staffId) ? ownHouseholdReason[language] : null,
    }),
  }),
});

const latestParts = { commitments: { orderBy: { attempt: 'desc' }, take: 1, include: { parts: partsQuery } } } as const;

export const loadGrant = loadById<FundsContext, Prisma.GrantGetPayload<{ include: typeof latestParts }>>(
  (context, ids) => context.tx.grant.findMany({ where: { id: { in: ids } }, include: latestParts }),
);

/** The grant of an application, once it is approved. */
export const loadGrantOfApplication = loadManyAsAsked<FundsContext, Grant>(
  (grant) => grant.applicationId,
  (context, ids, query) =>
    context.tx.grant.findMany({
      ...(query.select === undefined ? query : { select: { ...query.select, applicationId: true } }),
      where: { applicationId: { in: [...ids] } },
    }),
);

builder.asEntity(GrantType, {
  key: builder.selection<{ id: string }>('id'),
  resolveReference: async ({ id }, context) => {
    requirePermission(context, 'voucher.read');
    return (await loadGrant(context, id)) ?? null;
  },
});

const GrantSortEnum = builder.enumType('GrantSort', {
  description: 'The column by which grants are sorted.',
  values: describedValues<GrantSort>({
    PAYEE: 'The name of the payee, Han by pinyin.',
    UNIT: 'The unit, Han by pinyin.',
    AMOUNT: 'The amount.',
    APPROVED: 'When it was approved.',
  }),
});

const GrantPage = builder
  .objectRef<{
    where: Prisma.GrantWhereInput;
    page: { skip: number; take: number };
    orderBy: Prisma.GrantOrderByWithRelationInput[];
    asked: AskedGrants;
  }>('GrantPage')
  .implement({
    fields: (t) => ({
      items: t.prismaField({
        type: ['Grant'],
        resolve: (query, { where, page, orderBy }, _arguments, context) =>
          context.tx.grant.findMany({
            ...query,
            where,
            ...page,
            orderBy,
          }),
      }),
      total: t.int({ resolve: ({ where }, _arguments, context) => context.tx.grant.count({ where }) }),
      sumAmount: t.field({
        type: 'Yuan',
        description: 'The total amount on all pages.',
        resolve: async ({ where }, _arguments, { tx }) =>
          (await tx.grant.aggregate({ where, _sum: { amountFen: true } }))._sum.amountFen ?? 0n,
      }),
      exportUrl: t.string({
        nullable: true,
        description:
          'The path of a workbook with all pages, relative to the gateway; null during a search, which has no place in an address.',
        resolve: ({ asked }) => exportAddress('/files/funds/grants.xlsx', asked),
      }),
    }),
  });

const GrantFilter = builder.inputType('GrantFilter', {
  fields: (t) => ({
    search: t.string({ description: 'A part of the payee’s name or of the unit’s.' }),
    status: t.field({ type: GrantListStatusEnum, description: 'Only those with this status, or waiting for this.' }),
    campaignId: t.id({ description: 'Those of this campaign.' }),
    householdId: t.id(),
    held: t.boolean({ description: 'Only those on hold, or only the others.' }),
  }),
});

builder.queryField('grants', (t) =>
  t.field({
    type: GrantPage,
    description: 'Grants of the reader’s organisation and its subordinates, earliest approved first if not sorted.',
    args: {
      filter: t.arg({ type: GrantFilter }),
      sort: t.arg({ type: GrantSortEnum, description: 'The column; the list’s own order if left out.' }),
      descending: t.arg.boolean({ description: 'From the last to the first; with `sort` only.' }),
      page: t.arg.int(),
      perPage: t.arg.int(),
    },
    resolve: (_root, { filter, sort, descending, ...page }, context) => {
      requirePermission(context, 'batch.read');
      const asked = { filter: filter ?? {}, sort, descending };
      return { where: grantsWhere(asked.filter), page: pageOf(page), orderBy: grantsOrder(asked), asked };
    },
  }),
);

builder.queryField('grant', (t) =>
  t.prismaField({
    type: 'Grant',
    nullable: true,
    description: 'One grant.',
    args: { id: t.arg.id({ required: true }) },
    resolve: (query, _root, { id }, context) => {
      requirePermission(context, 'voucher.read');
      return isUuid(id) ? context.tx.grant.findUnique({ ...query, where: { id } }) : null;
    },
  }),
);

const ProposeGrantDecisionInput = builder.inputType('ProposeGrantDecisionInput', {
  fields: (t) => ({
    grantId: t.id({ required: true }),
    kind: t.field({ type: GrantDecisionKindEnum, required: true, description: 'What is proposed.' }),
    reason: t.string({ required: true, description: 'Why; kept with the proposal.' }),
  }),
});
const ConfirmGrantDecisionInput = builder.inputType('ConfirmGrantDecisionInput', {
  fields: (t) => ({ grantId: t.id({ required: true }) }),
});
const RefuseGrantDecisionInput = builder.inputType('RefuseGrantDecisionInput', {
  fields: (t) => ({
    grantId: t.id({ required: true }),
    answer: t.string({ required: true, description: 'Why it is declined.' }),
  }),
});
const ProposeGrantDecisionResult = commandResult(builder, 'ProposeGrantDecisionResult', 'grant', GrantType);
const ConfirmGrantDecisionResult = commandResult(builder, 'ConfirmGrantDecisionResult', 'grant', GrantType);
const RefuseGrantDecisionResult = commandResult(builder, 'RefuseGrantDecisionResult', 'grant', GrantType);

builder.mutationFields((t) => ({
  proposeGrantDecision: t.field({
    type: ProposeGrantDecisionResult,
    description:
      'Proposes to continue payment of a grant on hold, or to release an unpaid one; another person confirms it.',
    args: { input: t.arg({ type: ProposeGrantDecisionInput, required: true }) },
    resolve: (_root, { input }, context) => proposeGrantDecision(commandOf(context), input),
  }),
  confirmGrantDecision: t.field({
    type: ConfirmGrantDecisionResult,
    description: 'Confirms and carries out the decision that another person proposed for a grant.',
    args: { input: t.arg({ type: ConfirmGrantDecisionInput, required: true }) },
    resolve: (_root, { input }, context) => confirmGrantDecision(commandOf(context), input),
  }),
  refuseGrantDecision: t.field({
    type: RefuseGrantDecisionResult,
    description: 'Declines the decision that another person proposed for a grant.',
    args: { input: t.arg({ type: RefuseGrantDecisionInput, required: true }) },
    resolve: (_root, { input }, context) => refuseGrantDecision(commandOf(context), input),
  }),
}));

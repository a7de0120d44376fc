import { prismaSql } from '@nuangong/database';
import { describedValues, pageOf, requirePermission } from '@nuangong/subgraph';
import { builder } from '../../builder.ts';
import { recordsExportUrl } from '../statutory-table/export-url.ts';
import { readTableRequest } from '../statutory-table/read-table.ts';
import {
  linksOf,
  nameOf,
  readsHouseholds,
  titleOf,
  voucherNumberOf,
  type Approval,
  type CellFact,
  type CellRecordKind,
  type CellRecordLink,
} from './cell-record.ts';
import { approvalOf, findApprovals, listCellFacts } from './list-cell-records.ts';

const CellRecordKindEnum = builder.enumType('CellRecordKind', {
  description: 'The type of a record behind a cell, or of a record related to it.',
  values: describedValues<CellRecordKind>({
    PAYMENT: 'A payment (发放明细).',
    VOUCHER: 'The voucher of a payment (发放凭证).',
    APPLICATION: 'An application for aid (救助申请).',
    ELIGIBILITY_DECISION: 'The eligibility decision of an application (资格判定).',
    ROSTER_ROW: 'The row of the roster, by the id of its application (名册).',
    CASE_FILE: 'A case file (困难职工档案).',
    HOUSEHOLD: 'A household (家庭).',
    VISIT: 'A visit (走访慰问).',
    RECEIPT: 'A receipt (收款).',
    ALLOCATION: 'An allocation (下拨).',
    VACANCY: 'A vacancy (岗位).',
    ENROLMENT: 'An attendance of training (就业培训).',
    LEGAL_CASE: 'A legal-aid case (法律援助案件).',
    WAGE_CLAIM: 'A claim for unpaid wages (追讨欠薪).',
    AID_CENTRE: 'An aid centre (帮扶中心).',
    CENTRE_POST: 'A post at an aid centre (帮扶中心工作人员).',
    FACILITY: 'A facility (惠民帮扶机构).',
    ORGANIZATION: 'An organisation (组织).',
  }),
});

const CellRecordLinkType = builder.objectRef<CellRecordLink>('CellRecordLink').implement({
  description: 'A related record to open: the payment, its voucher, application, eligibility decision, roster row …',
  fields: (t) => ({
    recordType: t.field({
      type: CellRecordKindEnum,
      description: 'Its type.',
      resolve: ({ recordType }) => recordType,
    }),
    recordId: t.exposeID('recordId', { description: 'Its id.' }),
    title: t.string({ description: 'Its title, in Chinese.', resolve: ({ title }) => title.zh }),
    titleEn: t.string({ resolve: ({ title }) => title.en }),
  }),
});

interface ListedRecord {
  readonly fact: CellFact;
  readonly approval: Approval | undefined;
}

const CellRecordType = builder.objectRef<ListedRecord>('CellRecord').implement({
  description: 'One record behind a cell.',
  fields: (t) => ({
    id: t.id({ resolve: ({ fact }) => fact.id }),
    recordType: t.field({
      type: CellRecordKindEnum,
      description: 'Its type.',
      resolve: ({ fact }) => fact.recordType as CellRecordKind,
    }),
    recordId: t.id({ description: 'Its id.', resolve: ({ fact }) => fact.recordId }),
    householdId: t.id({
      nullable: true,
      description: 'The household; visible to those who read households.',
      resolve: ({ fact }, _arguments, { actor }) => (readsHouseholds(actor) ? fact.householdId : null),
    }),
    title: t.string({
      description: 'Its number, and the household for those who read households.',
      resolve: ({ fact, approval }, _arguments, { actor }) => titleOf(fact, approval, actor).zh,
    }),
    titleEn: t.string({ resolve: ({ fact, approval }, _arguments, { actor }) => titleOf(fact, approval, actor).en }),
    name: t.string({
      nullable: true,
      description: 'The payee, for those who read households, or the sender of money; null for records without one.',
      resolve: ({ fact, approval }, _arguments, { actor }) => nameOf(fact, approval, actor) ?? null,
    }),
    voucherNumber: t.string({
      nullable: true,
      description: 'The number of the voucher of a payment; null for other records.',
      resolve: ({ fact }) => voucherNumberOf(fact) ?? null,
    }),
    on: t.field({ type: 'LocalDate', description: 'The day on which it counts.', resolve: ({ fact }) => fact.on }),
    amount: t.field({
      type: 'Yuan',
      nullable: true,
      description: 'The amount it adds to a cell of money; null if it adds none.',
      resolve: ({ fact }) => (fact.amountFen === 0n ? null : fact.amountFen),
    }),
    count: t.int({ description: 'The number it adds to a counting cell.', resolve: ({ fact }) => fact.count }),
    organizationName: t.string({ resolve: ({ fact }) => fact.organizationName }),
    alsoCountedIn: t.stringList({
      description: 'The other organisations in which the same household or person counts, by name.',
      resolve: ({ fact }) => [...fact.alsoIn],
    }),
    links: t.field({
      type: [CellRecordLinkType],
      description: 'The related records that the reader may open.',
      resolve: ({ fact, approval }, _arguments, { actor }) => [...linksOf(fact, approval, actor)],
    }),
  }),
});

interface ListedPage {
  readonly items: readonly ListedRecord[];
  readonly total: number;
  readonly sumAmountFen: bigint;
  readonly sumCount: bigint;
  readonly again: number;
  readonly exportUrl: string;
}

const CellRecordPageType = builder.objectRef<ListedPage>('CellRecordPage').implement({
  fields: (t) => ({
    items: t.field({ type: [CellRecordType], resolve: ({ items }) => [...items] }),
    total: t.exposeInt('total'),
    sumAmount: t.field({
      type: 'Yuan',
      description: 'The total amount on all pages.',
      resolve: ({ sumAmountFen }) => sumAmountFen,
    }),
    sumCount: t.int({
      description: 'The sum of the counts on all pages.',
      resolve: ({ sumCount }) => Number(sumCount),
    }),
    countedInSeveral: t.int({
      description: 'How many of the records are of a household or person that counts in another organisation too.',
      resolve: ({ again }) => again,
    }),
    exportUrl: t.exposeString('exportUrl', {
      description:
        'The path of a workbook with all records, relative to the gateway; empty where there is no such table. Fetch it with the reader’s token.',
    }),
  }),
});

builder.queryField('cellRecords', (t) =>
  t.field({
    description: 'The records behind a derived cell; without a search, their sums equal its value.',
    type: CellRecordPageType,
    args: {
      form: t.arg.string({ required: true, description: 'The code of the form: 2.' }),
      cell: t.arg.string({ required: true, description: 'The key of the cell, as in `Figure.key`.' }),
      organizationId: t.arg.id({ description: 'Whose table; the reader’s own organisation’s if left out.' }),
      campaignId: t.arg.id({
        description:
          'The campaign to which the table is limited, with its period. If neither it nor a period is given, the latest campaign.',
      }),
      from: t.arg({ type: 'LocalDate', description: 'The first day of the table.' }),
      to: t.arg({ type: 'LocalDate', description: 'The last day of the table, included.' }),
      asOf: t.arg({ type: 'Instant', description: 'The time as of which the table is calculated; now if left out.' }),
      draftId: t.arg.id({
        description: 'The id of a form version to try instead of the form in use; for those who draft forms.',
      }),
      search: t.arg.string({
        description:
          'Only records with this part in the voucher’s number, the sender’s or the organisation’s name; for those who read households also in the household’s.',
      }),
      page: t.arg.int(),
      perPage: t.arg.int(),
    },
    resolve: async (_root, { cell, search, page, perPage, ...given }, context): Promise<ListedPage> => {
      requirePermission(context, 'report.read');
      const request = await readTableRequest(context, given);
      if (request === undefined)
        return { items: [], total: 0, sumAmountFen: 0n, sumCount: 0n, again: 0, exportUrl: '' };
      const listed = await listCellFacts(prismaSql(context.tx), request, cell, pageOf({ page, perPage }), {
        search: search?.trim() ?? '',
        byName: readsHouseholds(context.actor),
      });
      const approvals = await findApprovals(context.tx, listed.facts);
      const items = listed.facts.map((fact) => ({ fact, approval: approvalOf(fact, approvals) }));
      return { ...listed, items, exportUrl: recordsExportUrl(request, cell) };
    },
  }),
);

import { prismaSql } from '@nuangong/database';
import { pageOf, requirePermission } from '@nuangong/subgraph';
import { builder } from '../builder.ts';
import { readTableRequest } from '../statutory-table/read-table.ts';
import { linksOf, readsHouseholds, titleOf, type Approval, type CellFact, type CellRecordLink } from './cell-record.ts';
import { approvalOf, findApprovals, listCellFacts } from './list-cell-records.ts';

const CellRecordLinkType = builder.objectRef<CellRecordLink>('CellRecordLink').implement({
  description: 'A record to open next: the payment, its voucher, application, decision sheet, roster row …',
  fields: (t) => ({
    recordType: t.exposeString('recordType'),
    recordId: t.exposeID('recordId'),
    title: t.string({ resolve: ({ title }) => title.zh }),
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
    recordType: t.string({ resolve: ({ fact }) => fact.recordType }),
    recordId: t.id({ resolve: ({ fact }) => fact.recordId }),
    householdId: t.id({
      nullable: true,
      description: 'Told to those who read households.',
      resolve: ({ fact }, _arguments, { actor }) => (readsHouseholds(actor) ? fact.householdId : null),
    }),
    title: t.string({
      description: 'Its number; whose it is, for those who read households.',
      resolve: ({ fact, approval }, _arguments, { actor }) => titleOf(fact, approval, actor).zh,
    }),
    titleEn: t.string({ resolve: ({ fact, approval }, _arguments, { actor }) => titleOf(fact, approval, actor).en }),
    on: t.field({ type: 'LocalDate', resolve: ({ fact }) => fact.on }),
    amount: t.field({
      type: 'Yuan',
      nullable: true,
      resolve: ({ fact }) => (fact.amountFen === 0n ? null : fact.amountFen),
    }),
    count: t.int({ description: 'What the record adds to a counting cell.', resolve: ({ fact }) => fact.count }),
    organizationName: t.string({ resolve: ({ fact }) => fact.organizationName }),
    alsoCountedIn: t.stringList({
      description: 'The other organisations in which the same household or person counts, by name.',
      resolve: ({ fact }) => [...fact.alsoIn],
    }),
    links: t.field({
      type: [CellRecordLinkType],
      description: 'The records around it that whoever asks may open.',
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
}

const CellRecordPageType = builder.objectRef<ListedPage>('CellRecordPage').implement({
  fields: (t) => ({
    items: t.field({ type: [CellRecordType], resolve: ({ items }) => [...items] }),
    total: t.exposeInt('total'),
    sumAmount: t.field({ type: 'Yuan', resolve: ({ sumAmountFen }) => sumAmountFen }),
    sumCount: t.int({ resolve: ({ sumCount }) => Number(sumCount) }),
    countedInSeveral: t.int({
      description: 'How many of the records are of a household or person that counts in another organisation too.',
      resolve: ({ again }) => again,
    }),
  }),
});

builder.queryField('cellRecords', (t) =>
  t.field({
    description: 'The records behind a derived cell; their sums equal its value.',
    type: CellRecordPageType,
    args: {
      form: t.arg.string({ required: true }),
      cell: t.arg.string({ required: true }),
      organizationId: t.arg.id(),
      campaignId: t.arg.id(),
      from: t.arg({ type: 'LocalDate' }),
      to: t.arg({ type: 'LocalDate' }),
      asOf: t.arg({ type: 'Instant', description: 'As it stood at this moment; now unless said.' }),
      page: t.arg.int(),
      perPage: t.arg.int(),
    },
    resolve: async (_root, { cell, page, perPage, ...given }, context): Promise<ListedPage> => {
      requirePermission(context, 'report.read');
      const request = await readTableRequest(context, given);
      if (request === undefined) return { items: [], total: 0, sumAmountFen: 0n, sumCount: 0n, again: 0 };
      const listed = await listCellFacts(prismaSql(context.tx), request, cell, pageOf({ page, perPage }));
      const approvals = await findApprovals(context.tx, listed.facts);
      const items = listed.facts.map((fact) => ({ fact, approval: approvalOf(fact, approvals) }));
      return { ...listed, items };
    },
  }),
);

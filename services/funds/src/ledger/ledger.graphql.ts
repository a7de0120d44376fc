import { readStoredDate } from '@nuangong/database';
import { isUuid, parseAccountingMonth } from '@nuangong/primitives';
import { pageOf, requirePermission } from '@nuangong/subgraph';
import { builder, type FundsContext } from '../builder.ts';
import type { Prisma } from '../generated/prisma/client.ts';
import { accountBalances, type AccountBalance } from './account-balances.ts';
import { entryNumber } from './journal-entry.ts';

const Account = builder.objectRef<AccountBalance>('Account').implement({
  description: 'An account (会计科目) of one book with its balance at the moment asked for.',
  fields: (t) => ({
    code: t.exposeString('code'),
    name: t.exposeString('name'),
    nameEn: t.exposeString('nameEn'),
    kind: t.exposeString('kind'),
    balance: t.field({ type: 'Yuan', resolve: (account) => account.balance }),
  }),
});

builder.prismaObject('JournalLine', {
  fields: (t) => ({
    accountCode: t.exposeString('accountCode'),
    accountName: t.string({ select: { account: true }, resolve: ({ account }) => account.name }),
    debit: t.expose('debitFen', { type: 'Yuan' }),
    credit: t.expose('creditFen', { type: 'Yuan' }),
    fundId: t.exposeID('fundId', { nullable: true }),
  }),
});

builder.prismaObject('JournalEntry', {
  description: 'An entry of the ledger (记账凭证); never changed, reversed by an entry that cites it.',
  fields: (t) => ({
    id: t.exposeID('id'),
    number: t.string({
      select: { month: true, number: true },
      resolve: (entry) => entryNumber(entry.month, entry.number),
    }),
    businessDate: t.field({
      type: 'LocalDate',
      select: { businessDate: true },
      resolve: (entry) => readStoredDate(entry.businessDate),
    }),
    recordedAt: t.expose('recordedAt', { type: 'Instant' }),
    memo: t.exposeString('memo'),
    lines: t.relation('lines', { query: { orderBy: { lineNumber: 'asc' } } }),
    reverses: t.exposeID('reverses', { nullable: true }),
  }),
});

const JournalEntryPage = builder
  .objectRef<{ where: Prisma.JournalEntryWhereInput; page: { skip: number; take: number } }>('JournalEntryPage')
  .implement({
    fields: (t) => ({
      items: t.prismaField({
        type: ['JournalEntry'],
        resolve: (query, { where, page }, _arguments, context) =>
          context.tx.journalEntry.findMany({
            ...query,
            where,
            ...page,
            orderBy: [{ month: 'desc' }, { number: 'desc' }],
          }),
      }),
      total: t.int({ resolve: ({ where }, _arguments, context) => context.tx.journalEntry.count({ where }) }),
    }),
  });

const JournalFilter = builder.inputType('JournalFilter', {
  fields: (t) => ({ organizationId: t.id(), month: t.string(), accountCode: t.string(), fundId: t.id() }),
});

/** The book of an organisation within the actor's scope; the actor's own unless said, nobody's where it is not seen. */
async function bookPath(context: FundsContext, organizationId: string | null | undefined): Promise<string> {
  if (organizationId == null || organizationId === context.actor.organizationId) return context.actor.scope;
  if (!isUuid(organizationId)) return '';
  const organization = await context.tx.organization.findUnique({ where: { id: organizationId } });
  return organization?.organizationPath ?? '';
}

builder.queryField('accounts', (t) =>
  t.field({
    type: [Account],
    args: { organizationId: t.arg.id(), asOf: t.arg({ type: 'Instant' }) },
    resolve: async (_root, { organizationId, asOf }, context) => {
      requirePermission(context, 'fund.read');
      return accountBalances(context.tx, await bookPath(context, organizationId), asOf ?? context.parts.clock());
    },
  }),
);

builder.queryField('journalEntries', (t) =>
  t.field({
    type: JournalEntryPage,
    args: { filter: t.arg({ type: JournalFilter }), page: t.arg.int(), perPage: t.arg.int() },
    resolve: async (_root, { filter, ...page }, context) => {
      requirePermission(context, 'fund.read');
      const month = filter?.month == null ? undefined : parseAccountingMonth(filter.month);
      const lines: Prisma.JournalLineWhereInput = {
        ...(filter?.accountCode && { accountCode: filter.accountCode }),
        ...(filter?.fundId && isUuid(filter.fundId) && { fundId: filter.fundId }),
      };
      const where: Prisma.JournalEntryWhereInput = {
        organizationPath: await bookPath(context, filter?.organizationId),
        ...(month?.ok && { month: Number(month.value.replace('-', '')) }),
        ...(Object.keys(lines).length > 0 && { lines: { some: lines } }),
      };
      return { where, page: pageOf(page) };
    },
  }),
);

import { readStoredDate } from '@nuangong/database';
import { isUuid, parseAccountingMonth } from '@nuangong/primitives';
import { describedValues, pageOf, requirePermission } from '@nuangong/subgraph';
import { builder, type FundsContext } from '../../builder.ts';
import type { Prisma } from '../../generated/prisma/client.ts';
import { accountBalances, type AccountBalance, type AccountKind } from './account-balances.ts';
import { entryNumber } from './journal-entry.ts';

const AccountKindEnum = builder.enumType('AccountKind', {
  description: 'The kind of an account, which determines the side of its balance.',
  values: describedValues<AccountKind>({
    ASSET: 'Assets (资产); debit balance.',
    LIABILITY: 'Liabilities (负债); credit balance.',
    NET_ASSETS: 'Net assets (净资产); credit balance.',
    INCOME: 'Income (收入); credit balance.',
    EXPENSE: 'Expense (支出); debit balance.',
  }),
});

const Account = builder.objectRef<AccountBalance>('Account').implement({
  description: 'An account (会计科目) of one book with its balance at the requested time.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Its code in the chart of accounts (科目编码).' }),
    name: t.exposeString('name'),
    nameEn: t.exposeString('nameEn'),
    kind: t.field({ type: AccountKindEnum, description: 'The kind of account.', resolve: ({ kind }) => kind }),
    balance: t.field({
      type: 'Yuan',
      description: 'The balance on the side of its kind; negative if it is on the other side.',
      resolve: (account) => account.balance,
    }),
  }),
});

builder.prismaObject('JournalLine', {
  description: 'A line of an entry: one account, debit or credit.',
  fields: (t) => ({
    accountCode: t.exposeString('accountCode', { description: 'The code of the account.' }),
    accountName: t.string({
      description: 'The name of the account, in the reader’s language.',
      select: { account: true },
      resolve: ({ account }, _arguments, { language }) => (language === 'en' ? account.nameEn : account.name),
    }),
    debit: t.expose('debitFen', { type: 'Yuan', description: 'The debit (借); 0 for a credit.' }),
    credit: t.expose('creditFen', { type: 'Yuan', description: 'The credit (贷); 0 for a debit.' }),
    fundId: t.exposeID('fundId', { nullable: true }),
  }),
});

builder.prismaObject('JournalEntry', {
  description: 'A journal entry (记账凭证); never changed, but reversed by another entry that refers to it.',
  fields: (t) => ({
    id: t.exposeID('id'),
    number: t.string({
      select: { month: true, number: true },
      resolve: (entry) => entryNumber(entry.month, entry.number),
    }),
    businessDate: t.field({
      type: 'LocalDate',
      description: 'The business date.',
      select: { businessDate: true },
      resolve: (entry) => readStoredDate(entry.businessDate),
    }),
    recordedAt: t.expose('recordedAt', { type: 'Instant', description: 'When it was posted to the ledger.' }),
    memo: t.exposeString('memo', { description: 'The memo (摘要).' }),
    lines: t.relation('lines', {
      query: { orderBy: { lineNumber: 'asc' } },
      description: 'Its lines; debits and credits are equal.',
    }),
    reverses: t.exposeID('reverses', {
      nullable: true,
      description: 'The id of the entry that it reverses; null if it reverses none.',
    }),
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
  fields: (t) => ({
    organizationId: t.id({
      description: 'The organisation whose book it is; the reader’s own if left out.',
    }),
    month: t.string({
      description: 'Entries of this month: 2026-12.',
    }),
    accountCode: t.string({ description: 'Entries with a line on this account.' }),
    fundId: t.id(),
  }),
});

/**
 * The path of an organisation's book: the actor's own by default; empty when the organisation is outside the actor's
 * scope.
 */
async function bookPath(context: FundsContext, organizationId: string | null | undefined): Promise<string> {
  if (organizationId == null || organizationId === context.actor.organizationId) return context.actor.scope;
  if (!isUuid(organizationId)) return '';
  const organization = await context.tx.organization.findUnique({ where: { id: organizationId } });
  return organization?.organizationPath ?? '';
}

builder.queryField('accounts', (t) =>
  t.field({
    type: [Account],
    description: 'The accounts of one book with their balances.',
    args: {
      organizationId: t.arg.id({
        description: 'The organisation whose book it is; the reader’s own if left out.',
      }),
      asOf: t.arg({ type: 'Instant', description: 'The time as of which balances are calculated; now if left out.' }),
    },
    resolve: async (_root, { organizationId, asOf }, context) => {
      requirePermission(context, 'fund.read');
      return accountBalances(context.tx, await bookPath(context, organizationId), asOf ?? context.parts.clock());
    },
  }),
);

builder.queryField('journalEntries', (t) =>
  t.field({
    type: JournalEntryPage,
    description: 'The entries of one book, the latest first; for those who may know the payees.',
    args: { filter: t.arg({ type: JournalFilter }), page: t.arg.int(), perPage: t.arg.int() },
    resolve: async (_root, { filter, ...page }, context) => {
      requirePermission(context, 'ledger.read');
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

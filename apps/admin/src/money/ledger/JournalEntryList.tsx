import Box from '@mui/material/Box';
import type { ReactElement } from 'react';
import { DataTable, useGetList } from 'react-admin';
import { day, moment } from '../../base/display/dates.ts';
import { EmptyState } from '../../base/display/EmptyState.tsx';
import { amount } from '../../base/display/money.ts';
import { StatusTag } from '../../base/display/StatusTag.tsx';
import { accountBalancesQuery } from '../../base/graph/generated/ledger.ts';
import type { ItemOf } from '../../base/graph/resources.ts';
import { useAnswer } from '../../base/graph/use-answer.ts';
import { useSpoken, useWords } from '../../base/i18n/use-words.ts';
import { FilterSelect } from '../../base/list/FilterSelect.tsx';
import { ListPage } from '../../base/list/ListPage.tsx';
import { linesOnPaper, monthsBack } from './journal-entry.ts';

type Row = ItemOf<'journal-entries'>;

/**
 * Every entry of the own book with its lines; a reversal is shown in red with a minus, on the sides of the entry that
 * it reverses.
 */
export default function JournalEntryList(): ReactElement {
  const say = useWords();
  const spoken = useSpoken();
  const accounts = useAnswer(accountBalancesQuery, {}).data?.accounts ?? [];
  const { data: funds = [] } = useGetList<ItemOf<'funds'>>('funds', {
    filter: { own: true },
    pagination: { page: 1, perPage: 100 },
  });
  return (
    <ListPage<Row>
      resource="journal-entries"
      title={say('ledger.entries')}
      lead={say('ledger.entriesLead')}
      filters={
        <>
          <FilterSelect
            name="month"
            label={say('ledger.month')}
            all={say('ledger.allMonths')}
            choices={monthsBack(new Date(), 12).map((month) => ({ value: month, word: month }))}
          />
          <FilterSelect
            name="accountCode"
            label={say('ledger.accountFilter')}
            all={say('ledger.allAccounts')}
            choices={accounts.map((each) => ({
              value: each.code,
              word: `${each.code} ${spoken(each.name, each.nameEn)}`,
            }))}
          />
          <FilterSelect
            name="fundId"
            label={say('ledger.fundFilter')}
            all={say('ledger.allFunds')}
            choices={funds.map(({ id, name }) => ({ value: id, word: name }))}
          />
        </>
      }
      empty={<EmptyState title={say('ledger.empty')} why={say('ledger.emptyWhy')} />}
      phone={(entry) => ({
        to: '/journal-entries',
        name: entry.memo,
        detail: `${entry.number} · ${day(entry.businessDate)} · ${amount(linesOnPaper(entry)[0]?.figure)}`,
      })}
    >
      <DataTable.Col
        label={say('ledger.number')}
        render={(entry: Row) => (
          <Box component="span" sx={{ whiteSpace: 'nowrap' }}>
            {entry.number}
          </Box>
        )}
      />
      <DataTable.Col label={say('ledger.date')} render={(entry: Row) => day(entry.businessDate)} />
      <DataTable.Col
        label={say('ledger.memo')}
        render={(entry: Row) => (
          <>
            {entry.memo} {entry.reverses === null ? null : <StatusTag tone="stop" word={say('ledger.reversal')} />}
          </>
        )}
      />
      <DataTable.Col label={say('ledger.lines')} render={(entry: Row) => <Accounts entry={entry} />} />
      <DataTable.Col
        align="right"
        label={say('ledger.debit')}
        render={(entry: Row) => <Figures entry={entry} side="debit" />}
      />
      <DataTable.Col
        align="right"
        label={say('ledger.credit')}
        render={(entry: Row) => <Figures entry={entry} side="credit" />}
      />
      <DataTable.Col label={say('ledger.recordedAt')} render={(entry: Row) => moment(entry.recordedAt)} />
    </ListPage>
  );
}

function Accounts({ entry }: { readonly entry: Row }): ReactElement {
  return (
    <>
      {linesOnPaper(entry).map((line, index) => (
        <div key={index}>
          {line.accountCode} {line.accountName}
        </div>
      ))}
    </>
  );
}

function Figures({ entry, side }: { readonly entry: Row; readonly side: 'debit' | 'credit' }): ReactElement {
  return (
    <Box sx={{ color: entry.reverses === null ? undefined : 'var(--stop)', whiteSpace: 'nowrap' }}>
      {linesOnPaper(entry).map((line, index) => (
        <div key={index}>{line.side === side ? amount(line.figure) : '\u00a0'}</div>
      ))}
    </Box>
  );
}

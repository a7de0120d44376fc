import Box from '@mui/material/Box';
import type { ReactElement } from 'react';
import { useGetList } from 'react-admin';
import { day, moment } from '../../base/display/dates.ts';
import { amount } from '../../base/display/money.ts';
import { StatusTag } from '../../base/display/StatusTag.tsx';
import { accountBalancesQuery } from '../../base/graph/generated/ledger.ts';
import type { ItemOf } from '../../base/graph/resources.ts';
import { useAnswer } from '../../base/graph/use-answer.ts';
import { useSpoken, useWords } from '../../base/i18n/use-words.ts';
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
    <ListPage
      resource="journal-entries"
      texts={{
        title: say('ledger.entries'),
        lead: say('ledger.entriesLead'),
        emptyTitle: say('ledger.empty'),
        emptyWhy: say('ledger.emptyWhy'),
      }}
      to={() => '/journal-entries'}
      filters={[
        {
          name: 'month',
          label: say('ledger.month'),
          all: say('ledger.allMonths'),
          choices: monthsBack(new Date(), 12).map((month) => ({ value: month, word: month })),
        },
        {
          name: 'accountCode',
          label: say('ledger.accountFilter'),
          all: say('ledger.allAccounts'),
          choices: accounts.map((each) => ({
            value: each.code,
            word: `${each.code} ${spoken(each.name, each.nameEn)}`,
          })),
        },
        {
          name: 'fundId',
          label: say('ledger.fundFilter'),
          all: say('ledger.allFunds'),
          choices: funds.map(({ id, name }) => ({ value: id, word: name })),
        },
      ]}
      phone={(entry) => ({
        name: entry.memo,
        detail: `${entry.number} · ${day(entry.businessDate)} · ${amount(linesOnPaper(entry)[0]?.figure)}`,
      })}
      columns={[
        {
          head: say('ledger.number'),
          cell: (entry) => (
            <Box component="span" sx={{ whiteSpace: 'nowrap' }}>
              {entry.number}
            </Box>
          ),
        },
        { head: say('ledger.date'), cell: (entry) => day(entry.businessDate) },
        {
          head: say('ledger.memo'),
          cell: (entry) => (
            <>
              {entry.memo} {entry.reverses === null ? null : <StatusTag tone="stop" word={say('ledger.reversal')} />}
            </>
          ),
        },
        { head: say('ledger.lines'), cell: (entry) => <Accounts entry={entry} /> },
        { head: say('ledger.debit'), right: true, cell: (entry) => <Figures entry={entry} side="debit" /> },
        { head: say('ledger.credit'), right: true, cell: (entry) => <Figures entry={entry} side="credit" /> },
        { head: say('ledger.recordedAt'), cell: (entry) => moment(entry.recordedAt) },
      ]}
    />
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

import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import Skeleton from '@mui/material/Skeleton';
import TextField from '@mui/material/TextField';
import { useState, type ReactElement } from 'react';
import { today } from '../../base/display/dates.ts';
import { EmptyState } from '../../base/display/EmptyState.tsx';
import { FaultNotice } from '../../base/display/FaultNotice.tsx';
import { amount } from '../../base/display/money.ts';
import { PageHead } from '../../base/display/PageHead.tsx';
import { PlainTable } from '../../base/display/PlainTable.tsx';
import { accountBalancesQuery } from '../../base/graph/generated/ledger.ts';
import { useAnswer } from '../../base/graph/use-answer.ts';
import { useTerm } from '../../base/i18n/use-term.ts';
import { useSpoken, useWords } from '../../base/i18n/use-words.ts';
import { EntryLink } from './EntryLink.tsx';

/** The accounts of the own book with their balances at the end of a day. */
export default function AccountList(): ReactElement {
  const say = useWords();
  const term = useTerm();
  const spoken = useSpoken();
  const [on, setOn] = useState(() => today(new Date()));
  const past = on !== '' && on < today(new Date());
  const { data, error, refetch } = useAnswer(accountBalancesQuery, past ? { asOf: `${on}T23:59:59.999+08:00` } : {});
  const accounts = data?.accounts;
  return (
    <>
      <PageHead title={say('ledger.accounts')} lead={say('ledger.accountsLead')} />
      <Box sx={{ mb: 1 }}>
        <TextField
          type="date"
          label={say('ledger.asOf')}
          value={on}
          slotProps={{ inputLabel: { shrink: true } }}
          onChange={(event) => setOn(event.target.value)}
        />
      </Box>
      {error ? <FaultNotice fault={error} onRetry={() => void refetch()} /> : null}
      {accounts === undefined && !error ? <Skeleton variant="rectangular" height={320} /> : null}
      {accounts === undefined ? null : (
        <Card>
          {accounts.length === 0 ? (
            <EmptyState title={say('ledger.noAccounts')} />
          ) : (
            <PlainTable
              caption={say('ledger.accounts')}
              rows={accounts}
              keyOf={(account) => account.code}
              columns={[
                {
                  head: say('ledger.code'),
                  cell: (account) => <EntryLink number={account.code} of={{ accountCode: account.code }} />,
                },
                { head: say('ledger.account'), cell: (account) => spoken(account.name, account.nameEn) },
                { head: say('ledger.kind'), cell: (account) => term('accountKind', account.kind) },
                { head: say('ledger.balance'), right: true, cell: (account) => amount(account.balance) },
              ]}
            />
          )}
        </Card>
      )}
    </>
  );
}

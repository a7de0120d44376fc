import { isLocalDate } from '@nuangong/primitives';
import { useState, type ReactElement } from 'react';
import { today } from '../../base/display/dates.ts';
import { amount } from '../../base/display/money.ts';
import { accountBalancesQuery } from '../../base/graph/generated/ledger.ts';
import { useAnswer } from '../../base/graph/use-answer.ts';
import { useTerm } from '../../base/i18n/use-term.ts';
import { DayInput } from '../../base/form/DayInput.tsx';
import { useSpoken, useWords } from '../../base/i18n/use-words.ts';
import { WholeListPage } from '../../base/list/WholeListPage.tsx';
import { EntryLink } from './EntryLink.tsx';

/** The accounts of the own book with their balances at the end of a day. */
export default function AccountList(): ReactElement {
  const say = useWords();
  const term = useTerm();
  const spoken = useSpoken();
  const [on, setOn] = useState(() => today(new Date()));
  const past = isLocalDate(on) && on < today(new Date());
  const answer = useAnswer(accountBalancesQuery, past ? { asOf: `${on}T23:59:59.999+08:00` } : {});
  return (
    <WholeListPage
      texts={{ title: say('ledger.accounts'), lead: say('ledger.accountsLead'), emptyTitle: say('ledger.noAccounts') }}
      filters={<DayInput label={say('ledger.asOf')} value={on} onType={setOn} />}
      answer={answer}
      rows={answer.data?.accounts}
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
  );
}

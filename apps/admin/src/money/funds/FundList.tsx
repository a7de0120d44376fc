import type { ReactElement } from 'react';
import { amount, money } from '../../base/display/money.ts';
import { useTerm } from '../../base/i18n/use-term.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { ListPage } from '../../base/list/ListPage.tsx';
import { fundSources } from './fund-sources.ts';
import { PendingEntries } from '../pending-entries/PendingEntries.tsx';
import { OpenFund } from './OpenFund.tsx';

/** Funds with the balance, the committed amount and the rest of each. */
export default function FundList(): ReactElement {
  const say = useWords();
  const term = useTerm();
  return (
    <>
      <PendingEntries />
      <ListPage
        texts="funds"
        resource="funds"
        starts={[
          {
            may: 'receipt.record',
            words: say('funds.open'),
            dialog: (onClose) => <OpenFund onClose={onClose} />,
          },
        ]}
        searchWords={say('funds.search')}
        filters={[
          {
            name: 'source',
            label: say('funds.source'),
            all: say('funds.allSources'),
            choices: fundSources.map((value) => ({ value, word: term('fundSource', value) })),
          },
        ]}
        phone={(fund) => ({
          name: fund.name,
          detail: `${term('fundSource', fund.source)} · ${say('funds.available')} ${amount(fund.available)}`,
        })}
        columns={[
          { head: say('funds.name'), cell: (fund) => fund.name, link: true },
          { head: say('funds.source'), cell: (fund) => term('fundSource', fund.source) },
          { head: say('funds.organization'), cell: (fund) => fund.organizationName },
          { head: say('funds.year'), right: true, cell: (fund) => String(fund.year) },
          { head: say('funds.balance'), right: true, cell: (fund) => amount(fund.balance) },
          { head: say('funds.committed'), right: true, cell: (fund) => amount(fund.committed) },
          {
            head: say('funds.available'),
            right: true,
            cell: (fund) => <strong title={money(fund.available)}>{amount(fund.available)}</strong>,
          },
        ]}
      />
    </>
  );
}

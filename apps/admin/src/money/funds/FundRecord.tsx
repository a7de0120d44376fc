import Button from '@mui/material/Button';
import { useState, type ReactElement } from 'react';
import { Link } from 'react-router-dom';
import { useCan, useStaff } from '../../base/auth/use-staff.ts';
import { day } from '../../base/display/dates.ts';
import { EmptyState } from '../../base/display/EmptyState.tsx';
import { amount } from '../../base/display/money.ts';
import { PlainTable } from '../../base/display/PlainTable.tsx';
import { useTerm } from '../../base/i18n/use-term.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { EntryLink } from '../ledger/EntryLink.tsx';
import { RecordPage } from '../../base/record/RecordPage.tsx';
import { RecordReceipt } from './RecordReceipt.tsx';
import { useCampaignChoices } from './use-campaign-choices.ts';
import { recordPage } from '../../base/record/record-page.tsx';

/** One fund: balance, committed amount, rest, and all its receipts. */
export default recordPage('funds', function FundRecord({ record: fund }): ReactElement {
  const say = useWords();
  const term = useTerm();
  const can = useCan();
  const staff = useStaff();
  const campaigns = useCampaignChoices();
  const [receiving, setReceiving] = useState(false);
  const own = fund.organization.id === staff?.organization.id;
  const receive =
    can('receipt.record') && own ? (
      <Button variant="contained" onClick={() => setReceiving(true)}>
        {say('funds.receive')}
      </Button>
    ) : null;
  return (
    <>
      <RecordPage
        title={fund.name}
        lead={
          <>
            {fund.organizationName} · {term('fundSource', fund.source)} · {fund.year}
          </>
        }
        actions={receive}
        facts={[
          { name: say('funds.available'), value: <strong>{amount(fund.available)}</strong> },
          { name: say('funds.balance'), value: amount(fund.balance) },
          { name: say('funds.committed'), value: amount(fund.committed) },
          { name: say('funds.purposes'), value: fund.purposes.join('、') },
          {
            name: say('funds.campaign'),
            value: campaigns.find((each) => each.value === fund.campaignId)?.word ?? say('funds.anyCampaign'),
          },
          { name: say('funds.priority'), value: fund.priority },
        ]}
        tabs={[
          {
            key: 'receipts',
            name: say('funds.receipts'),
            content:
              fund.receipts.length === 0 ? (
                <EmptyState title={say('funds.noReceipts')} action={receive} />
              ) : (
                <PlainTable
                  caption={say('funds.receipts')}
                  rows={fund.receipts}
                  keyOf={(receipt) => receipt.id}
                  columns={[
                    {
                      head: say('funds.receivedOn'),
                      cell: (receipt) => <Link to={`/receipts/${receipt.id}`}>{day(receipt.receivedOn)}</Link>,
                    },
                    {
                      head: say('funds.payer'),
                      cell: (receipt) =>
                        receipt.allocationId === null
                          ? receipt.payer
                          : `${receipt.payer}（${say('funds.fromAllocation')}）`,
                    },
                    { head: say('funds.memo'), cell: (receipt) => receipt.memo ?? '—' },
                    { head: say('funds.amountHead'), right: true, cell: (receipt) => amount(receipt.amount) },
                    {
                      head: say('funds.entry'),
                      cell: (receipt) => <EntryLink number={receipt.entryNumber} of={{ fundId: fund.id }} />,
                    },
                  ]}
                />
              ),
          },
        ]}
      />
      {receiving ? <RecordReceipt fund={fund} onClose={() => setReceiving(false)} /> : null}
    </>
  );
});

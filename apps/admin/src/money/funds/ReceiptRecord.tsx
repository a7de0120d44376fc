import type { ReactElement } from 'react';
import { Link } from 'react-router-dom';
import { day } from '../../base/display/dates.ts';
import { money } from '../../base/display/money.ts';
import { dateReasonFact } from '../../base/form/date-reason.ts';
import { useTerm } from '../../base/i18n/use-term.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { EntryLink } from '../ledger/EntryLink.tsx';
import { recordAddress } from '../../base/record/record-address.ts';
import { RecordPage } from '../../base/record/RecordPage.tsx';
import { recordPage } from '../../base/record/record-page.tsx';

/** One receipt: who paid, when, into which fund, under which entry. */
export default recordPage('receipts', function ReceiptRecord({ record: receipt }): ReactElement {
  const say = useWords();
  const term = useTerm();
  const { fund, allocationId } = receipt;
  const allocation = allocationId === null ? undefined : recordAddress('ALLOCATION', allocationId);
  return (
    <RecordPage
      title={say('funds.receiptOf', { payer: receipt.payer })}
      lead={fund.organizationName}
      facts={[
        { name: say('funds.amount'), value: <strong>{money(receipt.amount)}</strong> },
        { name: say('funds.receivedOn'), value: day(receipt.receivedOn) },
        { name: say('funds.payer'), value: receipt.payer },
        { name: say('funds.source'), value: term('fundSource', fund.source) },
        { name: say('funds.name'), value: <Link to={`/funds/${fund.id}`}>{fund.name}</Link> },
        { name: say('funds.purposes'), value: fund.purposes.join('、') },
        { name: say('funds.memo'), value: receipt.memo },
        ...dateReasonFact(say('form.dateReason'), receipt.dateReason),
        allocation === undefined
          ? {
              name: say('funds.entry'),
              value: <EntryLink number={receipt.entryNumber} of={{ fundId: fund.id }} />,
            }
          : { name: say('funds.fromAllocation'), value: <Link to={allocation}>{say('keys.open')}</Link> },
      ]}
      tabs={[]}
    />
  );
});

import Skeleton from '@mui/material/Skeleton';
import type { ReactElement } from 'react';
import { useGetOne } from 'react-admin';
import { Link, useParams } from 'react-router-dom';
import { day } from '../../base/display/dates.ts';
import { FaultNotice } from '../../base/display/FaultNotice.tsx';
import { money } from '../../base/display/money.ts';
import { dateReasonFact } from '../../base/form/date-reason.ts';
import type { DetailOf } from '../../base/graph/resources.ts';
import { useTerm } from '../../base/i18n/use-term.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { EntryLink } from '../ledger/EntryLink.tsx';
import { recordAddress } from '../../base/record/record-address.ts';
import { RecordPage } from '../../base/record/RecordPage.tsx';

/** One receipt: who paid, when, into which fund, under which entry. */
export default function ReceiptRecord(): ReactElement {
  const say = useWords();
  const term = useTerm();
  const { id = '' } = useParams();
  const { data: receipt, error, refetch } = useGetOne<DetailOf<'receipts'>>('receipts', { id });
  if (error) return <FaultNotice fault={error} onRetry={() => void refetch()} />;
  if (receipt === undefined) return <Skeleton variant="rectangular" height={320} />;
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
}

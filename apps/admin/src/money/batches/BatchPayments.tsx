import Skeleton from '@mui/material/Skeleton';
import { useState, type ReactElement } from 'react';
import { Link } from 'react-router-dom';
import { day } from '../../base/display/dates.ts';
import { FaultNotice } from '../../base/display/FaultNotice.tsx';
import { amount } from '../../base/display/money.ts';
import { Pager } from '../../base/display/Pager.tsx';
import { PlainTable } from '../../base/display/PlainTable.tsx';
import { batchPaymentsQuery } from '../../base/graph/generated/batches.ts';
import type { PaymentsOfBatchPartsFragment } from '../../base/graph/generated/operation-types.ts';
import { useAnswer } from '../../base/graph/use-answer.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { MoneyTag } from './MoneyTag.tsx';
import { usePartsInWords } from '../../base/display/PartsTable.tsx';

const perPage = 50;

/** The payments of a batch, 50 a page; the first page comes with the batch. */
export function BatchPayments(props: {
  readonly batchId: string;
  readonly first: PaymentsOfBatchPartsFragment;
}): ReactElement {
  const say = useWords();
  const inWords = usePartsInWords();
  const [page, setPage] = useState(1);
  const later = page > 1;
  const variables = { id: props.batchId, page, perPage };
  const { data, error, refetch } = useAnswer(batchPaymentsQuery, variables, { enabled: later });
  const payments = later ? data?.batch?.payments : props.first;
  if (error) return <FaultNotice fault={error} onRetry={() => void refetch()} />;
  if (payments === undefined) return <Skeleton variant="rectangular" height={320} />;
  return (
    <>
      <PlainTable
        caption={say('batches.payments')}
        rows={payments.items}
        keyOf={(payment) => payment.id}
        columns={[
          {
            head: say('batches.payee'),
            cell: (payment) => <Link to={`/payments/${payment.id}`}>{payment.payeeName}</Link>,
          },
          { head: say('batches.amount'), right: true, cell: (payment) => amount(payment.amount) },
          {
            head: say('batches.paymentStatus'),
            cell: (payment) => (
              <>
                <MoneyTag of="paymentStatus" status={payment.status} />
                {payment.status === 'PENDING' && payment.grant.holds.length > 0 ? (
                  <Link to={`/grants/${payment.grant.id}`}>{say('batches.heldRow')}</Link>
                ) : null}
                {payment.status === 'PENDING' && payment.lockReason !== null ? <div>{payment.lockReason}</div> : null}
                {payment.earlierAttempts.length > 0 ? (
                  <Link to={`/payments/${payment.id}?tab=attempts`}>
                    {say('batches.againRow', { count: payment.earlierAttempts.length })}
                  </Link>
                ) : null}
              </>
            ),
          },
          { head: say('batches.account'), cell: (payment) => payment.maskedBankAccount },
          { head: say('batches.parts'), cell: (payment) => inWords(payment.parts) },
          {
            head: say('batches.voucher'),
            cell: ({ voucher }) =>
              voucher === null ? '—' : <Link to={`/vouchers/${voucher.id}`}>{voucher.number}</Link>,
          },
          { head: say('batches.paidOn'), cell: (payment) => day(payment.paidOn) },
        ]}
      />
      <Pager page={page} perPage={perPage} total={payments.total} onPage={setPage} />
    </>
  );
}

import Alert from '@mui/material/Alert';
import type { ReactElement } from 'react';
import { Link } from 'react-router-dom';
import { day } from '../../base/display/dates.ts';
import { money } from '../../base/display/money.ts';
import type { DetailOf } from '../../base/graph/resources.ts';
import { useTerm } from '../../base/i18n/use-term.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { RecordPage } from '../../base/record/RecordPage.tsx';
import { Attempts } from './GrantRecord.tsx';
import { MoneyTag } from './MoneyTag.tsx';
import { PartsTable } from '../../base/display/PartsTable.tsx';
import { ReturnActions, ReturnNotice, ReturnTable } from './ReturnClaims.tsx';
import { recordPage } from '../../base/record/record-page.tsx';

/** One payment, with links to its voucher, application, decision sheet and household. */
export default recordPage('payments', function PaymentRecord({ record: payment }): ReactElement {
  const say = useWords();
  const term = useTerm();
  const { voucher, grant } = payment;
  return (
    <RecordPage
      title={say('payments.title', { name: payment.payeeName })}
      lead={grant.unitName}
      tags={<MoneyTag of="paymentStatus" status={payment.status} />}
      actions={<ReturnActions payment={payment} />}
      notice={<PaymentNotice payment={payment} />}
      facts={[
        { name: say('grants.sum'), value: <strong>{money(payment.amount)}</strong> },
        { name: say('batches.paidOn'), value: day(payment.paidOn) },
        payment.returnReason === null
          ? { name: say('grants.aidType'), value: term('aidType', grant.aidType) }
          : { name: say('payments.returnReason'), value: payment.returnReason },
        { name: say('batches.account'), value: payment.maskedBankAccount },
        {
          name: say('payments.grant'),
          value: <Link to={`/grants/${grant.id}`}>{say('grants.record', { name: payment.payeeName })}</Link>,
        },
        {
          name: say('payments.voucher'),
          value:
            voucher === null ? say('payments.noVoucher') : <Link to={`/vouchers/${voucher.id}`}>{voucher.number}</Link>,
        },
        {
          name: say('payments.batch'),
          value: <Link to={`/batches/${payment.batchId}`}>{payment.batchNumber}</Link>,
        },
        {
          name: say('payments.links'),
          value: (
            <RelatedLinks
              applicationId={grant.applicationId}
              eligibilityDecisionId={voucher?.eligibilityDecisionId}
              householdId={payment.householdId}
            />
          ),
        },
      ]}
      tabs={[
        { key: 'parts', name: say('batches.bySource'), content: <PartsTable parts={payment.parts} /> },
        { key: 'attempts', name: say('payments.earlier'), content: <Attempts attempts={payment.earlierAttempts} /> },
        { key: 'returns', name: say('payments.returns'), content: <ReturnTable payment={payment} /> },
      ]}
    />
  );
});

function PaymentNotice({ payment }: { readonly payment: DetailOf<'payments'> }): ReactElement {
  return (
    <>
      <ReturnNotice payment={payment} />
      {payment.lockReason === null ? null : (
        <Alert severity="info" sx={{ mb: 2 }}>
          {payment.lockReason}
        </Alert>
      )}
    </>
  );
}

/** Links to the application, eligibility decision and household behind a payment. */
export function RelatedLinks(props: {
  readonly applicationId: string;
  readonly eligibilityDecisionId: string | undefined;
  readonly householdId: string;
}): ReactElement {
  const say = useWords();
  return (
    <>
      <Link to={`/applications/${props.applicationId}`}>{say('payments.application')}</Link>
      {' · '}
      {props.eligibilityDecisionId === undefined ? null : (
        <>
          <Link to={`/eligibility-decisions/${props.eligibilityDecisionId}`}>
            {say('payments.eligibilityDecision')}
          </Link>
          {' · '}
        </>
      )}
      <Link to={`/households/${props.householdId}`}>{say('payments.household')}</Link>
    </>
  );
}

import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import { useState, type ReactElement } from 'react';
import { useGetOne, useNotify } from 'react-admin';
import { Link, useParams } from 'react-router-dom';
import { useCan } from '../auth/use-staff.ts';
import { day, today } from '../display/dates.ts';
import { FaultNotice } from '../display/FaultNotice.tsx';
import { money } from '../display/money.ts';
import { FormDialog } from '../form/FormDialog.tsx';
import type { DetailOf } from '../graph/resources.ts';
import { useCommand } from '../graph/use-command.ts';
import { useTerm } from '../i18n/use-term.ts';
import { useWords } from '../i18n/use-words.ts';
import { RecordPage } from '../record/RecordPage.tsx';
import { recordReturnedPayment } from './commands.ts';
import { MoneyTag } from './MoneyTag.tsx';
import { PartsTable } from './Parts.tsx';

/** One payment, with the way to its voucher, application, decision sheet and household. */
export default function PaymentRecord(): ReactElement {
  const say = useWords();
  const term = useTerm();
  const can = useCan();
  const { id = '' } = useParams();
  const { data: payment, error, refetch } = useGetOne<DetailOf<'payments'>>('payments', { id });
  const [returning, setReturning] = useState(false);
  if (error) return <FaultNotice fault={error} onRetry={() => void refetch()} />;
  if (payment === undefined) return <Skeleton variant="rectangular" height={320} />;
  const { voucher, grant } = payment;
  return (
    <>
      <RecordPage
        title={say('payments.title', { name: payment.payeeName })}
        lead={grant.unitName}
        tags={<MoneyTag of="paymentStatus" status={payment.status} />}
        actions={
          payment.status === 'PAID' && can('batch.pay') ? (
            <Button onClick={() => setReturning(true)}>{say('payments.bankReturned')}</Button>
          ) : null
        }
        facts={[
          { name: say('batches.totalFact'), value: <strong>{money(payment.amount)}</strong> },
          { name: say('batches.paidOn'), value: day(payment.paidOn) },
          { name: say('grants.aidType'), value: term('aidType', grant.aidType) },
          { name: say('batches.account'), value: payment.maskedBankAccount },
          {
            name: say('payments.voucher'),
            value:
              voucher === null ? (
                say('payments.noVoucher')
              ) : (
                <Link to={`/vouchers/${voucher.id}`}>{voucher.number}</Link>
              ),
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
                decisionSheetId={voucher?.decisionSheetId}
                householdId={payment.householdId}
              />
            ),
          },
          ...(payment.returnReason === null
            ? []
            : [{ name: say('payments.returnReason'), value: payment.returnReason }]),
        ]}
        tabs={[{ key: 'parts', name: say('batches.bySource'), content: <PartsTable parts={payment.parts} /> }]}
      />
      {returning ? <RecordReturn paymentId={payment.id} onClose={() => setReturning(false)} /> : null}
    </>
  );
}

/** From money back to the people: application, decision sheet, household. */
export function RelatedLinks(props: {
  readonly applicationId: string;
  readonly decisionSheetId: string | undefined;
  readonly householdId: string;
}): ReactElement {
  const say = useWords();
  return (
    <>
      <Link to={`/applications/${props.applicationId}`}>{say('payments.application')}</Link>
      {' · '}
      {props.decisionSheetId === undefined ? null : (
        <>
          <Link to={`/decision-sheets/${props.decisionSheetId}`}>{say('payments.decisionSheet')}</Link>
          {' · '}
        </>
      )}
      <Link to={`/households/${props.householdId}`}>{say('payments.household')}</Link>
    </>
  );
}

function RecordReturn(props: { readonly paymentId: string; readonly onClose: () => void }): ReactElement {
  const say = useWords();
  const notify = useNotify();
  const command = useCommand(recordReturnedPayment);
  return (
    <FormDialog
      title={say('payments.bankReturned')}
      consequence={say('payments.bankReturnedConsequence')}
      initial={{ returnedOn: today(new Date()) }}
      command={command}
      onCancel={props.onClose}
      fields={[
        { name: 'returnedOn', label: say('payments.returnedOn'), kind: 'date' },
        { name: 'reason', label: say('payments.returnReason'), kind: 'long' },
      ]}
      onSend={async ({ returnedOn = '', reason = '' }) => {
        if ((await command.run({ paymentId: props.paymentId, returnedOn, reason: reason.trim() })) === undefined)
          return false;
        notify(say('payments.returned'), { type: 'success' });
        props.onClose();
        return true;
      }}
    />
  );
}

import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useState, type ReactElement } from 'react';
import { useNotify } from 'react-admin';
import { useCan } from '../../base/auth/use-staff.ts';
import { ConfirmDialog } from '../../base/display/ConfirmDialog.tsx';
import { day, moment, today } from '../../base/display/dates.ts';
import { PlainTable } from '../../base/display/PlainTable.tsx';
import { dateReasonField } from '../../base/form/date-reason.ts';
import { FormDialog } from '../../base/form/FormDialog.tsx';
import type { DetailOf } from '../../base/graph/resources.ts';
import { useCommand } from '../../base/graph/use-command.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { confirmReturnedPayment, recordReturnedPayment, refuseReturnedPayment } from './commands.ts';

type Payment = DetailOf<'payments'>;

interface ReturnProps {
  readonly payment: Payment;
  readonly onClose: () => void;
}

type Claim = Payment['returnClaims'][number];

/** The day of a return, with the reason of one that was entered late. */
const dayOf = ({ returnedOn, dateReason }: Claim): string => [day(returnedOn), dateReason].filter(Boolean).join(' ');

const placesOf = (claim: Claim) => ({
  recordedBy: claim.recordedBy,
  bankReference: claim.bankReference,
  returnedOn: dayOf(claim),
  reason: claim.reason,
});

const waitingOf = (payment: Payment) => payment.returnClaims.find(({ status }) => status === 'WAITING');

/** What the reader may do about a return: record it, or answer somebody else's record. */
export function ReturnActions({ payment }: Pick<ReturnProps, 'payment'>): ReactElement {
  const say = useWords();
  const can = useCan();
  const [open, setOpen] = useState<'record' | 'confirm' | 'refuse'>();
  const close = (): void => setOpen(undefined);
  const waiting = waitingOf(payment);
  const recording =
    payment.status === 'PAID' && waiting === undefined && payment.lockReason === null && can('batch.pay');
  const answering = waiting !== undefined && waiting.lockReason === null && can('batch.approve');
  return (
    <>
      {recording ? <Button onClick={() => setOpen('record')}>{say('payments.bankReturned')}</Button> : null}
      {answering ? (
        <>
          <Button variant="contained" onClick={() => setOpen('confirm')}>
            {say('payments.confirmReturn')}
          </Button>
          <Button onClick={() => setOpen('refuse')}>{say('payments.refuseReturn')}</Button>
        </>
      ) : null}
      {open === 'record' ? <RecordReturn payment={payment} onClose={close} /> : null}
      {open === 'confirm' ? <ConfirmReturn payment={payment} onClose={close} /> : null}
      {open === 'refuse' ? <RefuseReturn payment={payment} onClose={close} /> : null}
    </>
  );
}

/** A return that waits, and why the reader may not answer it. */
export function ReturnNotice({ payment }: Pick<ReturnProps, 'payment'>): ReactElement | null {
  const say = useWords();
  const can = useCan();
  const waiting = waitingOf(payment);
  if (waiting === undefined) return null;
  return (
    <Alert severity="warning" sx={{ mb: 2 }}>
      {say('payments.returnWaits', placesOf(waiting))}
      {can('batch.approve') && waiting.lockReason !== null ? <div>{waiting.lockReason}</div> : null}
    </Alert>
  );
}

/** The returns recorded for a payment, each with its answer. */
export function ReturnTable({ payment }: Pick<ReturnProps, 'payment'>): ReactElement {
  const say = useWords();
  if (payment.returnClaims.length === 0) return <p>{say('payments.noReturns')}</p>;
  return (
    <PlainTable
      caption={say('payments.returns')}
      rows={payment.returnClaims}
      keyOf={(claim) => claim.id}
      columns={[
        { head: say('payments.bankReference'), cell: (claim) => claim.bankReference },
        { head: say('batches.status'), cell: (claim) => say(`returnClaimStatus.${claim.status}`) },
        { head: say('payments.returnedOn'), cell: dayOf },
        { head: say('payments.returnReason'), cell: (claim) => claim.reason },
        { head: say('payments.recordedBy'), cell: (claim) => `${claim.recordedBy} ${moment(claim.recordedAt)}` },
        {
          head: say('grants.answeredBy'),
          cell: (claim) => (claim.answeredBy === null ? '—' : `${claim.answeredBy} ${moment(claim.answeredAt)}`),
        },
        { head: say('grants.answer'), cell: (claim) => claim.answer ?? '—' },
      ]}
    />
  );
}

function RecordReturn({ payment, onClose }: ReturnProps): ReactElement {
  const say = useWords();
  const notify = useNotify();
  const command = useCommand(recordReturnedPayment);
  return (
    <FormDialog
      title={say('payments.bankReturned')}
      consequence={say('payments.bankReturnedConsequence')}
      initial={{ returnedOn: today(new Date()) }}
      command={command}
      onCancel={onClose}
      fields={[
        { name: 'bankReference', label: say('payments.bankReference'), help: say('payments.bankReferenceHelp') },
        { name: 'returnedOn', label: say('payments.returnedOn'), kind: 'date' },
        dateReasonField('returnedOn', say('form.dateReason')),
        { name: 'reason', label: say('payments.returnReason'), kind: 'long' },
      ]}
      onSend={async ({ bankReference = '', returnedOn = '', dateReason = null, reason = '' }) => {
        const input = { paymentId: payment.id, bankReference, returnedOn, dateReason, reason: reason.trim() };
        if ((await command.run(input)) === undefined) return false;
        notify(say('payments.returned'), { type: 'success' });
        onClose();
        return true;
      }}
    />
  );
}

function ConfirmReturn({ payment, onClose }: ReturnProps): ReactElement {
  const say = useWords();
  const notify = useNotify();
  const command = useCommand(confirmReturnedPayment);
  const waiting = waitingOf(payment);
  const decide = async (): Promise<void> => {
    if ((await command.run({ paymentId: payment.id })) === undefined) return;
    notify(say('payments.returnConfirmed'), { type: 'success' });
    onClose();
  };
  return (
    <ConfirmDialog
      open
      title={say('payments.confirmReturn')}
      consequence={
        <>
          {waiting === undefined ? null : <p>{say('payments.returnWaits', placesOf(waiting))}</p>}
          <p>{say('payments.confirmReturnConsequence')}</p>
        </>
      }
      problems={command.problems}
      pending={command.pending}
      onCancel={onClose}
      onConfirm={() => void decide()}
    />
  );
}

function RefuseReturn({ payment, onClose }: ReturnProps): ReactElement {
  const say = useWords();
  const notify = useNotify();
  const command = useCommand(refuseReturnedPayment);
  return (
    <FormDialog
      title={say('payments.refuseReturn')}
      consequence={say('payments.refuseReturnConsequence')}
      fields={[{ name: 'answer', label: say('grants.answer'), kind: 'long' }]}
      command={command}
      onCancel={onClose}
      onSend={async ({ answer = '' }) => {
        if ((await command.run({ paymentId: payment.id, answer: answer.trim() })) === undefined) return false;
        notify(say('payments.returnRefused'), { type: 'success' });
        onClose();
        return true;
      }}
    />
  );
}

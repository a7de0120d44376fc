import Button from '@mui/material/Button';
import { useState, type ReactElement } from 'react';
import { useNotify } from 'react-admin';
import { useCan } from '../../base/auth/use-staff.ts';
import { today } from '../../base/display/dates.ts';
import { amount } from '../../base/display/money.ts';
import { ReasonDialog } from '../../base/display/ReasonDialog.tsx';
import { dateReasonField } from '../../base/form/date-reason.ts';
import { FormDialog } from '../../base/form/FormDialog.tsx';
import type { DetailOf } from '../../base/graph/resources.ts';
import { useCommand } from '../../base/graph/use-command.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { openFindings } from './AnswerFindings.tsx';
import { answerBatchFindings, approveBatch, payBatch, returnBatch } from './commands.ts';
import { DecideWithAnswers } from './DecideWithAnswers.tsx';
import { isUnderWay, useFindings, type Finding } from './use-findings.ts';

interface DecisionProps {
  readonly batch: DetailOf<'batches'>;
  /** The batch's findings; nothing is decided before they are read. */
  readonly findings: readonly Finding[];
  readonly onClose: () => void;
}

/** What the reader may decide about a batch now; nothing if that is not theirs. */
export function BatchDecisions({ batch }: Pick<DecisionProps, 'batch'>): ReactElement | null {
  const say = useWords();
  const can = useCan();
  const [open, setOpen] = useState<'approve' | 'return' | 'pay' | 'answer'>();
  const close = (): void => setOpen(undefined);
  const findings = useFindings(batch.id, isUnderWay(batch));
  if (findings === undefined) return null;
  const goesOn = !batch.lockedForMe && batch.heldPayments.length === 0;
  const approvable = batch.status === 'PREPARED' && can('batch.approve') && goesOn;
  const payable = batch.status === 'APPROVED' && can('batch.pay') && goesOn && openFindings(findings).length === 0;
  const returnable = (batch.status === 'PREPARED' || batch.status === 'APPROVED') && can('batch.approve');
  const changed = batch.status === 'APPROVED' && can('batch.approve') && openFindings(findings).length > 0;
  return (
    <>
      {approvable ? (
        <Button variant="contained" onClick={() => setOpen('approve')}>
          {say('batches.approve')}
        </Button>
      ) : null}
      {changed ? (
        <Button variant="contained" onClick={() => setOpen('answer')}>
          {say('findings.answer')}
        </Button>
      ) : null}
      {payable ? (
        <Button variant="contained" onClick={() => setOpen('pay')}>
          {say('batches.pay')}
        </Button>
      ) : null}
      {returnable ? <Button onClick={() => setOpen('return')}>{say('batches.return')}</Button> : null}
      {open === 'approve' ? <ApproveBatch batch={batch} findings={findings} onClose={close} /> : null}
      {open === 'answer' ? <AnswerBatch batch={batch} findings={findings} onClose={close} /> : null}
      {open === 'return' ? <ReturnBatch batch={batch} onClose={close} /> : null}
      {open === 'pay' ? <PayBatch batch={batch} onClose={close} /> : null}
    </>
  );
}

const placesOf = (batch: DecisionProps['batch']) => ({
  number: batch.number,
  count: batch.paymentCount,
  total: amount(batch.total),
});

function ApproveBatch({ batch, findings, onClose }: DecisionProps): ReactElement {
  const say = useWords();
  return (
    <DecideWithAnswers
      title={say('batches.approve')}
      consequence={say('batches.approveConsequence', placesOf(batch))}
      done={say('batches.approved', { number: batch.number })}
      findings={findings}
      command={useCommand(approveBatch)}
      batchId={batch.id}
      onClose={onClose}
    />
  );
}

/** Findings that appeared after a batch's approval: to be seen, with a reason if required, before it is paid. */
function AnswerBatch({ batch, findings, onClose }: DecisionProps): ReactElement {
  const say = useWords();
  return (
    <DecideWithAnswers
      title={say('findings.answer')}
      consequence={say('findings.answerConsequence')}
      done={say('findings.answered')}
      findings={findings}
      command={useCommand(answerBatchFindings)}
      batchId={batch.id}
      onClose={onClose}
    />
  );
}

function ReturnBatch({ batch, onClose }: Omit<DecisionProps, 'findings'>): ReactElement {
  const say = useWords();
  const notify = useNotify();
  const command = useCommand(returnBatch, { announce: true });
  const decide = async (reason: string): Promise<void> => {
    if ((await command.run({ batchId: batch.id, reason })) === undefined) return;
    notify(say('batches.returned', { number: batch.number }), { type: 'success' });
    onClose();
  };
  return (
    <ReasonDialog
      open
      title={say('batches.return')}
      subject={say('batches.subject', placesOf(batch))}
      help={say('batches.returnHelp')}
      consequence={say('batches.returnConsequence', placesOf(batch))}
      pending={command.pending}
      onCancel={onClose}
      onDecide={(reason) => void decide(reason)}
    />
  );
}

function PayBatch({ batch, onClose }: Omit<DecisionProps, 'findings'>): ReactElement {
  const say = useWords();
  const notify = useNotify();
  const command = useCommand(payBatch);
  return (
    <FormDialog
      title={say('batches.pay')}
      consequence={say('batches.payConsequence', placesOf(batch))}
      initial={{ paidOn: today(new Date()) }}
      fields={[
        { name: 'paidOn', label: say('batches.paidOnField'), kind: 'date' },
        dateReasonField('paidOn', say('form.dateReason')),
      ]}
      command={command}
      onCancel={onClose}
      onSend={async ({ paidOn = '', dateReason = null }) => {
        if ((await command.run({ batchId: batch.id, paidOn, dateReason })) === undefined) return false;
        notify(say('batches.paid', placesOf(batch)), { type: 'success' });
        onClose();
        return true;
      }}
    />
  );
}

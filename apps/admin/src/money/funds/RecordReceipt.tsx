import { useState, type ReactElement } from 'react';
import { useNotify } from 'react-admin';
import { today } from '../../base/display/dates.ts';
import { amount } from '../../base/display/money.ts';
import { dateReasonField } from '../../base/form/date-reason.ts';
import { FormDialog } from '../../base/form/FormDialog.tsx';
import { useCommand } from '../../base/graph/use-command.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { recordReceipt } from './commands.ts';

/** Records money that came into one fund; a repeated request records it once. */
export function RecordReceipt(props: {
  readonly fund: { readonly id: string; readonly name: string };
  readonly onClose: () => void;
}): ReactElement {
  const say = useWords();
  const notify = useNotify();
  const command = useCommand(recordReceipt);
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  return (
    <FormDialog
      title={say('funds.receive')}
      consequence={say('funds.receiveConsequence', { name: props.fund.name })}
      draft={`record-receipt-${props.fund.id}`}
      initial={{ receivedOn: today(new Date()) }}
      command={command}
      onCancel={props.onClose}
      fields={[
        { name: 'amount', label: say('funds.amount'), kind: 'money', help: say('funds.amountHelp') },
        { name: 'payer', label: say('funds.payer') },
        { name: 'receivedOn', label: say('funds.receivedOn'), kind: 'date' },
        dateReasonField('receivedOn', say('form.dateReason')),
        {
          name: 'document',
          label: say('pendingEntry.document'),
          optional: true,
          help: say('pendingEntry.documentHelp'),
        },
        { name: 'memo', label: say('funds.memo'), optional: true },
      ]}
      onSend={async ({
        amount: received = '',
        payer = '',
        receivedOn = '',
        dateReason = null,
        document = '',
        memo = '',
      }) => {
        const result = await command.run({
          fundId: props.fund.id,
          amount: received.trim(),
          payer: payer.trim(),
          receivedOn,
          dateReason,
          memo: memo.trim() === '' ? null : memo.trim(),
          document: document.trim() === '' ? null : document.trim(),
          idempotencyKey,
        });
        if (result === undefined) return false;
        notify(
          result.waiting === null
            ? say('funds.received', { amount: amount(received.trim()) })
            : say('pendingEntry.laid'),
          { type: 'success' },
        );
        props.onClose();
        return true;
      }}
    />
  );
}

import type { ReactElement } from 'react';
import { useNotify } from 'react-admin';
import { today } from '../../base/display/dates.ts';
import { dateReasonField } from '../../base/form/date-reason.ts';
import { FormDialog } from '../../base/form/FormDialog.tsx';
import { useCommand } from '../../base/graph/use-command.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { recordPlacement } from './commands.ts';

/** Records that a referral led to work, and at which pay. */
export function RecordPlacement(props: {
  readonly referralId: string;
  readonly name: string;
  readonly employer: string;
  readonly onClose: () => void;
}): ReactElement {
  const { name, employer } = props;
  const say = useWords();
  const notify = useNotify();
  const command = useCommand(recordPlacement);
  return (
    <FormDialog
      title={say('referrals.recordPlacement')}
      consequence={say('referrals.placeConsequence', { name, employer })}
      initial={{ placedOn: today(new Date()) }}
      command={command}
      onCancel={props.onClose}
      fields={[
        { name: 'placedOn', label: say('referrals.placedOn'), kind: 'date' },
        dateReasonField('placedOn', say('form.dateReason')),
        { name: 'monthlyPay', label: say('referrals.monthlyPayField'), kind: 'money' },
      ]}
      onSend={async ({ placedOn = '', dateReason = null, monthlyPay = '' }) => {
        const placement = { referralId: props.referralId, placedOn, dateReason, monthlyPay: monthlyPay.trim() };
        if ((await command.run(placement)) === undefined) return false;
        notify(say('referrals.placed', { name }), { type: 'success' });
        props.onClose();
        return true;
      }}
    />
  );
}

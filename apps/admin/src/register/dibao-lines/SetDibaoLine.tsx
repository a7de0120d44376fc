import type { ReactElement } from 'react';
import { useNotify } from 'react-admin';
import { useStaff } from '../../base/auth/use-staff.ts';
import { day, today } from '../../base/display/dates.ts';
import { FormDialog } from '../../base/form/FormDialog.tsx';
import { useCommand } from '../../base/graph/use-command.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { setDibaoLine } from './commands.ts';

/** Sets the own unit's dibao line: first day, amount, and how far above it a household is still marginal. */
export function SetDibaoLine({ onClose }: { readonly onClose: () => void }): ReactElement {
  const say = useWords();
  const notify = useNotify();
  const organization = useStaff()?.organization.name ?? '';
  const command = useCommand(setDibaoLine);
  return (
    <FormDialog
      title={say('dibaoLines.set')}
      consequence={say('dibaoLines.setConsequence', { organization })}
      draft="set-dibao-line"
      initial={{ from: today(new Date()) }}
      command={command}
      fields={[
        { name: 'from', label: say('dibaoLines.from'), kind: 'date' },
        {
          name: 'monthlyPerCapita',
          label: say('dibaoLines.amount'),
          kind: 'money',
          help: say('dibaoLines.amountHelp'),
        },
        { name: 'marginFactor', label: say('dibaoLines.marginFactor'), help: say('dibaoLines.marginFactorHelp') },
      ]}
      onCancel={onClose}
      onSend={async ({ from = '', monthlyPerCapita = '', marginFactor = '' }) => {
        if ((await command.run({ from, monthlyPerCapita, marginFactor })) === undefined) return false;
        notify(say('dibaoLines.done', { from: day(from) }), { type: 'success' });
        onClose();
        return true;
      }}
    />
  );
}

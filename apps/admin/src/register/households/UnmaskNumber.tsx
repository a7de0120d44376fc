import Button from '@mui/material/Button';
import { useState, type ReactElement } from 'react';
import { useNotify } from 'react-admin';
import { ReasonDialog } from '../../base/display/ReasonDialog.tsx';
import { useCommand } from '../../base/graph/use-command.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { unmaskBankAccount, unmaskIdentity, unmaskPhone } from './commands.ts';

const commands = { identity: unmaskIdentity, phone: unmaskPhone, bankAccount: unmaskBankAccount } as const;

/** Shows a whole number after a reason, which the audit log records; masked again when the page is left. */
export function UnmaskNumber(props: {
  readonly number: keyof typeof commands;
  readonly personId: string;
  readonly name: string;
  readonly onShown: (value: string) => void;
}): ReactElement {
  const say = useWords();
  const notify = useNotify();
  const [asking, setAsking] = useState(false);
  const command = useCommand(commands[props.number], { announce: true });
  const show = async (reason: string): Promise<void> => {
    const result = await command.run({ personId: props.personId, reason });
    setAsking(false);
    if (typeof result?.value !== 'string') return;
    props.onShown(result.value);
    notify(say('household.unmasked', { value: result.value }), { type: 'info' });
  };
  return (
    <>
      <Button onClick={() => setAsking(true)}>{say(`household.unmask.${props.number}`)}</Button>
      {asking ? (
        <ReasonDialog
          open
          title={say(`household.unmask.${props.number}`)}
          subject={props.name}
          help={say('display.unmaskHelp')}
          consequence={say('household.unmaskConsequence')}
          pending={command.pending}
          onCancel={() => setAsking(false)}
          onDecide={(reason) => void show(reason)}
        />
      ) : null}
    </>
  );
}

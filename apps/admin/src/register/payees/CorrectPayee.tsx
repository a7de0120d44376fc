import Button from '@mui/material/Button';
import { useState, type ReactElement } from 'react';
import { useNotify } from 'react-admin';
import { FormDialog } from '../../base/form/FormDialog.tsx';
import type { Field, Typed } from '../../base/form/field.ts';
import { useCommand } from '../../base/graph/use-command.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { correctPayee } from './commands.ts';

const isCorrected = (typed: Typed): boolean => typed['unchanged'] !== 'yes';
const orNothing = (text: string | undefined): string | null =>
  (text ?? '').trim() === '' ? null : (text ?? '').trim();

/** Corrects the name, telephone or account of a household's head, or confirms them unchanged. */
export function CorrectPayee(props: { readonly householdId: string; readonly name: string }): ReactElement {
  const say = useWords();
  const notify = useNotify();
  const command = useCommand(correctPayee);
  const [open, setOpen] = useState(false);
  const fields: readonly Field[] = [
    { name: 'unchanged', label: say('payee.unchanged'), kind: 'tick', help: say('payee.unchangedHelp') },
    { name: 'name', label: say('payee.name'), optional: true, when: isCorrected, help: say('payee.asItIs') },
    { name: 'phone', label: say('payee.phone'), optional: true, when: isCorrected, help: say('payee.asItIs') },
    {
      name: 'bankAccount',
      label: say('payee.bankAccount'),
      optional: true,
      when: isCorrected,
      help: say('payee.asItIs'),
    },
    { name: 'why', label: say('payee.why'), kind: 'long', help: say('payee.whyHelp') },
  ];
  const send = async (typed: Typed): Promise<boolean> => {
    const result = await command.run({
      householdId: props.householdId,
      name: orNothing(typed['name']),
      phone: orNothing(typed['phone']),
      bankAccount: orNothing(typed['bankAccount']),
      unchanged: typed['unchanged'] === 'yes',
      why: (typed['why'] ?? '').trim(),
    });
    if (result === undefined) return false;
    setOpen(false);
    notify(say(result.correction?.state === 'WAITING' ? 'payee.waits' : 'payee.done', { name: props.name }), {
      type: 'success',
    });
    return true;
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{say('payee.correct')}</Button>
      {open ? (
        <FormDialog
          title={say('payee.correct')}
          consequence={say('payee.consequence')}
          fields={fields}
          draft={`correct-payee-${props.householdId}`}
          command={command}
          onCancel={() => setOpen(false)}
          onSend={send}
        />
      ) : null}
    </>
  );
}

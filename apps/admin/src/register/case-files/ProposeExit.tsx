import Button from '@mui/material/Button';
import { useState, type ReactElement } from 'react';
import { useNotify } from 'react-admin';
import { today } from '../../base/display/dates.ts';
import { dateReasonField } from '../../base/form/date-reason.ts';
import { FormDialog } from '../../base/form/FormDialog.tsx';
import type { ExitReason } from '../../base/graph/generated/operation-types.ts';
import { useCommand } from '../../base/graph/use-command.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { proposeExit } from './commands.ts';

const reasons: readonly ExitReason[] = ['AIDED', 'INCOME_ABOVE_LINE', 'MOVED', 'DIED', 'OTHER'];

/** Proposes that a household leaves the register (脱困): reason, day, and what the check visit found. */
export function ProposeExit(props: {
  readonly caseFile: {
    readonly id: string;
    readonly nextSteps: readonly string[];
    readonly proposal: object | null;
  };
  readonly name: string;
}): ReactElement | null {
  const { caseFile, name } = props;
  const say = useWords();
  const notify = useNotify();
  const command = useCommand(proposeExit);
  const [open, setOpen] = useState(false);
  if (!caseFile.nextSteps.includes('EXIT') || caseFile.proposal !== null) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{say('exit.title')}</Button>
      {open ? (
        <FormDialog
          title={say('exit.title')}
          destructive
          consequence={say('exit.consequence', { name })}
          draft={`exit.${caseFile.id}`}
          initial={{ exitedOn: today(new Date()) }}
          command={command}
          fields={[
            {
              name: 'reason',
              label: say('exit.reason'),
              kind: 'choice',
              choices: reasons.map((value) => ({ value, word: say(`exitReason.${value}`) })),
            },
            { name: 'exitedOn', label: say('exit.exitedOn'), kind: 'date' },
            dateReasonField('exitedOn', say('form.dateReason')),
            { name: 'opinion', label: say('exit.opinion'), kind: 'long', help: say('exit.opinionHelp') },
          ]}
          onCancel={() => setOpen(false)}
          onSend={async ({ reason = '', exitedOn = '', dateReason = null, opinion = '' }) => {
            const leaving = { caseFileId: caseFile.id, reason: reason as ExitReason, exitedOn, dateReason, opinion };
            if ((await command.run(leaving)) === undefined) return false;
            notify(say('exit.done', { name }), { type: 'success' });
            setOpen(false);
            return true;
          }}
        />
      ) : null}
    </>
  );
}

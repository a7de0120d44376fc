import Button from '@mui/material/Button';
import { useState, type ReactElement } from 'react';
import { useNotify } from 'react-admin';
import { useStaff } from '../../base/auth/use-staff.ts';
import { today } from '../../base/display/dates.ts';
import { dateReasonField } from '../../base/form/date-reason.ts';
import { FormDialog } from '../../base/form/FormDialog.tsx';
import { useCommand } from '../../base/graph/use-command.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { recordVisit } from './commands.ts';

/** Records one visit: when, who went, what was brought, what was found. */
export function RecordVisit({ householdId }: { readonly householdId: string }): ReactElement {
  const say = useWords();
  const notify = useNotify();
  const staff = useStaff();
  const command = useCommand(recordVisit);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{say('household.recordVisit')}</Button>
      {open ? (
        <FormDialog
          title={say('household.recordVisit')}
          draft={`visit.${householdId}`}
          initial={{ visitedOn: today(new Date()), visitors: staff?.fullName ?? '' }}
          command={command}
          fields={[
            { name: 'visitedOn', label: say('household.visitedOn'), kind: 'date' },
            dateReasonField('visitedOn', say('form.dateReason')),
            { name: 'visitors', label: say('household.visitors') },
            { name: 'leaderLed', label: say('household.leaderLed'), kind: 'tick', optional: true },
            { name: 'brought', label: say('household.brought'), optional: true },
            { name: 'findings', label: say('household.findings'), kind: 'long', optional: true },
          ]}
          onCancel={() => setOpen(false)}
          onSend={async (typed) => {
            const result = await command.run({
              householdId,
              visitedOn: typed['visitedOn'] ?? '',
              dateReason: typed['dateReason'] ?? null,
              visitors: typed['visitors'] ?? '',
              leaderLed: typed['leaderLed'] === 'yes',
              brought: typed['brought'] ?? null,
              findings: typed['findings'] ?? null,
            });
            if (result === undefined) return false;
            notify(say('household.visitSaved'), { type: 'success' });
            setOpen(false);
            return true;
          }}
        />
      ) : null}
    </>
  );
}

import Button from '@mui/material/Button';
import { useState, type ReactElement } from 'react';
import { useNotify } from 'react-admin';
import { day, today } from '../../base/display/dates.ts';
import { PlainTable } from '../../base/display/PlainTable.tsx';
import { FormDialog } from '../../base/form/FormDialog.tsx';
import type { DetailOf } from '../../base/graph/resources.ts';
import { useCommand } from '../../base/graph/use-command.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { setSetting } from './commands.ts';

type Organization = DetailOf<'organizations'>;

/** The settings of an organisation and those above it, and the form to change them. */
export function Settings({
  organization,
  mayManage,
}: {
  readonly organization: Organization;
  readonly mayManage: boolean;
}): ReactElement {
  const say = useWords();
  const [setting, setSettingOpen] = useState(false);
  return (
    <>
      {mayManage ? (
        <Button variant="contained" onClick={() => setSettingOpen(true)}>
          {say('organizations.setPostingDays')}
        </Button>
      ) : null}
      {organization.settings.length === 0 ? (
        <p>{say('organizations.noSettings')}</p>
      ) : (
        <PlainTable
          caption={say('organizations.settings')}
          rows={organization.settings}
          keyOf={(one) => `${one.kind} ${one.from} ${one.setByItself}`}
          columns={[
            { head: say('organizations.setting'), cell: () => say('organizations.postingDays') },
            { head: say('organizations.value'), right: true, cell: (one) => one.value },
            { head: say('organizations.holdsFrom'), cell: (one) => day(one.from) },
            {
              head: say('organizations.setBy'),
              cell: (one) => say(one.setByItself ? 'organizations.setByItself' : 'organizations.setAbove'),
            },
          ]}
        />
      )}
      {setting ? <SetPostingDays organization={organization} onClose={() => setSettingOpen(false)} /> : null}
    </>
  );
}

function SetPostingDays({
  organization,
  onClose,
}: {
  readonly organization: Organization;
  readonly onClose: () => void;
}): ReactElement {
  const say = useWords();
  const notify = useNotify();
  const command = useCommand(setSetting);
  return (
    <FormDialog
      title={say('organizations.setPostingDays')}
      consequence={say('organizations.setPostingDaysConsequence')}
      draft={`set-posting-days-${organization.id}`}
      initial={{ value: '5', from: today(new Date()) }}
      command={command}
      onCancel={onClose}
      fields={[
        { name: 'value', label: say('organizations.postingDays'), kind: 'number' },
        { name: 'from', label: say('organizations.holdsFrom'), kind: 'date' },
      ]}
      onSend={async ({ value = '', from = '' }) => {
        const input = {
          organizationId: organization.id,
          kind: 'POSTING_WORKING_DAYS',
          value: Number(value),
          from,
        } as const;
        if ((await command.run(input)) === undefined) return false;
        notify(say('organizations.settingDone'), { type: 'success' });
        onClose();
        return true;
      }}
    />
  );
}

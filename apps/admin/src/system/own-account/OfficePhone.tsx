import Button from '@mui/material/Button';
import { useState, type ReactElement } from 'react';
import { useNotify } from 'react-admin';
import { FormDialog } from '../../base/form/FormDialog.tsx';
import { useCommand } from '../../base/graph/use-command.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { changeOfficePhone } from './commands.ts';

/** The button and form to change a person's office telephone number. */
export function ChangeOfficePhone(props: {
  readonly staffId: string;
  readonly officePhone: string | null;
}): ReactElement {
  const say = useWords();
  const notify = useNotify();
  const command = useCommand(changeOfficePhone);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{say('staff.changeOfficePhone')}</Button>
      {open ? (
        <FormDialog
          title={say('staff.changeOfficePhone')}
          fields={[
            {
              name: 'officePhone',
              label: say('staff.officePhone'),
              optional: true,
              help: say('staff.officePhoneHelp'),
            },
          ]}
          initial={{ officePhone: props.officePhone ?? '' }}
          command={command}
          onCancel={() => setOpen(false)}
          onSend={async ({ officePhone = '' }) => {
            if ((await command.run({ staffId: props.staffId, officePhone })) === undefined) return false;
            notify(say('staff.officePhoneChanged'), { type: 'success' });
            setOpen(false);
            return true;
          }}
        />
      ) : null}
    </>
  );
}

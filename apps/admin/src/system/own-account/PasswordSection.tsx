import Button from '@mui/material/Button';
import { useState, type ReactElement } from 'react';
import { useNotify } from 'react-admin';
import { FormDialog } from '../../base/form/FormDialog.tsx';
import { useWords } from '../../base/i18n/use-words.ts';
import { usePasswordChange } from './use-password-change.ts';

/** Changes the own password in a dialog. */
export function PasswordSection(): ReactElement {
  const say = useWords();
  const [changing, setChanging] = useState(false);
  return (
    <>
      <Button variant="outlined" onClick={() => setChanging(true)}>
        {say('ownAccount.changePassword')}
      </Button>
      {changing ? <ChangePassword onClose={() => setChanging(false)} /> : null}
    </>
  );
}

function ChangePassword({ onClose }: { readonly onClose: () => void }): ReactElement {
  const say = useWords();
  const notify = useNotify();
  const change = usePasswordChange();
  return (
    <FormDialog
      title={say('ownAccount.changePassword')}
      consequence={say('ownAccount.changePasswordConsequence')}
      fields={change.fields}
      command={change}
      onCancel={onClose}
      onSend={async (typed) => {
        if (!(await change.send(typed))) return false;
        notify(say('ownAccount.passwordChanged'), { type: 'success' });
        onClose();
        return true;
      }}
    />
  );
}

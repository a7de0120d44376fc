import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState, type FormEvent, type ReactElement } from 'react';
import { useLogout } from 'react-admin';
import { SignInFrame } from '../../base/auth/SignInFrame.tsx';
import { ProblemSummary } from '../../base/display/ProblemSummary.tsx';
import { faultsIn, type Typed } from '../../base/form/field.ts';
import { FormFields } from '../../base/form/FormFields.tsx';
import type { Problem } from '../../base/graph/command.ts';
import { useLanguage, useWords } from '../../base/i18n/use-words.ts';
import { usePasswordChange } from './use-password-change.ts';

/**
 * The only page for a password set by somebody else: it changes the password, then reloads the console with the roles.
 */
export function FirstPassword(): ReactElement {
  const say = useWords();
  const language = useLanguage();
  const logout = useLogout();
  const change = usePasswordChange();
  const [typed, setTyped] = useState<Typed>({});
  const [faults, setFaults] = useState<readonly Problem[]>([]);
  const problems = faults.length > 0 ? faults : change.problems;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const found = faultsIn(change.fields, typed, (fault, label) => say(`form.${fault}`, { label }));
    setFaults(found);
    if (found.length === 0 && (await change.send(typed))) window.location.reload();
  };
  return (
    <SignInFrame title={say('ownAccount.firstPassword')} lead={say('ownAccount.firstPasswordWhy')}>
      <form noValidate onSubmit={(event) => void submit(event)}>
        <ProblemSummary problems={problems} />
        <FormFields
          fields={change.fields}
          typed={typed}
          problemOf={(name) => problems.find(({ field }) => field === name)?.[language]}
          onType={(name, value) => setTyped({ ...typed, [name]: value })}
        />
        <Button type="submit" variant="contained" fullWidth loading={change.pending} sx={{ mt: 2, minHeight: 40 }}>
          {say('ownAccount.changePassword')}
        </Button>
      </form>
      <Box sx={{ mt: 1, textAlign: 'center' }}>
        <Button onClick={() => void logout()}>{say('auth.signOut')}</Button>
      </Box>
    </SignInFrame>
  );
}

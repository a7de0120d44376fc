import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useState, type FormEvent, type ReactElement } from 'react';
import { useLanguage, useWords } from '../i18n/use-words.ts';
import { signInSecondStep } from '../graph/session.ts';
import { wordsOf } from './words-of-fault.ts';

/** The second step of a sign-in: the device's code, or a recovery code. */
export function SecondStep(props: {
  readonly pendingToken: string;
  readonly onSignedIn: () => Promise<unknown>;
  readonly onBack: () => void;
}): ReactElement {
  const say = useWords();
  const language = useLanguage();
  const [code, setCode] = useState('');
  const [asked, setAsked] = useState(false);
  const [pending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<{ readonly fault: unknown }>();
  const missing = asked && code.trim() === '';
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAsked(true);
    if (code.trim() === '') return;
    setPending(true);
    setRefusal(undefined);
    try {
      await signInSecondStep(props.pendingToken, code.trim());
      await props.onSignedIn();
    } catch (fault) {
      setRefusal({ fault });
    } finally {
      setPending(false);
    }
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      {refusal === undefined ? null : (
        <Alert severity="error" role="alert" sx={{ mb: 1 }}>
          {wordsOf(refusal.fault, say, language)}
        </Alert>
      )}
      <TextField
        fullWidth
        autoFocus
        required
        id="code"
        name="code"
        autoComplete="one-time-code"
        label={say('auth.code')}
        value={code}
        onChange={(event) => setCode(event.target.value)}
        error={missing}
        helperText={missing ? say('auth.codeMissing') : say('auth.codeHelp')}
      />
      <Button type="submit" variant="contained" fullWidth loading={pending} sx={{ mt: 2, minHeight: 40 }}>
        {say('auth.submit')}
      </Button>
      <Button fullWidth sx={{ mt: 1 }} onClick={props.onBack}>
        {say('auth.back')}
      </Button>
    </form>
  );
}

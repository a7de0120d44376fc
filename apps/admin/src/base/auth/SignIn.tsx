import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useState, type FormEvent, type ReactElement } from 'react';
import type { MessageKey } from '../i18n/message-key.ts';
import { useLanguage, useWords } from '../i18n/use-words.ts';
import { OutsideSignIn } from './OutsideSignIn.tsx';
import { SecondStep } from './SecondStep.tsx';
import { sessionHasEnded, signIn } from '../graph/session.ts';
import { SignInFrame } from './SignInFrame.tsx';
import { wordsOf } from './words-of-fault.ts';

/** What follows a sign-in; the form waits for it, and reports its failure as an unreachable server. */
export interface SignInProps {
  readonly onSignedIn: () => Promise<unknown>;
}

/** The sign-in page: account, password, then the second factor's code if it is on. It needs nothing of react-admin. */
export function SignIn({ onSignedIn }: SignInProps): ReactElement {
  const say = useWords();
  const [pendingToken, setPendingToken] = useState(secondStepInAddress);
  if (pendingToken !== undefined) {
    return (
      <SignInFrame title={say('auth.secondStep')} lead={say('auth.secondStepWhy')}>
        <SecondStep pendingToken={pendingToken} onSignedIn={onSignedIn} onBack={() => setPendingToken(undefined)} />
      </SignInFrame>
    );
  }
  return (
    <SignInFrame title={say('auth.title')}>
      <SignInForm onSignedIn={onSignedIn} onSecondStep={setPendingToken} />
      <OutsideSignIn />
    </SignInFrame>
  );
}

/** The token of an outside sign-in that still needs the second factor; it is removed from the address. */
function secondStepInAddress(): string | undefined {
  const token = /^#second-step=([\w.-]+)$/.exec(window.location.hash)?.[1];
  if (token !== undefined) window.history.replaceState(null, '', window.location.pathname);
  return token;
}

/** The reasons of a failed outside sign-in, by the code in the address that it returns to. */
const refusedOutside: Readonly<Record<string, MessageKey | undefined>> = {
  OUTSIDE_NOT_LINKED: 'auth.outsideNotLinked',
  OUTSIDE_REFUSED: 'auth.outsideRefused',
  OUTSIDE_UNREACHABLE: 'auth.outsideUnreachable',
};

/** Why a sign-in was refused: what the service answered, or the words for a return from outside. */
type Refusal = MessageKey | { readonly fault: unknown };

interface SignInFormProps extends SignInProps {
  readonly onSecondStep: (pendingToken: string) => void;
}

/** Account and password; a missing value is reported beside the field, a refusal on top. */
function SignInForm({ onSignedIn, onSecondStep }: SignInFormProps): ReactElement {
  const say = useWords();
  const language = useLanguage();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [asked, setAsked] = useState(false);
  const [pending, setPending] = useState(false);
  const outside = refusedOutside[new URLSearchParams(window.location.search).get('refused') ?? ''];
  const [refusal, setRefusal] = useState<Refusal | undefined>(outside);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAsked(true);
    if (username.trim() === '' || password === '') return;
    setPending(true);
    setRefusal(undefined);
    try {
      const { pendingToken } = await signIn(username.trim(), password);
      if (pendingToken === undefined) await onSignedIn();
      else onSecondStep(pendingToken);
    } catch (fault) {
      setRefusal({ fault });
    } finally {
      setPending(false);
    }
  };
  const refused = typeof refusal === 'object' ? wordsOf(refusal.fault, say, language) : refusal && say(refusal);
  const notice = refused ?? (sessionHasEnded() ? say('auth.sessionEnded') : undefined);
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      {notice === undefined ? null : (
        <Alert severity={refused === undefined ? 'info' : 'error'} role="alert" sx={{ mb: 1 }}>
          {notice}
        </Alert>
      )}
      <TextField
        fullWidth
        autoFocus
        required
        id="username"
        name="username"
        autoComplete="username"
        label={say('auth.username')}
        value={username}
        onChange={(event) => setUsername(event.target.value)}
        error={asked && username.trim() === ''}
        helperText={asked && username.trim() === '' ? say('auth.usernameMissing') : undefined}
      />
      <TextField
        fullWidth
        required
        id="password"
        name="password"
        type="password"
        autoComplete="current-password"
        label={say('auth.password')}
        value={password}
        onChange={(event) => setPassword(event.target.value)}
        error={asked && password === ''}
        helperText={asked && password === '' ? say('auth.passwordMissing') : undefined}
      />
      <Button type="submit" variant="contained" fullWidth loading={pending} sx={{ mt: 2, minHeight: 40 }}>
        {say('auth.submit')}
      </Button>
    </form>
  );
}

import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useEffect, useState, type FormEvent, type ReactElement } from 'react';
import { useLogin } from 'react-admin';
import { GraphFault } from '../graph/fault.ts';
import { useWords, type Say } from '../i18n/use-words.ts';
import { LanguageSwitch } from '../layout/LanguageSwitch.tsx';

/** The sign-in page: account, password, and the service's own words where it refuses. */
export function SignIn(): ReactElement {
  const say = useWords();
  useEffect(() => {
    document.title = `${say('auth.title')} · ${say('auth.product')}`;
  }, [say]);
  return (
    <Box
      component="main"
      sx={{
        minHeight: '100dvh',
        display: 'grid',
        gridTemplateRows: 'auto 1fr',
        backgroundColor: 'background.default',
      }}
    >
      <Box sx={{ height: 6, backgroundColor: 'var(--bar)' }} />
      <Box sx={{ display: 'grid', placeItems: 'center', p: 2 }}>
        <Card sx={{ width: '100%', maxWidth: 400, p: 4 }}>
          <Typography variant="h1">{say('auth.product')}</Typography>
          <Box sx={{ color: 'text.secondary', mb: 2 }}>{say('auth.productLong')}</Box>
          <SignInForm />
          <Box sx={{ mt: 2, textAlign: 'center' }}>
            <LanguageSwitch />
          </Box>
        </Card>
      </Box>
    </Box>
  );
}

/** Account and password; what is missing is said beside the field, a refusal on top. */
function SignInForm(): ReactElement {
  const say = useWords();
  const login = useLogin();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [asked, setAsked] = useState(false);
  const [pending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAsked(true);
    if (username.trim() === '' || password === '') return;
    setPending(true);
    setRefusal(undefined);
    try {
      await login({ username: username.trim(), password });
    } catch (fault) {
      setRefusal(wordsOf(fault, say));
    } finally {
      setPending(false);
    }
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      {refusal === undefined ? null : (
        <Alert severity="error" role="alert" sx={{ mb: 1 }}>
          {refusal}
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

function wordsOf(fault: unknown, say: Say): string {
  if (!(fault instanceof GraphFault)) return say('auth.offline');
  if (fault.message !== '') return fault.message;
  return Number(fault.status) === 401 ? say('auth.refused') : say('auth.offline');
}

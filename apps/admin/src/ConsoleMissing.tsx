import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import type { ReactElement } from 'react';
import { SignInFrame } from './base/auth/SignInFrame.tsx';
import { useWords } from './base/i18n/use-words.ts';
import { BeforeConsole } from './FirstSignIn.tsx';

/** The page of somebody signed in for whom the console's files did not load. */
export function ConsoleMissing(): ReactElement {
  return (
    <BeforeConsole>
      <WhatToDo />
    </BeforeConsole>
  );
}

function WhatToDo(): ReactElement {
  const say = useWords();
  return (
    <SignInFrame title={say('auth.notLoaded')} lead={say('auth.notLoadedLead')}>
      <Alert severity="warning" role="alert" sx={{ mb: 2 }}>
        {say('auth.notLoadedWhy')}
      </Alert>
      <Button variant="contained" fullWidth sx={{ minHeight: 40 }} onClick={() => window.location.reload()}>
        {say('auth.reload')}
      </Button>
    </SignInFrame>
  );
}

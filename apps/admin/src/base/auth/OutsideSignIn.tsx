import Button from '@mui/material/Button';
import { useEffect, useState, type ReactElement } from 'react';
import { useWords } from '../i18n/use-words.ts';
import { hasOutsideProvider } from '../graph/session.ts';

/** The link to the outside provider's sign-in page; nothing if there is no provider. */
export function OutsideSignIn(): ReactElement | null {
  const say = useWords();
  const [there, setThere] = useState(false);
  useEffect(() => {
    void hasOutsideProvider().then(setThere);
  }, []);
  if (!there) return null;
  return (
    <Button component="a" href="/auth/outside/begin" variant="outlined" fullWidth sx={{ mt: 1, minHeight: 40 }}>
      {say('auth.outside')}
    </Button>
  );
}

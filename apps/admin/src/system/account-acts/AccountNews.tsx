import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import type { ReactElement } from 'react';
import { Link, useLocation } from 'react-router-dom';
import { accountNewsQuery } from '../../base/graph/generated/account-acts.ts';
import { useAnswer } from '../../base/graph/use-answer.ts';
import { useWords } from '../../base/i18n/use-words.ts';

const askedAgainMs = 5 * 60_000;

/** Informs the owner of an account, from the next sign-in until it is read, of acts done or requested on it. */
export function AccountNews(): ReactElement | null {
  const say = useWords();
  const { pathname } = useLocation();
  const count = useAnswer(accountNewsQuery, {}, { every: () => askedAgainMs }).data?.me.accountNews ?? 0;
  if (count === 0 || pathname === '/own-account') return null;
  return (
    <Alert
      severity="warning"
      sx={{ mb: 2, '@media print': { display: 'none' } }}
      action={
        <Button size="small" component={Link} to="/own-account">
          {say('accountAct.look')}
        </Button>
      }
    >
      {say('accountAct.news', { count })}
    </Alert>
  );
}

import Button from '@mui/material/Button';
import type { ReactElement } from 'react';
import { Link } from 'react-router-dom';
import { EmptyState } from '../../base/display/EmptyState.tsx';
import { PageHead } from '../../base/display/PageHead.tsx';
import { useWords } from '../../base/i18n/use-words.ts';

/** The page for an unknown address. */
export function NoSuchPage(): ReactElement {
  const say = useWords();
  return (
    <>
      <PageHead title={say('layout.noSuchPage')} />
      <EmptyState
        title={say('layout.noSuchPageWhy')}
        action={
          <Button variant="contained" component={Link} to="/">
            {say('layout.toTodo')}
          </Button>
        }
      />
    </>
  );
}

import Button from '@mui/material/Button';
import type { ReactElement } from 'react';
import { Link, useLocation } from 'react-router-dom';
import { useCan } from '../auth/use-staff.ts';
import { useWords } from '../i18n/use-words.ts';
import { nextSteps } from './next-steps.ts';
import { useWorkCounts } from './use-work-counts.ts';

/** The buttons of an empty page: what the reader can do next elsewhere, with how many wait for it. */
export function NextSteps(): ReactElement | null {
  const say = useWords();
  const can = useCan();
  const { pathname } = useLocation();
  const steps = nextSteps(useWorkCounts(), can).filter(({ to }) => to !== pathname);
  if (steps.length === 0) return null;
  return (
    <>
      {steps.map(({ to, words, count }, place) => (
        <Button key={words} variant={place === 0 ? 'contained' : 'outlined'} component={Link} to={to}>
          {say(words, { count })}
        </Button>
      ))}
    </>
  );
}

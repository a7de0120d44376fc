import Button from '@mui/material/Button';
import type { ReactElement } from 'react';
import { useWords } from '../i18n/use-words.ts';

/** What is ticked, in words, and a button to untick it. */
export function BatchLine(props: { readonly words: string; readonly onClear: () => void }): ReactElement {
  const say = useWords();
  return (
    <>
      {props.words}{' '}
      <Button size="small" variant="text" onClick={props.onClear}>
        {say('queue.clearSelection')}
      </Button>
    </>
  );
}

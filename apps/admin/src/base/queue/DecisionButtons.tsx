import Button from '@mui/material/Button';
import type { ReactElement } from 'react';
import { useWords } from '../i18n/use-words.ts';

/** The decisions of a queue in their fixed order: skip, reject, return, and the one primary button. */
export function DecisionButtons(props: {
  readonly locked: boolean;
  readonly words: { readonly reject: string; readonly return: string; readonly approve: string };
  readonly onSkip: () => void;
  readonly onReject: () => void;
  readonly onReturn: () => void;
  readonly onApprove: () => void;
}): ReactElement {
  const say = useWords();
  const { locked, words } = props;
  return (
    <>
      <Button aria-keyshortcuts="n" onClick={props.onSkip}>
        {say('queue.skip')}
      </Button>
      <Button disabled={locked} onClick={props.onReject}>
        {words.reject}
      </Button>
      <Button aria-keyshortcuts="r" disabled={locked} onClick={props.onReturn}>
        {words.return}
      </Button>
      <Button variant="contained" aria-keyshortcuts="a" disabled={locked} onClick={props.onApprove}>
        {words.approve}
      </Button>
    </>
  );
}

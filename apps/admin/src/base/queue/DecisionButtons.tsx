import Button from '@mui/material/Button';
import type { ReactElement } from 'react';
import { useWords } from '../i18n/use-words.ts';
import { KeyMark } from './KeyMark.tsx';

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
        <KeyMark letter="N" />
      </Button>
      <Button aria-keyshortcuts="d" disabled={locked} onClick={props.onReject}>
        {words.reject}
        <KeyMark letter="D" />
      </Button>
      <Button aria-keyshortcuts="r" disabled={locked} onClick={props.onReturn}>
        {words.return}
        <KeyMark letter="R" />
      </Button>
      <Button variant="contained" aria-keyshortcuts="a" disabled={locked} onClick={props.onApprove}>
        {words.approve}
        <KeyMark letter="A" />
      </Button>
    </>
  );
}

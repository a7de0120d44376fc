import Button from '@mui/material/Button';
import Dialog, { type DialogProps } from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useId, useState, type ReactElement } from 'react';
import { useWords } from '../i18n/use-words.ts';
import { useBackCloses } from './use-back-closes.ts';

/**
 * Every dialog of the console: a click beside it does not close it; Escape and the browser's back button do, and ask
 * first where something was typed. Without `onLeave` only its own buttons close it, for content that is shown once.
 */
export function WorkDialog({
  onLeave,
  hasTyped = false,
  isKept = false,
  children,
  ...props
}: Omit<DialogProps, 'onClose' | 'fullWidth'> & {
  readonly onLeave?: () => void;
  /** It has unsent input. */
  readonly hasTyped?: boolean;
  /** The input is kept and shown when the dialog is opened again. */
  readonly isKept?: boolean;
}): ReactElement {
  const [asking, setAsking] = useState(false);
  const leave = (): void => {
    if (hasTyped) setAsking(true);
    else onLeave?.();
  };
  useBackCloses(props.open, leave);
  return (
    <>
      <Dialog
        maxWidth="sm"
        {...props}
        fullWidth
        onClose={(_event, how) => {
          if (how === 'escapeKeyDown') leave();
        }}
      >
        {children}
      </Dialog>
      {asking && props.open ? (
        <AskToLeave
          isKept={isKept}
          onStay={() => setAsking(false)}
          onLeave={() => {
            setAsking(false);
            onLeave?.();
          }}
        />
      ) : null}
    </>
  );
}

function AskToLeave(props: {
  readonly isKept: boolean;
  readonly onStay: () => void;
  readonly onLeave: () => void;
}): ReactElement {
  const say = useWords();
  const titleId = useId();
  return (
    <Dialog
      open
      fullWidth
      maxWidth="xs"
      aria-labelledby={titleId}
      onClose={(_event, how) => {
        if (how === 'escapeKeyDown') props.onStay();
      }}
    >
      <DialogTitle id={titleId}>{say('display.leaveTitle')}</DialogTitle>
      <DialogContent>{say(props.isKept ? 'display.leaveKept' : 'display.leaveLost')}</DialogContent>
      <DialogActions>
        <Button onClick={props.onLeave}>{say('display.leave')}</Button>
        <Button variant="contained" autoFocus onClick={props.onStay}>
          {say('display.stay')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

import Button from '@mui/material/Button';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useId, type ReactElement, type ReactNode } from 'react';
import type { Problem } from '../graph/command.ts';
import { useWords } from '../i18n/use-words.ts';
import { ProblemSummary } from './ProblemSummary.tsx';
import { WorkDialog } from './WorkDialog.tsx';

const none: readonly Problem[] = [];

/** Explains the consequences of a command before it is sent; the button repeats the verb and object of the title. */
export function ConfirmDialog(props: {
  readonly open: boolean;
  readonly title: string;
  readonly consequence: ReactNode;
  /** Whom it concerns, how many, and the money. */
  readonly subject?: string | undefined;
  /** It ends something that cannot be continued. */
  readonly destructive?: boolean;
  readonly pending: boolean;
  /** Why it was refused, shown on top. */
  readonly problems?: readonly Problem[];
  /** The consequences are still being read. */
  readonly waiting?: boolean;
  /** It has unsent input. */
  readonly typed?: boolean;
  readonly onCancel: () => void;
  readonly onConfirm: () => void;
}): ReactElement {
  const say = useWords();
  const titleId = useId();
  return (
    <WorkDialog open={props.open} hasTyped={props.typed === true} onLeave={props.onCancel} aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{props.title}</DialogTitle>
      <DialogContent sx={{ '& > p:first-of-type': { mt: 0 }, '& > p:last-child': { mb: 0 } }}>
        <ProblemSummary problems={props.problems ?? none} />
        {props.subject === undefined ? null : <p style={{ fontWeight: 600 }}>{props.subject}</p>}
        {props.consequence}
      </DialogContent>
      <DialogActions>
        <Button onClick={props.onCancel}>{say('display.cancel')}</Button>
        <Button
          variant="contained"
          color={props.destructive === true ? 'error' : 'primary'}
          autoFocus
          disabled={props.waiting === true}
          loading={props.pending}
          onClick={props.onConfirm}
        >
          {props.title}
        </Button>
      </DialogActions>
    </WorkDialog>
  );
}

import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useId, type ReactElement, type ReactNode } from 'react';
import type { Problem } from '../graph/command.ts';
import { useWords } from '../i18n/use-words.ts';
import { ProblemSummary } from './ProblemSummary.tsx';

/** Says what a command will do before it does it; the button says its verb and object. Render it only while it is open. */
export function AskDialog(props: {
  readonly title: string;
  readonly consequence: ReactNode;
  readonly command: { readonly problems: readonly Problem[]; readonly pending: boolean };
  readonly onCancel: () => void;
  readonly onDecide: () => void;
  /** Nothing can be decided yet (what follows from it is still being read). */
  readonly waiting?: boolean;
}): ReactElement {
  const say = useWords();
  const titleId = useId();
  return (
    <Dialog open onClose={props.onCancel} fullWidth maxWidth="sm" aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{props.title}</DialogTitle>
      <DialogContent>
        <ProblemSummary problems={props.command.problems} />
        {props.consequence}
      </DialogContent>
      <DialogActions>
        <Button onClick={props.onCancel}>{say('display.cancel')}</Button>
        <Button variant="contained" autoFocus disabled={props.waiting === true} loading={props.command.pending} onClick={props.onDecide}>
          {props.title}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

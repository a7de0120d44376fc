import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useId, type ReactElement, type ReactNode } from 'react';
import { useWords } from '../i18n/use-words.ts';

/** Says what follows before it happens; its button repeats the verb and object of the title. */
export function ConfirmDialog(props: {
  readonly open: boolean;
  readonly title: string;
  readonly consequence: ReactNode;
  readonly pending: boolean;
  readonly onCancel: () => void;
  readonly onConfirm: () => void;
}): ReactElement {
  const say = useWords();
  const titleId = useId();
  return (
    <Dialog open={props.open} onClose={props.onCancel} fullWidth maxWidth="sm" aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{props.title}</DialogTitle>
      <DialogContent>{props.consequence}</DialogContent>
      <DialogActions>
        <Button onClick={props.onCancel}>{say('display.cancel')}</Button>
        <Button variant="contained" autoFocus loading={props.pending} onClick={props.onConfirm}>{props.title}</Button>
      </DialogActions>
    </Dialog>
  );
}

import Button from '@mui/material/Button';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useId, useState, type ReactElement } from 'react';
import { useWords } from '../i18n/use-words.ts';
import { WorkDialog } from './WorkDialog.tsx';

/** Asks for a reason before something is returned, rejected or ended; explains the consequences. */
export function ReasonDialog(props: {
  readonly open: boolean;
  /** Verb and object, also on the button: 退回补正. */
  readonly title: string;
  readonly consequence: string;
  /** Whom it concerns, how many, and the money. */
  readonly subject: string;
  /** It ends something that cannot be continued. */
  readonly destructive?: boolean;
  /** Ready-made reasons; the chosen one starts the text. */
  readonly reasons?: readonly string[];
  /** The field's name and what it says while it is empty, where it asks for something other than a reason. */
  readonly label?: string;
  readonly missing?: string;
  /** What to write for this act, shown below the field. */
  readonly help: string;
  readonly optional?: boolean;
  readonly pending?: boolean;
  readonly onCancel: () => void;
  readonly onDecide: (reason: string) => void;
}): ReactElement {
  const say = useWords();
  const titleId = useId();
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const missing = reason.trim() === '' && props.optional !== true;
  const decide = (): void => {
    if (missing) setAsked(true);
    else props.onDecide(reason.trim());
  };
  const reasons = props.reasons ?? [];
  return (
    <WorkDialog open={props.open} onLeave={props.onCancel} hasTyped={reason.trim() !== ''} aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{props.title}</DialogTitle>
      <DialogContent>
        <p style={{ marginTop: 0, fontWeight: 600 }}>{props.subject}</p>
        <p>{props.consequence}</p>
        {reasons.length === 0 ? null : (
          <TextField
            select
            fullWidth
            label={say('display.usualReasons')}
            value={reasons.includes(reason) ? reason : ''}
            onChange={(event) => setReason(event.target.value)}
          >
            {reasons.map((each) => (
              <MenuItem key={each} value={each}>
                {each}
              </MenuItem>
            ))}
          </TextField>
        )}
        <TextField
          autoFocus
          fullWidth
          multiline
          minRows={3}
          id="reason"
          label={props.label ?? say('display.reason')}
          value={reason}
          required={props.optional !== true}
          error={asked && missing}
          helperText={asked && missing ? (props.missing ?? say('display.reasonMissing')) : props.help}
          onChange={(event) => setReason(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && event.ctrlKey) decide();
          }}
        />
      </DialogContent>
      <DialogActions>
        <Button onClick={props.onCancel}>{say('display.cancel')}</Button>
        <Button
          variant="contained"
          color={props.destructive === true ? 'error' : 'primary'}
          loading={props.pending === true}
          onClick={decide}
        >
          {props.title}
        </Button>
      </DialogActions>
    </WorkDialog>
  );
}

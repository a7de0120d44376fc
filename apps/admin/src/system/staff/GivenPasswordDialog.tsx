import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useId, type ReactElement } from 'react';
import { moment } from '../../base/display/dates.ts';
import type { AccountActState } from '../../base/graph/generated/operation-types.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { WorkDialog } from '../../base/display/WorkDialog.tsx';

/** A one-time password and how long it is valid. */
export interface GivenPassword {
  readonly password: string;
  readonly until: string;
  readonly act: { readonly state: AccountActState };
}

/** A one-time password, shown once; only the button closes it. */
export function GivenPasswordDialog(props: {
  readonly name: string;
  readonly given: GivenPassword;
  readonly onClose: () => void;
}): ReactElement {
  const say = useWords();
  const titleId = useId();
  const waits = props.given.act.state === 'WAITING';
  return (
    <WorkDialog open aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{say('staff.givenPasswordIs', { name: props.name })}</DialogTitle>
      <DialogContent>
        <Box component="code" data-secret sx={{ fontSize: 20, lineHeight: '28px', userSelect: 'all' }}>
          {props.given.password}
        </Box>
        <Box sx={{ mt: 1 }}>
          {say(waits ? 'staff.givenPasswordWaits' : 'staff.givenPasswordUntil', { until: moment(props.given.until) })}
        </Box>
      </DialogContent>
      <DialogActions>
        <Button variant="contained" autoFocus onClick={props.onClose}>
          {say('staff.givenPasswordHandedOver')}
        </Button>
      </DialogActions>
    </WorkDialog>
  );
}

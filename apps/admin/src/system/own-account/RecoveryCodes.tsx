import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useId, type ReactElement } from 'react';
import { useWords } from '../../base/i18n/use-words.ts';
import { WorkDialog } from '../../base/display/WorkDialog.tsx';

/** The recovery codes, shown once; only the button closes them. */
export function RecoveryCodes(props: {
  readonly codes: readonly string[];
  readonly onClose: () => void;
}): ReactElement {
  const say = useWords();
  const titleId = useId();
  return (
    <WorkDialog open aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{say('ownAccount.recoveryCodes')}</DialogTitle>
      <DialogContent>
        <Box>{say('ownAccount.recoveryCodesWhy')}</Box>
        <Box component="ol" sx={{ columns: 2, fontFamily: 'monospace', fontSize: 16, lineHeight: '28px' }}>
          {props.codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </Box>
      </DialogContent>
      <DialogActions>
        <Button variant="contained" autoFocus onClick={props.onClose}>
          {say('ownAccount.recoveryCodesKept')}
        </Button>
      </DialogActions>
    </WorkDialog>
  );
}

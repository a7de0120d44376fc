import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import FormControlLabel from '@mui/material/FormControlLabel';
import Switch from '@mui/material/Switch';
import type { ReactElement } from 'react';
import { useWords } from '../../base/i18n/use-words.ts';
import type { MessageKey } from '../../base/i18n/message-key.ts';
import { useSingleKeys } from '../../base/display/preferences.ts';
import { WorkDialog } from '../../base/display/WorkDialog.tsx';

const keys: readonly (readonly [string, MessageKey])[] = [
  ['j ↓', 'keys.next'],
  ['k ↑', 'keys.previous'],
  ['Enter', 'keys.open'],
  ['x', 'keys.select'],
  ['a', 'keys.approve'],
  ['r', 'keys.return'],
  ['d', 'keys.reject'],
  ['n', 'keys.skip'],
  ['e', 'keys.evidence'],
  ['/', 'keys.search'],
  ['Esc', 'keys.escape'],
  ['Ctrl + K', 'keys.globalSearch'],
  ['?', 'keys.help'],
];

/** The keys that work in queues, and the switch that turns the single ones off. */
export function ShortcutsDialog({
  open,
  onClose,
}: {
  readonly open: boolean;
  readonly onClose: () => void;
}): ReactElement {
  const say = useWords();
  const [on, setOn] = useSingleKeys();
  return (
    <WorkDialog open={open} onLeave={onClose} maxWidth="xs" aria-labelledby="shortcuts-title">
      <DialogTitle id="shortcuts-title">{say('layout.shortcuts')}</DialogTitle>
      <DialogContent>
        <FormControlLabel
          control={<Switch checked={on} onChange={(_, checked) => setOn(checked)} />}
          label={say('layout.shortcutsOn')}
        />
        <Box sx={{ color: 'text.secondary', fontSize: 12, lineHeight: '18px', mb: 1 }}>
          {say('layout.shortcutsHelp')}
        </Box>
        <Box component="dl" sx={{ m: 0, display: 'grid', gridTemplateColumns: '96px 1fr', rowGap: 0.5 }}>
          {keys.map(([key, word]) => (
            <Box key={word} sx={{ display: 'contents' }}>
              <Box component="dt">
                <kbd style={{ fontFamily: 'inherit', fontWeight: 600 }}>{key}</kbd>
              </Box>
              <Box component="dd" sx={{ m: 0 }}>
                {say(word)}
              </Box>
            </Box>
          ))}
        </Box>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{say('layout.close')}</Button>
      </DialogActions>
    </WorkDialog>
  );
}

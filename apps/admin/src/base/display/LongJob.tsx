import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import type { ReactElement } from 'react';
import { useWords } from '../i18n/use-words.ts';

/** Long work: a bar with n/N, a note that the page may be left, and a button to cancel it if it can be cancelled. */
export function LongJob(props: {
  readonly title: string;
  readonly done: number;
  readonly total: number;
  readonly cancel?: { readonly words: string; readonly onCancel: () => void };
}): ReactElement {
  const say = useWords();
  const { done, total, title } = props;
  const percent = total === 0 ? 0 : Math.min(100, (done / total) * 100);
  return (
    <Box sx={{ p: 2, border: 1, borderColor: 'divider', borderRadius: 1, backgroundColor: 'background.paper' }}>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'baseline', flexWrap: 'wrap' }}>
        <strong>{title}</strong>
        <span aria-live="polite">{say('display.progress', { done, total })}</span>
      </Box>
      <LinearProgress
        variant={total === 0 ? 'indeterminate' : 'determinate'}
        value={percent}
        aria-label={title}
        sx={{ my: 1, backgroundColor: 'divider' }}
      />
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap', color: 'text.secondary' }}>
        <span style={{ flex: 1 }}>{say('display.leaveJob')}</span>
        {props.cancel === undefined ? null : <Button onClick={props.cancel.onCancel}>{props.cancel.words}</Button>}
      </Box>
    </Box>
  );
}

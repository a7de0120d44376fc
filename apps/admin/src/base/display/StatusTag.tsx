import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined';
import ErrorOutlineOutlined from '@mui/icons-material/ErrorOutlineOutlined';
import PauseCircleOutlined from '@mui/icons-material/PauseCircleOutlined';
import PendingOutlined from '@mui/icons-material/PendingOutlined';
import ScheduleOutlined from '@mui/icons-material/ScheduleOutlined';
import Box from '@mui/material/Box';
import type { ReactElement } from 'react';

/** The meaning of a status for the reader: settled, needs attention soon, wrong, in progress, inactive. */
export type Tone = 'done' | 'wait' | 'stop' | 'moving' | 'still';

const icons = {
  done: CheckCircleOutlined,
  wait: ScheduleOutlined,
  stop: ErrorOutlineOutlined,
  moving: PendingOutlined,
  still: PauseCircleOutlined,
} as const;

/** A status: its word, an icon and a colour, never only the colour. */
export function StatusTag({ tone, word }: { readonly tone: Tone; readonly word: string }): ReactElement {
  const Icon = icons[tone];
  return (
    <Box
      component="span"
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: 0.5,
        px: 0.75,
        borderRadius: 1,
        fontSize: 12,
        lineHeight: '22px',
        whiteSpace: 'nowrap',
        color: `var(--${tone})`,
        backgroundColor: `var(--on-${tone})`,
      }}
    >
      <Icon aria-hidden="true" sx={{ fontSize: 14 }} />
      {word}
    </Box>
  );
}

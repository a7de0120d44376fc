import Box from '@mui/material/Box';
import type { ReactElement, ReactNode } from 'react';

/** A list without rows: why, and the one action to take. */
export function EmptyState(props: {
  readonly title: string;
  readonly why?: string | undefined;
  readonly action?: ReactNode;
}): ReactElement {
  return (
    <Box sx={{ py: 5, px: 2, textAlign: 'center' }}>
      <Box sx={{ fontSize: 16, lineHeight: '24px', fontWeight: 600 }}>{props.title}</Box>
      {props.why === undefined ? null : (
        <Box sx={{ mt: 0.5, color: 'text.secondary', maxWidth: 560, mx: 'auto' }}>{props.why}</Box>
      )}
      {props.action === undefined ? null : (
        <Box sx={{ mt: 2, display: 'flex', flexWrap: 'wrap', gap: 1, justifyContent: 'center' }}>{props.action}</Box>
      )}
    </Box>
  );
}
